using System.Text.Json;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Cli;

public sealed class ExitCodeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actornet-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("up")]
    [InlineData("no-such-command")]
    [InlineData("ps --no-such-option")]
    [InlineData("down")]
    [InlineData("down a --all")]
    [InlineData("exec alice")]
    [InlineData("completion tcsh")]
    [InlineData("ip -n")]
    [InlineData("link set")]
    [InlineData("link set a--b")]
    [InlineData("link reset")]
    public async Task Senseless_command_line_is_exit_code_2(string line)
    {
        // when
        var outcome = await InProcess.RunAsync(["--state-dir", _folder, .. line.Split(' ')]);

        // then
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldStartWith("actornet: ");
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_command_shows_the_help_as_a_usage_error()
    {
        var outcome = await InProcess.RunAsync();

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldContain("Commands:");
    }

    [Theory]
    [InlineData("down nothing", "there is no topology 'nothing'")]
    [InlineData("show nothing", "'nothing' is not running")]
    [InlineData("exec nobody -- true", "there is no host 'nobody'")]
    [InlineData("tc -n nowhere qdisc show", "there is no box 'nowhere'")]
    [InlineData("ip link show", "no box is running")]
    [InlineData("link show", "no topology is running")]
    [InlineData("link set nothing a--b delay 5ms", "'nothing' is not running")]
    [InlineData("link reset nothing/a-to-b", "'nothing' is not running")]
    [InlineData("events nothing --follow", "'nothing' is not running")]
    [InlineData("validate /nowhere/at-all.conf", "does not exist")]
    [InlineData("up /nowhere/at-all.conf", "does not exist")]
    [InlineData("--config /nowhere/at-all.conf ps", "does not exist")]
    public async Task What_cannot_be_done_is_exit_code_1_with_a_sentence(string line, string sentence)
    {
        // when
        var outcome = await InProcess.RunAsync(["--state-dir", _folder, .. line.Split(' ')]);

        // then
        outcome.ExitCode.ShouldBe(1, outcome.ToString());
        outcome.Error.ShouldContain(sentence);
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Empty_machine_lists_nothing()
    {
        (await InProcess.RunAsync("--state-dir", _folder, "ps")).ShouldBe(new Outcome(0, "no topology is running\n", ""));
        (await InProcess.RunAsync("--state-dir", _folder, "ps", "--json")).Output.Trim().ShouldBe("[]");
        (await InProcess.RunAsync("--state-dir", _folder, "gc")).ShouldBe(new Outcome(0, "nothing to clean up\n", ""));
    }

    [Fact]
    public async Task All_mistakes_of_a_file_come_at_once_with_their_places()
    {
        // given
        var file = Path.Combine(_folder, "bad.conf");
        await File.WriteAllTextAsync(file, """
            topology = "white space"
            hosts { a-name-of-sixteen { address = "10.0.0.1" } }
            boxes { lab { ports = [nobody], setup = "ip link ad x" } }
            """);

        // when
        var plain = await InProcess.RunAsync("validate", file);
        var json = await InProcess.RunAsync("validate", file, "--json");

        // then
        plain.ExitCode.ShouldBe(1);
        plain.Error.ShouldContain($"{file}:1:");
        plain.Error.ShouldContain($"{file}:2:");
        plain.Error.ShouldContain($"{file}:3:");
        using var document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("valid").GetBoolean().ShouldBeFalse();
        document.RootElement.GetProperty("mistakes").GetArrayLength().ShouldBe(plain.Error.Trim().Split('\n').Length);
    }

    [Theory]
    [MemberData(nameof(Configs))]
    public async Task Every_example_is_valid_and_has_a_plan(string name)
    {
        (await InProcess.RunAsync("validate", Checkout.Config(name))).ExitCode.ShouldBe(0);
        var plan = await InProcess.RunAsync("plan", Checkout.Config(name), "--json");
        using var document = JsonDocument.Parse(plan.Output);
        document.RootElement.GetProperty("topology").GetString().ShouldBe(name);
        document.RootElement.GetProperty("steps").GetArrayLength().ShouldBeGreaterThan(10);
    }

    public static TheoryData<string> Configs() => new([.. Checkout.Configs]);

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "#compdef actornet")]
    [InlineData("fish", "complete -c actornet")]
    public async Task Completion_script_is_printed(string shell, string part) => (await InProcess.RunAsync("completion", shell)).Output.ShouldContain(part);

    [Fact]
    public async Task Program_says_what_could_come_next() => (await InProcess.RunAsync("[suggest:2]", "va")).Output.ShouldContain("validate");

    [Fact]
    public async Task Bench_lists_its_subcommands() => (await InProcess.RunAsync("bench")).ExitCode.ShouldBe(0);

    [Fact]
    public async Task Version_is_told_as_json()
    {
        using var document = JsonDocument.Parse((await InProcess.RunAsync("version", "--json")).Output);
        document.RootElement.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
    }
}
