using System.Text.Json.Nodes;
using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests;

public sealed class ShellBatchTests
{
    private static async Task<(int Exit, string Output, string Error)> RunAsync(string script, bool json, Dictionary<string, string>? files = null)
    {
        await using var shell = new TestShell(json, files: files);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await ShellBatch.RunAsync(shell.Session, new StringReader(script), output, error, json);
        return (exit, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task Each_command_is_one_object()
    {
        var (exit, output, error) = await RunAsync("""
            # a comment
            ip netns add a

            ip -n a link set lo up
            inject -n a lo udp \
              size 100
            ! ip link show nope
            echo "a quote: \" and ü"
            queues lo
            """, json: true);

        output.ShouldBe("""
            {"line":2,"cmd":"ip netns add a","ok":true}
            {"line":4,"cmd":"ip -n a link set lo up","ok":true}
            {"line":5,"cmd":"inject -n a lo udp    size 100","ok":true,"output":{"ok":1,"enobufs":0,"netdown":0,"toolong":0}}
            {"line":7,"cmd":"! ip link show nope","ok":false,"error":"Device \"nope\" does not exist."}
            {"line":8,"cmd":"echo \"a quote: \\\" and ü\"","ok":true,"output":"a quote: \" and ü"}
            {"line":9,"cmd":"queues lo","ok":false,"error":"\"lo\" is a loopback device and has no such queues; only an ifb has"}

            """);
        exit.ShouldBe(1);
        error.ShouldBe("");
    }

    [Theory]
    [InlineData("ip link show lo", 0)]
    [InlineData("ip link show nope", 1)]
    [InlineData("! ip link show nope", 0)]
    [InlineData("! ip link show lo", 1)]
    [InlineData("", 0)]
    [InlineData("exit\nip link show nope", 0)]
    [InlineData("ip link show nope\nexit", 1)]
    public async Task The_exit_code_tells_whether_all_lines_did_what_they_should(string script, int exit)
    {
        (await RunAsync(script, json: true)).Exit.ShouldBe(exit);
        (await RunAsync(script, json: false)).Exit.ShouldBe(exit);
    }

    [Fact]
    public async Task As_text_each_command_stands_above_its_output()
    {
        var (_, output, error) = await RunAsync("echo one\n! ip link show nope\nip link show nope\n! echo two\necho three", json: false);

        output.ShouldBe("""
            > echo one
            one
            > ! ip link show nope
            Device "nope" does not exist.
            > ip link show nope
            > ! echo two
            two
            > echo three
            three

            """);
        error.ShouldBe("line 3: Device \"nope\" does not exist.\nline 4: the command succeeded although it must fail\n");
    }

    [Fact]
    public async Task What_is_text_only_is_a_string()
    {
        var (_, output, _) = await RunAsync("tc class show dev lo\nethtool -k lo", json: true);
        var lines = output.Split('\n');

        JsonNode.Parse(lines[0])!["output"].ShouldBeNull();
        JsonNode.Parse(lines[1])!["output"]!.GetValue<string>().ShouldStartWith("Features for lo:\n");
    }

    [Fact]
    public async Task A_sourced_file_answers_line_by_line()
    {
        var files = new Dictionary<string, string> { ["a"] = "echo in a\nsource b\necho after b", ["b"] = "# b\necho in b" };
        var (exit, output, _) = await RunAsync("source a", json: true, files);

        output.ShouldBe("""
            {"line":1,"cmd":"source a","ok":true,"output":[{"line":1,"cmd":"echo in a","ok":true,"output":"in a"},{"line":2,"cmd":"source b","ok":true,"output":[{"line":2,"cmd":"echo in b","ok":true,"output":"in b"}]},{"line":3,"cmd":"echo after b","ok":true,"output":"after b"}]}

            """);
        exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_sourced_line_that_fails_fails_the_line_that_sourced_it()
    {
        var files = new Dictionary<string, string> { ["a"] = "! ip link show nope\nip link show nope\necho on" };
        var (exit, output, error) = await RunAsync("source a", json: false, files);

        exit.ShouldBe(1);
        output.ShouldContain("> echo on\non\n");
        error.ShouldBe("line 2: Device \"nope\" does not exist.\n");
    }

    [Fact]
    public async Task Exit_in_a_sourced_file_ends_the_session()
    {
        var files = new Dictionary<string, string> { ["a"] = "exit\necho never" };

        (await RunAsync("source a\necho never", json: false, files)).Output.ShouldBe("> source a\n> exit\n");
    }

    [Fact]
    public async Task A_file_that_sources_itself_comes_to_an_end()
    {
        var files = new Dictionary<string, string> { ["a"] = "source a" };
        var (exit, _, error) = await RunAsync("source a", json: false, files);

        exit.ShouldBe(1);
        error.ShouldContain("\"a\" is not read: 8 files are open already; does one of them source itself?");
    }

    [Fact]
    public async Task Sourced_lines_are_bounded()
    {
        var files = new Dictionary<string, string> { ["a"] = string.Join('\n', Enumerable.Repeat("source b", 2000)), ["b"] = string.Concat(Enumerable.Repeat("#\n", 100)) };
        var (exit, _, error) = await RunAsync("source a", json: false, files);

        exit.ShouldBe(1);
        error.ShouldContain("more than 100000 lines; the rest is not run");
    }
}
