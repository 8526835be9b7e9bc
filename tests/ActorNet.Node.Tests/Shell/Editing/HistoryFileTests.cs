using ActorNet.Node.Shell.Editing;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Editing;

public sealed class HistoryFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actornet-history-").FullName;
    private readonly List<string> _warnings = [];

    private string File => Path.Combine(_folder, "deep", "history");

    private HistoryFile New() => new(File, _warnings.Add);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lines_are_kept_for_the_next_shell_and_for_the_owner_only()
    {
        // when
        var file = New();
        foreach (var line in (string[])["one", "two", "two", " ", "漢"]) file.Append(line);

        // then
        var history = new History();
        New().Load(history);
        history.Lines.ShouldBe(["one", "two", "漢"]);
        System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.GetDirectoryName(File)!).ShouldBe([File], "no half-written file is left");
        System.IO.File.ReadAllBytes(File)[0].ShouldBe((byte)'o');
        _warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Two_shells_keep_each_others_lines()
    {
        var (first, second) = (New(), New());
        first.Append("one");
        second.Append("two");
        first.Append("three");

        var history = new History();
        New().Load(history);
        history.Lines.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public void Oldest_lines_go_first()
    {
        // given
        New().Append("first");
        System.IO.File.AppendAllLines(File, Enumerable.Range(0, 2 * History.Capacity).Select(i => $"echo {i}"));

        // when
        New().Append("last");

        // then
        var lines = System.IO.File.ReadAllLines(File);
        lines.Length.ShouldBe(History.Capacity);
        lines[^1].ShouldBe("last");
        lines[0].ShouldBe($"echo {History.Capacity + 1}");
    }

    [Fact]
    public void File_that_cannot_be_used_is_told_of_once()
    {
        // given
        Directory.CreateDirectory(File);

        // when
        var file = New();
        file.Load(new History());
        file.Append("one");
        file.Append("two");

        // then
        _warnings.Count.ShouldBe(1);
        _warnings[0].ShouldContain(File);
        _warnings[0].ShouldContain("goes on without it");
    }
}
