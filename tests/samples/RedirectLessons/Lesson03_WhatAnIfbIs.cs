using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// Linux can make frames wait only where they leave a device: there is a queueing discipline at egress, and none at ingress.
// What comes in is simply there. An ifb is a device whose only purpose is to have an egress: redirect what comes in to it,
// and its queueing discipline shapes what you receive as if you sent it.
public sealed class Lesson03_WhatAnIfbIs
{
    [Fact]
    public void An_ifb_shapes_what_comes_in()
    {
        using var free = Lab.Start(TwoHosts.With());
        using var shaped = Lab.Start(TwoHosts.With(TwoHosts.Redirect, "tc qdisc add dev ifb0 root tbf rate 1mbit burst 5kb latency 100ms"));

        var before = free.Host("alice").Udp(free.Host("bob"), "2mbit", 2.Seconds());
        var after = shaped.Host("alice").Udp(shaped.Host("bob"), "2mbit", 2.Seconds());

        Assert.Equal(0, before.Lost);
        // The rate counts headers, the result only payload: a little less than 1 Mbit/s.
        Assert.InRange(after.BitsPerSecond, 0.90e6, 1.0e6);
        Assert.Equal(after.Lost, shaped.Counters["ifb0"].Qdisc.Drops);
    }
}
