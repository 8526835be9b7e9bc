using ActorNet.TestKit;
using Xunit;

namespace RedirectLessons;

// On a real machine many things happen at once, and a test sees one order of them: the next run may see another, and fail once a month.
// A lab can try orders on purpose. Explore runs the same test under many that are possible, and a run that fails says how to repeat it exactly.
// Faults can be had on purpose, too: here the third data frame is lost, and TCP has to notice and repair it, whatever the order.
public sealed class Lesson10_OtherOrders
{
    [Fact]
    public void Tcp_repairs_a_loss_in_every_order_of_events()
    {
        var plan = TwoHosts.With(TwoHosts.Redirect, "tc qdisc add dev ifb0 root netem delay 5ms");

        Lab.Explore(plan, runs: 50, firstSeed: 1, lab =>
        {
            var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
            bob.ListenTcp(80);
            var seen = 0;
            var loss = lab.Drop("alice", frame => frame.Tcp is not null && frame.Payload.Length > 0 && ++seen == 3, count: 1);

            var transfer = alice.Tcp(bob, bytes: 100_000, port: 80);

            Assert.Equal(1, loss.Dropped);
            Assert.True(transfer.IsDone);
            Assert.Equal(100_000, bob.TcpReceived(80).Bytes);
            Assert.True(transfer.Retransmits >= 1);
        });
    }
}
