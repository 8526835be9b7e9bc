using ActorNet.Core.Frames;
using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// Redirects can chase each other: what comes in at alice is sent to the ingress of bob, and what comes in there to the ingress of alice.
// Linux counts how deep such a chain goes and ends it: after a few rounds the frame is dropped, and the action that would have
// gone one too far counts an overlimit. So the machine survives, and the counters tell you where the loop is.
public sealed class Lesson06_Loops
{
    [Fact]
    public void A_frame_that_turns_in_a_circle_is_dropped_and_counted()
    {
        using var lab = Lab.Start(TwoHosts.With(
            "tc qdisc add dev alice clsact",
            "tc qdisc add dev bob clsact",
            "tc filter add dev alice ingress matchall action mirred ingress redirect dev bob",
            "tc filter add dev bob ingress matchall action mirred ingress redirect dev alice"));

        var ping = lab.Host("alice").Ping(lab.Host("bob"), count: 1);

        Assert.Equal(0, ping.Received);
        Assert.True(lab.Counters.Dropped(DropReason.MirredLoop) > 0);
        Assert.Matches("overlimits [1-9]", lab.Run("tc -n lab -s actions list action mirred").Output);
    }
}
