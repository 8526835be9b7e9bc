using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>sample and simple, whose reports are stations of a trace.</summary>
public sealed class SampleActionTests
{
    private const int Frames = 5000;

    [Theory]
    [Trait("rule", "SAM-01")]
    [InlineData(1u)]
    [InlineData(4u)]
    [InlineData(50u)]
    public void One_frame_in_so_many_is_sampled_by_chance(uint rate)
    {
        using var lab = new TcBench();
        var list = lab.A.Actions.Bind([new SampleSpec { Rate = rate, Group = 5, Control = new TcControl(TcVerdict.Pipe) }], lab.Lab.Now);
        var skb = lab.Lab.Frame(100);
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };

        for (var i = 0; i < Frames; i++) list.Run(skb, ref context).ShouldBe(TcVerdict.Pipe);

        var expected = Frames / (double)rate;
        var samples = ((SampleAction)list.Actions[0]).Samples;
        Math.Abs(samples - expected).ShouldBeLessThanOrEqualTo(5 * Math.Sqrt(expected * (1 - (1.0 / rate))));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "SAM-01"), Trait("rule", "SIM-01")]
    public void A_trace_shows_samples_and_what_simple_logs()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb clsact",
            "filter add dev vb ingress protocol all prio 1 matchall action sample rate 1 group 5 trunc 40 action sample rate 1 group 6 action simple sdata hello drop");
        var tracer = new Reports();
        lab.Vb.Tracer = tracer;

        lab.X(2, 100);

        tracer.Lines.ShouldBe([
            "sample: group 5 rate 1 length 40", "sample: group 6 rate 1 length 100", "simple: hello_1",
            "sample: group 5 rate 1 length 40", "sample: group 6 rate 1 length 100", "simple: hello_2",
        ]);
        TcBench.Hook(lab.Vb).ShouldBe("2/172 drops 2");
        lab.Action(lab.B, kind: "simple").Stats.Drops.ShouldBe(0);
    }

    private sealed class Reports : IFrameTracer
    {
        public List<string> Lines { get; } = [];

        public void Trace(NetDevice? device, FrameStep step, SkBuff skb, string detail)
        {
            if (step == FrameStep.Report) Lines.Add(detail);
        }
    }
}
