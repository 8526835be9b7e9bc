using ActorNet.Node.Cli;
using ActorNet.Node.Commands;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Cli;

public class BoxOptionTests
{
    [Theory]
    [InlineData("tc", "-n lab -s -j qdisc show", "lab", "-s -j qdisc show")]
    [InlineData("tc", "-s -netns t/lab qdisc show", "t/lab", "-s qdisc show")]
    [InlineData("ip", "--netns lab link", "lab", "link")]
    [InlineData("ip", "-f inet -n lab addr", "lab", "-f inet addr")]
    [InlineData("ip", "-f -n lab addr", null, "-f -n lab addr")]
    [InlineData("ip", "link add veth0 type veth peer name -n", null, "link add veth0 type veth peer name -n")]
    [InlineData("ethtool", "-n lab -k alice", "lab", "-k alice")]
    [InlineData("ethtool", "-k alice", null, "-k alice")]
    [InlineData("ip", "", null, "")]
    public void Box_is_taken_from_the_options_in_front_of_the_command(string tool, string line, string? box, string rest)
    {
        // when
        var (found, words) = BoxOption.Take(tool, Words(line));

        // then
        found.ShouldBe(box);
        words.ShouldBe(Words(rest));
    }

    [Theory]
    [InlineData("-n")]
    [InlineData("-n a -n b link")]
    public void Missing_or_doubled_box_is_a_usage_error(string line) =>
        Should.Throw<NodeException>(() => BoxOption.Take("ip", Words(line))).ExitCode.ShouldBe(ExitCodes.Usage);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
