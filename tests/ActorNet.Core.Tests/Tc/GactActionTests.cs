using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

public sealed class GactActionTests
{
    private const int Frames = 6000;

    [Fact]
    [Trait("rule", "GACT-01")]
    public void Every_nth_frame_gets_the_other_verdict_exactly()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action pass random determ drop 4");

        Enumerable.Range(0, 12).Select(_ => lab.X(1, 100)).ShouldBe([1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0]);

        lab.Action(lab.A, kind: "gact").Stats.Drops.ShouldBe(3);
    }

    [Theory]
    [Trait("rule", "GACT-02")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void One_frame_in_so_many_gets_it_by_chance(int oneIn)
    {
        var dropped = Frames - Pattern(oneIn, index: 1).Count(passed => passed);

        // Five standard deviations.
        var expected = Frames / (double)oneIn;
        Math.Abs(dropped - expected).ShouldBeLessThanOrEqualTo(5 * Math.Sqrt(expected * (1 - (1.0 / oneIn))));
    }

    [Fact]
    [Trait("rule", "GACT-02")]
    public void Chance_repeats_from_the_seed_and_differs_between_actions()
    {
        var first = Pattern(oneIn: 2, index: 1);

        Pattern(oneIn: 2, index: 1).ShouldBe(first);
        Pattern(oneIn: 2, index: 2).ShouldNotBe(first);
    }

    [Fact]
    [Trait("rule", "GACT-01")]
    public void A_goto_is_no_other_verdict_and_gives_way_to_one()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 matchall action goto chain 5 random determ pass 2",
            "filter add dev va egress chain 5 protocol all prio 1 matchall action drop");

        Enumerable.Range(0, 4).Select(_ => lab.X(1, 100)).ShouldBe([0, 1, 0, 1]);

        Should.Throw<RtnlException>(() => lab.Tc(lab.A, "filter add dev va egress protocol all prio 2 matchall action drop random determ goto chain 5 2"))
            .Sentence.ShouldBe("goto chain not allowed on fallback.");
    }

    private static List<bool> Pattern(int oneIn, uint index)
    {
        using var lab = new TcBench();
        var list = lab.A.Actions.Bind(
            [new GactSpec { Control = new TcControl(TcVerdict.Ok), Chance = new GactChance(IsCounted: false, new TcControl(TcVerdict.Shot), (ushort)oneIn), Index = index }], lab.Lab.Now);
        var skb = lab.Lab.Frame(100);
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };
        var pattern = new List<bool>(Frames);
        for (var i = 0; i < Frames; i++) pattern.Add(list.Run(skb, ref context) == TcVerdict.Ok);
        skb.Free(Core.Frames.DropReason.Consumed);
        return pattern;
    }
}
