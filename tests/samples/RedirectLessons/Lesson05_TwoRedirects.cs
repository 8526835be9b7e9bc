using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// A frame may be redirected more than once on its way: where it comes in at alice, and again where it leaves at bob.
// Each ifb gives it back to the place where it was taken, and the filters there do not take it a second time.
// Order is kept: every ifb is first come, first served, and so is everything between.
public sealed class Lesson05_TwoRedirects
{
    [Fact]
    public void Frames_that_pass_two_ifbs_arrive_in_the_order_in_which_they_left()
    {
        using var lab = Lab.Start(TwoHosts.With(
            TwoHosts.Redirect,
            "ip link add ifb1 type ifb",
            "ip link set ifb1 up",
            "tc qdisc add dev bob clsact",
            "tc filter add dev bob egress matchall action mirred egress redirect dev ifb1"));
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        bob.OpenUdp(9);
        var arriving = lab.Probe("bob");

        for (byte number = 0; number < 100; number++) alice.SendUdp(bob, 9, new[] { number });

        var last = arriving.ExpectFrames(100, frame => frame.Udp is not null)[^1];
        Assert.Equal(Enumerable.Range(0, 100), bob.Datagrams(9).Select(datagram => (int)datagram.Payload.Span[0]));
        var journey = lab.Trace.Of(last).Stations.Where(station => station.Word is "redirect" or "reinject").Select(station => $"{station.Word} {station.Detail}");
        Assert.Equal(["redirect ifb0 egress", "reinject alice ingress", "redirect ifb1 egress", "reinject bob egress"], journey);
    }
}
