using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// A queue that grows can tell the sender by dropping a frame, or, if the sender says that it understands, by setting two bits in the IP header:
// "congestion experienced". The frame arrives all the same. That is explicit congestion notification, ECN (RFC 3168).
// fq_codel does either: it marks the frames of those who understand, and drops those of the others.
public sealed class Lesson09_MarksInsteadOfDrops
{
    [Fact]
    public void Fq_codel_marks_those_who_understand_and_drops_from_the_others()
    {
        var plan = TwoHosts.With(
            TwoHosts.Redirect,
            "tc qdisc add dev ifb0 root handle 1: tbf rate 5mbit burst 10kb latency 1s",
            "tc qdisc add dev ifb0 parent 1:1 handle 10: fq_codel ecn");

        var deaf = Send(plan, ecn: false);
        var listening = Send(plan, ecn: true);

        Assert.Equal(0, deaf.Marked);
        Assert.True(deaf.Lost > 0);
        Assert.True(listening.Marked > 0);
        Assert.Equal(0, listening.Lost);
    }

    private static UdpResult Send(LabPlan plan, bool ecn)
    {
        using var lab = Lab.Start(plan);
        var flow = lab.Host("alice").StartUdp(lab.Host("bob"), "6mbit", 1.Seconds(), ecn: ecn);
        flow.Sending.Wait();
        lab.Advance(2.Seconds());
        return flow.Wait();
    }
}
