using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Editing a frame takes no memory.</summary>
public sealed class EditingAllocationTests
{
    [Theory]
    [InlineData("pedit ex munge eth src set 02:00:00:00:00:09 munge ip ttl decrement munge udp dport set 53 munge offset 8 u8 at 0 0x0f 2 set 7")]
    [InlineData("csum iph tcp udp icmp sctp")]
    [InlineData("nat egress 10.9.0.0/24 192.0.2.0")]
    public void Running_allocates_nothing(string words)
    {
        using var bench = new ActionBench();
        var action = bench.Make(words);
        var skb = bench.Frame(new TestPacket { Udp = true, PayloadLength = 100 }.ToBytes());

        for (var i = 0; i < 200; i++) bench.Run(action, skb);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) bench.Run(action, skb);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        skb.Free(DropReason.Consumed);
    }
}
