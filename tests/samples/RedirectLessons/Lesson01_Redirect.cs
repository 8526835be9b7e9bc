using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// A box is a little Linux, and "alice" in it is the far end of alice's cable. What alice sends arrives there: at its ingress.
// A filter at ingress looks at every frame before anybody else does. Its action "mirred egress redirect" takes the frame away
// and sends it out of another device: the bridge does not get to see it now.
// When that other device is an ifb, it gives the frame back to where it was taken from, a moment later. So alice and bob notice nothing.
public sealed class Lesson01_Redirect
{
    [Fact]
    public void What_alice_sends_takes_the_way_through_the_ifb_and_what_bob_answers_does_not()
    {
        using var lab = Lab.Start(TwoHosts.With(TwoHosts.Redirect));
        var ifb = lab.Probe("ifb0");

        var ping = lab.Host("alice").Ping(lab.Host("bob"), count: 3);

        Assert.Equal(3, ping.Received);
        var seen = ifb.Collect();
        Assert.All(seen, frame => Assert.Equal(lab.Host("alice").Mac, frame.Ethernet!.Source));
        Assert.Equal(3, seen.Count(frame => frame.Icmp is { Type: 8 }));
        Assert.DoesNotContain(seen, frame => frame.Icmp is { Type: 0 });
    }
}
