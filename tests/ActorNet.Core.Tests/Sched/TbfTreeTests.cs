using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>What those above a tbf know of what it holds.</summary>
public sealed class TbfTreeTests
{
    [Fact]
    [Trait("rule", "TBF-02")]
    [Trait("rule", "QD-06")]
    public void Disciplines_above_count_the_pieces_of_a_super_frame()
    {
        // given
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: prio", "qdisc add dev va parent 1:1 handle 10: tbf rate 1000bps burst 1500 limit 100000");

        // when five segments of 1042 bytes come as one frame, of which the bucket lets one pass
        bench.SuperFrame(5000, 1000, prio: 0x10001);
        bench.Lab.Run();

        // then
        bench.Q(bench.At(0x10)).ShouldEndWith("backlog 4/4168");
        bench.Q().ShouldEndWith("backlog 4/4168");
        bench.Advance(10_000);
        bench.Q().ShouldBe("5/5210 drops 0 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "TBF-02")]
    public void Pieces_that_do_not_fit_are_drops_here_and_nothing_above()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: prio", "qdisc add dev va parent 1:1 handle 10: tbf rate 8bps burst 1500 limit 2500");

        bench.SuperFrame(5000, 1000, prio: 0x10001);
        bench.Lab.Run();

        bench.Q(bench.At(0x10)).ShouldBe("1/1042 drops 3 over 1 req 0 backlog 1/1042");
        bench.Q().ShouldEndWith("backlog 1/1042");
    }

    [Fact]
    [Trait("rule", "QD-06")]
    public void Child_that_drops_by_itself_is_followed()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 80bit burst 1514 limit 1000000", "qdisc add dev va parent 1:1 handle 10: sfq limit 5");
        bench.X(1, 1514);

        bench.X(20, 100, prio: 0x100001);

        bench.Q().ShouldEndWith("backlog 5/500");
        bench.Q(bench.At(0x10)).ShouldEndWith("backlog 5/500");
        bench.Tc("qdisc del dev va parent 1:1");
        bench.Q().ShouldEndWith("backlog 0/0");
    }

    [Theory]
    [InlineData("mpu 70000", "mpu 4464b ")]
    [InlineData("mpu 1kb", "mpu 1Kb ")]
    public void Smallest_length_is_cut_to_16_bits(string words, string shown)
    {
        using var bench = new ShapeBench();

        bench.Tc("qdisc add dev va root tbf rate 1mbit burst 10000 limit 30000 " + words);

        bench.Tc("-d qdisc show dev va").ShouldContain(shown);
    }
}
