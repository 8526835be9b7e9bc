using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Prompt;

/// <summary>The real program on a real terminal.</summary>
public sealed class PromptTests : IDisposable
{
    private const string Prompt = "actornet 0.000s>";

    private readonly string _folder = Directory.CreateTempSubdirectory("actornet-prompt-").FullName;

    private string HistoryPath => Path.Combine(_folder, "actornet", "history");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public void Lines_are_edited_completed_and_carried_out()
    {
        using var shell = Start();

        // words are completed as far as they are common, then listed
        shell.Type("ip li\tadd va type veth peer name vx\u007fb\r");
        shell.Until("actornet 0.000s> ip link add va type veth peer name vb\nactornet");
        shell.Type("ip link set v\t");
        shell.UntilLine("actornet 0.000s> ip link set v");
        shell.Type("\t");
        shell.Until("\nva  vb\nactornet");

        // and the cursor goes where the keys say
        shell.Type("a up\u0001\u001bf\u001bf\u001bf\u001b[D\u001b[D\u001b[D\u0006\u0006\u0006\u0005\r");
        shell.Until("ip link set va up\nactornet");
        shell.Type("ip -br link show dev va\r");
        shell.Until("va@vb");
    }

    [SkippableFact]
    public void History_is_walked_searched_and_kept()
    {
        // given
        using (var first = Start())
        {
            first.Type("echo one\recho two\r");
            first.Until("\ntwo\nactornet");
            first.Type("\u001b[A\u001b[A");
            first.UntilLine("actornet 0.000s> echo one");
            first.Type("\u001b[B");
            first.UntilLine("actornet 0.000s> echo two");
            first.Type("\u0003");
            // between two prompts the terminal is the kernel's: a ^D typed there would be taken by it
            first.Until("echo two^C\nactornet 0.000s>");
            first.Type("\u0004");
            first.UntilEnd();
        }

        // then
        File.ReadAllLines(HistoryPath).ShouldBe(["echo one", "echo two"]);
        File.GetUnixFileMode(HistoryPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        // and the next shell finds it
        using var second = Start();
        second.Type("\u0012one");
        second.UntilLine("(reverse-i-search)`one': echo one");
        second.Type("\r");
        second.Until("\none\nactornet");
    }

    [SkippableFact]
    public void Terminal_is_given_back_as_it_was()
    {
        using var shell = Start();
        shell.Type("exit\r");
        shell.UntilEnd();

        var lines = shell.Printed.Replace("\r", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[^2].ShouldEndWith("left with 0");
        lines[^1].ShouldBe(lines[0]);
    }

    [SkippableFact]
    public void Pasted_lines_run_one_by_one_and_tabs_in_them_complete_nothing()
    {
        using var shell = Start();
        shell.Type("\u001b[200~ip link add d0 \\\n\ttype dummy\necho done\n\u001b[201~");

        shell.Until("\ndone\nactornet");
        shell.Screen.ShouldContain("actornet 0.000s> ip link add d0 \\\n>  type dummy\n");
        shell.Type("ip -br link show dev d0\r");
        shell.Until("DOWN");
    }

    [SkippableFact]
    public void Line_wider_than_the_terminal_wraps_and_follows_its_size()
    {
        using var shell = Start(columns: 30);
        shell.Type("echo 漢字 aaaaaaaaaabbbbbbbbbbcccccccccc");
        shell.Until("actornet 0.000s> echo 漢字 aaa\naaaaaaabbbbbbbbbbcccccccccc");

        // when
        shell.Resize(60, 24);

        // then
        shell.UntilLine("actornet 0.000s> echo 漢字 aaaaaaaaaabbbbbbbbbbcccccccccc");
        shell.Type("\r");
        shell.Until("\n漢字 aaaaaaaaaabbbbbbbbbbcccccccccc\nactornet");
    }

    [SkippableFact]
    public void Errors_are_red_unless_colours_are_unwelcome()
    {
        using var coloured = Start();
        coloured.Type("ip link set nowhere up\r");
        coloured.Until("Cannot find device \"nowhere\"");
        coloured.Printed.ShouldContain("\u001b[31mCannot find device \"nowhere\"");

        using var plain = Start(environment: ("NO_COLOR", "1"));
        plain.Type("ip link set nowhere up\r");
        plain.Until("Cannot find device \"nowhere\"");
        plain.Printed.ShouldNotContain("\u001b[31m");
        plain.Printed.ShouldNotContain("\u001b[1;32m");
    }

    [SkippableFact]
    public void Prompt_shows_namespace_and_virtual_time()
    {
        using var shell = Start();
        shell.Type("ip netns add lab\ruse lab\radvance 1250ms\r");
        shell.UntilLine("actornet lab 1.250s>");
        shell.Type("ip link add d0 type dummy\rip link set \t");
        shell.Until("ip link set");
        shell.Type("\t");
        shell.Until("d0");
        shell.Type("\u0003use nowhere\r");
        shell.Until("Cannot open network namespace \"nowhere\"");
    }

    [SkippableFact]
    public void Control_c_gives_a_long_line_up()
    {
        using var shell = Start();
        shell.Type("ip link add d0 type dummy\rip link set d0 up\r");
        shell.Type("inject d0 eth count 1000000 gap 1s\r");
        shell.Until(_ => shell.Printed.Contains("gap 1s", StringComparison.Ordinal) && shell.Printed.EndsWith("\u001b[?2004l", StringComparison.Ordinal), "the line is being carried out");

        // when
        shell.Type("\u0003");

        // then
        shell.Until("given up");
        shell.Type("echo on\r");
        shell.Until("\non\nactornet");
    }

    [SkippableFact]
    public void Help_is_at_hand()
    {
        using var shell = Start(rows: 60);
        shell.Type("help\r");
        shell.Until("tc filter");
        shell.Type("help tc filter\r");
        shell.Until("matchall action mirred egress redirect dev ifb0");
    }

    [SkippableFact]
    public void History_that_cannot_be_kept_is_told_of_once_and_stops_nothing()
    {
        // given
        Directory.CreateDirectory(HistoryPath);

        // when
        using var shell = Start();
        shell.Type("echo one\recho two\r");

        // then
        shell.Until("\ntwo\nactornet");
        shell.Printed.Split("the history in").Length.ShouldBe(2);
    }

    private TerminalProgram Start(int columns = 100, int rows = 30, params IReadOnlyList<(string Name, string Value)> environment)
    {
        Needs.Program("setsid", "util-linux");
        var shell = new TerminalProgram(columns, rows, [("XDG_STATE_HOME", _folder), .. environment], "shell");
        shell.Until(Prompt);
        return shell;
    }
}
