using ActorNet.Core.Frames;

namespace ActorNet.Shell.Frames;

/// <summary>Frames as the words of <c>inject</c> and <c>receive</c> describe them, and how they are sent.</summary>
public sealed record FrameSpec
{
    /// <summary>Most frames of one line.</summary>
    public const int MaxCount = 1_000_000;

    /// <summary>Most frames back to back: they are all under way at once.</summary>
    public const int MaxBurst = 32768;

    /// <summary>Most bytes back to back.</summary>
    public const long MaxBurstBytes = 64 << 20;

    /// <summary>What they are made of.</summary>
    public FrameKind Kind { get; init; }

    /// <summary>The bytes of <see cref="FrameKind.Hex"/>; empty for other kinds.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Source MAC address.</summary>
    public MacAddress Source { get; init; } = new(0x0200_0000_0001);

    /// <summary>Destination MAC address.</summary>
    public MacAddress Destination { get; init; } = new(0x0200_0000_0002);

    /// <summary>EtherType of <see cref="FrameKind.Eth"/>; the default is one that nobody listens to.</summary>
    public ushort Type { get; init; } = 0x88B5;

    /// <summary>Sender and its port.</summary>
    public (uint Address, ushort Port) From { get; init; } = (0x0A09_0001, 1000);

    /// <summary>Receiver and its port.</summary>
    public (uint Address, ushort Port) To { get; init; } = (0x0A09_0002, 9);

    /// <summary>Priority, DEI and number of a VLAN tag in the bytes; null for none.</summary>
    public ushort? Vlan { get; init; }

    /// <summary>Bytes from the MAC header on, a tag included.</summary>
    public int Size { get; init; } = 100;

    /// <summary>How many.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Nanoseconds after each frame; 0: back to back, as one softirq's work.</summary>
    public long Gap { get; init; }

    /// <summary>Receive queue they are marked as coming from; null for none.</summary>
    public int? Queue { get; init; }

    /// <summary>Priority or class.</summary>
    public uint Priority { get; init; }

    /// <summary>Mark.</summary>
    public uint Mark { get; init; }

    /// <summary>Payload bytes of each segment of a super-frame; 0 for plain frames.</summary>
    public ushort Gso { get; init; }

    /// <summary>Past the qdisc, straight to the driver.</summary>
    public bool Bypass { get; init; }

    /// <summary>Bytes of the Ethernet header, a tag included.</summary>
    internal int MacHeaderSize => EthernetHeader.Size + (Vlan is null ? 0 : EthernetHeader.VlanSize);
}
