using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// "mirror" sends a copy and lets the frame itself go on. That is how one watches traffic without standing in its way:
// the copies go to a device of their own, where a program may listen for as long as it likes.
public sealed class Lesson02_Mirror
{
    [Fact]
    public void A_mirror_copies_every_byte_and_takes_nothing_away()
    {
        using var lab = Lab.Start(TwoHosts.With(
            "ip link add monitor type dummy",
            "ip link set monitor up",
            "tc qdisc add dev alice clsact",
            "tc filter add dev alice ingress matchall action mirred egress mirror dev monitor"));
        var (original, copy) = (lab.Probe("bob"), lab.Probe("monitor"));

        Assert.Equal(2, lab.Host("alice").Ping(lab.Host("bob"), count: 2).Received);

        var toBob = original.Collect().Where(frame => frame.Icmp is { Type: 8 }).Select(frame => frame.Bytes.ToArray());
        var copies = copy.Collect().Where(frame => frame.Icmp is { Type: 8 }).Select(frame => frame.Bytes.ToArray());
        Assert.Equal(toBob, copies);
    }
}
