using ActorNet.Node.Shell.Help;
using ActorNet.Shell;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Help;

public class HelpTests
{
    public static TheoryData<string> Names => [.. HelpTopics.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Example_works_in_a_fresh_shell(string name)
    {
        var topic = HelpTopics.All.Single(t => t.Name == name);
        await using var shell = new FreshShell();

        await shell.DoAsync(topic.Example);

        topic.Summary.ShouldNotBeEmpty();
        topic.Syntax.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_verb_and_program_has_a_topic()
    {
        foreach (var name in ShellVerbs.All.Select(v => v.Name).Concat(ShellVerbs.Programs)) HelpTopics.Find([name]).ShouldNotBeEmpty(name);
    }

    [Theory]
    [InlineData("", "inject")]
    [InlineData("", "tc filter")]
    [InlineData("tc filter", "matchall action mirred")]
    [InlineData("tc f", "tc filter add dev vb ingress")]
    [InlineData("tc", "tc qdisc")]
    [InlineData("inject", "inject [-n NETNS] DEV FRAME...")]
    [InlineData("inject", "example")]
    public void Help_says(string words, string text)
    {
        var (complaint, said) = Print(words);

        complaint.ShouldBeNull();
        said.ShouldContain(text);
    }

    [Fact]
    public void Help_on_nothing_known_says_so() => Print("tc nonsense").Complaint.ShouldBe("There is no help on \"tc nonsense\"; \"help\" lists what there is.");

    private static (string? Complaint, string Said) Print(string words)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 200;
        var complaint = HelpPrinter.Print(console, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (complaint, writer.ToString());
    }
}
