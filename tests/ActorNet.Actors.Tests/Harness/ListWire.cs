using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Tests.Harness;

/// <summary>The far end of a TAP endpoint: keeps what is written, hands in what the test wants to arrive.</summary>
public sealed class ListWire(IWireSink sink) : IWire
{
    public DeviceFeatures Offloads { get; init; } = DeviceFeatures.Sg | DeviceFeatures.HwCsum | DeviceFeatures.AllTso;

    /// <summary>First payload bytes of the frames written, as a number.</summary>
    public List<int> Marks { get; } = [];

    public long Written { get; private set; }

    public bool Keeps { get; set; } = true;

    /// <summary>Frames it takes before it says it is full.</summary>
    public long Room { get; set; } = long.MaxValue;

    public SkBuffPool Pool => sink.Pool;

    public WireStatus Write(SkBuff skb, int queue)
    {
        if (Room == 0) return WireStatus.WouldBlock;
        Room--;
        Written++;
        if (Keeps) Marks.Add(BitConverter.ToInt32(skb.Span.Slice(EthernetHeader.Size, 4)));
        return WireStatus.Written;
    }

    public void Arrive(int mark, int size = 100, ulong dst = 0x0200_0000_0002, ulong src = 0x0200_0000_0001)
    {
        var skb = sink.Pool.Rent(size)!;
        new MacAddress(dst).Write(skb.Span);
        new MacAddress(src).Write(skb.Span[6..]);
        skb.Span[12] = 0x08;
        skb.Span[13] = 0x00;
        BitConverter.TryWriteBytes(skb.Span[EthernetHeader.Size..], mark);
        sink.Receive(skb);
    }

    public void EndOfBurst() => sink.EndOfBurst();

    public void Writable() => sink.Writable(0);
}
