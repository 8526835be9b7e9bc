using ActorNet.Node.Cli;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Cli;

public class VerbatimTailTests
{
    [Theory]
    [InlineData("ps --json", "ps --json", "")]
    [InlineData("ip -n lab -s -j link show", "ip", "-n lab -s -j link show")]
    [InlineData("--state-dir /x tc -n lab qdisc", "--state-dir /x tc", "-n lab qdisc")]
    [InlineData("--state-dir=/x tc -h", "--state-dir=/x tc", "-h")]
    [InlineData("exec alice -- ping -c 3 10.0.0.2", "exec alice", "ping -c 3 10.0.0.2")]
    [InlineData("exec alice ping --help", "exec alice", "ping --help")]
    [InlineData("exec --state-dir ip alice -- ls --", "exec --state-dir ip alice", "ls --")]
    [InlineData("exec alice --help", "exec alice --help", "")]
    [InlineData("ip --help", "ip --help", "")]
    [InlineData("show tc", "show tc", "")]
    [InlineData("", "", "")]
    public void Words_of_other_programs_are_passed_on_as_they_stand(string line, string own, string tail)
    {
        // when
        var split = VerbatimTail.Split(Words(line));

        // then
        split.Own.ShouldBe(Words(own));
        split.Tail.ShouldBe(Words(tail));
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
