using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// A token bucket (tbf) lets so many bits a second pass. It says nothing to the sender: it makes frames wait, and drops those that would wait too long.
// TCP finds out by itself. It sends faster until something is lost, takes that for "the way is full", sends it again and goes on more slowly.
// So a few losses are no fault; they are how TCP learns the rate.
public sealed class Lesson07_TcpBehindAShaper
{
    [Fact]
    public void Tcp_finds_the_rate_of_a_token_bucket_by_losing_a_little()
    {
        using var lab = Lab.Start(TwoHosts.With(TwoHosts.Redirect, "tc qdisc add dev ifb0 root tbf rate 10mbit burst 15kb latency 50ms"));
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        bob.ListenTcp(80);

        var transfer = alice.Tcp(bob, bytes: 5_000_000, port: 80);

        Assert.True(transfer.IsDone);
        Assert.Equal(5_000_000, bob.TcpReceived(80).Bytes);
        Assert.InRange(transfer.BitsPerSecond, 8e6, 10e6);
        Assert.True(transfer.Retransmits > 0);
        Assert.True(lab.Counters["ifb0"].Qdisc.Drops > 0);
    }
}
