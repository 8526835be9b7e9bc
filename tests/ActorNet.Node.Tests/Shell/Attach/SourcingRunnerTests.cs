using ActorNet.Node.Shell;
using ActorNet.Node.Shell.Attach;
using ActorNet.Shell;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Attach;

public sealed class SourcingRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actornet-source-").FullName;
    private readonly Echo _echo = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Lines_of_files_are_sent_in_order()
    {
        // given
        var inner = Write("inner", "two");
        var outer = Write("outer", $"one\n# nothing\nsource {inner}\nthree\\\nand more\n");

        // when
        var reply = await RunAsync($"source {outer}");

        // then
        _echo.Lines.ShouldBe(["one", "two", "three and more"], ignoreOrder: false);
        reply.Ok.ShouldBeTrue();
        reply.Lines!.Select(l => l.Number).ShouldBe([1, 3, 4]);
    }

    [Fact]
    public async Task Line_that_fails_is_named_and_the_rest_runs()
    {
        var reply = await RunAsync($"source {Write("file", "one\nfail\ntwo")}");

        reply.Ok.ShouldBeFalse();
        reply.Error.ShouldBe("line 2: no");
        _echo.Lines.ShouldBe(["one", "fail", "two"]);
        (await RunAsync($"! source {Write("file", "fail")}")).AsExpected.ShouldBeTrue();
    }

    [Fact]
    public async Task File_that_sources_itself_ends_as_an_error()
    {
        var file = Path.Combine(_folder, "loop");
        Write("loop", $"source {file}");

        (await RunAsync($"source {file}")).Error.ShouldContain("does one of them source itself?");
    }

    [Fact]
    public async Task File_that_is_not_there_is_an_error() => (await RunAsync("source /nowhere/at/all")).Error.ShouldStartWith("cannot read \"/nowhere/at/all\": ");

    private Task<ShellReply> RunAsync(string line) => new SourcingRunner(_echo).RunAsync(line, CancellationToken.None);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Takes every line, except those that say "fail".</summary>
    private sealed class Echo : ILineRunner
    {
        public List<string> Lines { get; } = [];

        public string Place => "";

        public Task<ShellReply> RunAsync(string line, CancellationToken stop)
        {
            if (line.StartsWith('#')) return Task.FromResult(ShellReply.Nothing);
            Lines.Add(line);
            return Task.FromResult(line is "fail" ? new ShellReply { ExitCode = 1, Error = "no" } : new ShellReply { Ok = true, Text = line });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
