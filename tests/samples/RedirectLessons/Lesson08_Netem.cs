using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// netem makes a short cable long: every frame waits for the delay. While they wait they must be kept somewhere, and netem has room for "limit" frames.
// That is a trap: with a delay of a tenth of a second and a thousand frames a second, a hundred are under way at any time. With less room than that
// netem loses frames although nobody asked it to.
public sealed class Lesson08_Netem
{
    [Fact]
    public void A_delay_is_exact_and_needs_room_for_what_is_under_way()
    {
        using var lab = Lab.Start(TwoHosts.With(TwoHosts.Redirect, "tc qdisc add dev ifb0 root netem delay 100ms limit 1000"));
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));

        alice.Ping(bob, count: 1);
        Assert.All(alice.Ping(bob, count: 5).RoundTrips, time => Assert.Equal(100.Milliseconds(), time));

        // 800 bits every millisecond: a hundred frames in 100 ms.
        Assert.Equal(0, alice.Udp(bob, "800kbit", 1.Seconds(), payload: 100).Lost);
        lab.Run("tc -n lab qdisc change dev ifb0 root netem delay 100ms limit 50");
        var cramped = alice.Udp(bob, "800kbit", 1.Seconds(), payload: 100);
        Assert.InRange(cramped.Lost, 400, 600);
    }
}
