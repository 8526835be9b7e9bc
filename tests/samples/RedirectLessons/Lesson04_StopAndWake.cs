using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// Inside, an ifb is a queue and somebody who empties it: in Linux a tasklet, here an actor. When more than "txqueuelen" frames wait,
// the ifb stops its queue: "no more, please". Frames then wait in its queueing discipline instead. The next drain wakes it up again.
// On a real machine that is over within microseconds. Here you can hold the drains and look.
public sealed class Lesson04_StopAndWake
{
    [Fact]
    public void A_full_ifb_stops_and_the_next_drain_wakes_it()
    {
        using var lab = Lab.Start(TwoHosts.With(TwoHosts.Redirect, "ip link set ifb0 txqueuelen 2"));
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        bob.OpenUdp(9);
        alice.Ping(bob, count: 1);
        lab.Hold("ifb0");

        for (byte number = 0; number < 5; number++) alice.SendUdp(bob, 9, new[] { number });

        // One more than the length fits, since the length is looked at before a frame is added.
        var queue = lab.Queues("ifb0")[0];
        Assert.Equal((3, true), (queue.Rq, queue.Stopped));
        Assert.Equal(2, lab.Counters["ifb0"].Qdisc.Queued);
        Assert.Empty(bob.Datagrams(9));

        Assert.True(lab.Step("ifb0").Ran);
        Assert.Equal(3, bob.Datagrams(9).Count);
        Assert.True(lab.Step("ifb0").Ran);
        Assert.Equal([3, 4], bob.Datagrams(9).Select(datagram => datagram.Payload.Span[0]));
    }
}
