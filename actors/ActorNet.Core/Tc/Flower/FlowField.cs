namespace ActorNet.Core.Tc.Flower;

/// <summary>Where a field stands in a <see cref="FlowKey"/>: at most 64 bits of one word.</summary>
/// <param name="Word">Number of the word.</param>
/// <param name="Shift">Its lowest bit there.</param>
/// <param name="Bits">Its width.</param>
internal readonly record struct FlowField(int Word, int Shift, int Bits)
{
    /// <summary>Number of the device the frame came in by.</summary>
    public static readonly FlowField InputDevice = new(0, 0, 32);

    /// <summary>Protocol behind all tags and sessions that were walked.</summary>
    public static readonly FlowField NetworkProtocol = new(0, 32, 16);

    /// <summary>Protocol above IP; of a fragment too.</summary>
    public static readonly FlowField IpProtocol = new(0, 48, 8);

    /// <summary>Which addresses are there: <see cref="AddressV4"/>, <see cref="AddressV6"/> or 0.</summary>
    public static readonly FlowField AddressType = new(0, 56, 8);

    public static readonly FlowField EthernetDestination = new(1, 0, 48);

    /// <summary>Number of VLAN tags, those in metadata included.</summary>
    public static readonly FlowField VlanCount = new(1, 48, 8);

    /// <summary><see cref="Fragment"/> and <see cref="FirstFragment"/>.</summary>
    public static readonly FlowField Fragments = new(1, 56, 8);

    public static readonly FlowField EthernetSource = new(2, 0, 48);
    public static readonly FlowField Tos = new(2, 48, 8);
    public static readonly FlowField Ttl = new(2, 56, 8);

    public static readonly FlowField VlanId = new(3, 0, 12);
    public static readonly FlowField VlanPriority = new(3, 12, 3);
    public static readonly FlowField VlanTpid = new(3, 16, 16);
    public static readonly FlowField VlanEtherType = new(3, 32, 16);
    public static readonly FlowField TcpFlags = new(3, 48, 16);

    /// <summary>Of the second tag (customer VLAN).</summary>
    public static readonly FlowField CustomerVlanId = new(4, 0, 12);
    public static readonly FlowField CustomerVlanPriority = new(4, 12, 3);
    public static readonly FlowField CustomerVlanTpid = new(4, 16, 16);
    public static readonly FlowField CustomerVlanEtherType = new(4, 32, 16);
    public static readonly FlowField IcmpType = new(4, 48, 8);
    public static readonly FlowField IcmpCode = new(4, 56, 8);

    /// <summary>IPv4 address, or the first half of an IPv6 one.</summary>
    public static readonly FlowField SourceHigh = new(5, 0, 64);
    public static readonly FlowField SourceLow = new(6, 0, 64);
    public static readonly FlowField DestinationHigh = new(7, 0, 64);
    public static readonly FlowField DestinationLow = new(8, 0, 64);

    public static readonly FlowField SourcePort = new(9, 0, 16);
    public static readonly FlowField DestinationPort = new(9, 16, 16);
    public static readonly FlowField PppoeSession = new(9, 32, 16);
    public static readonly FlowField PppProtocol = new(9, 48, 16);

    /// <summary>Ends of a range of ports, of filters only: <see cref="FlowerMask"/> compares the frame's ports with them.</summary>
    public static readonly FlowField SourcePortMin = new(RangeWord, 0, 16);
    public static readonly FlowField DestinationPortMin = new(RangeWord, 16, 16);
    public static readonly FlowField SourcePortMax = new(RangeWord, 32, 16);
    public static readonly FlowField DestinationPortMax = new(RangeWord, 48, 16);

    public static readonly FlowField ArpSender = new(11, 0, 32);
    public static readonly FlowField ArpTarget = new(11, 32, 32);
    public static readonly FlowField ArpSenderHardware = new(12, 0, 48);
    public static readonly FlowField ArpOperation = new(12, 48, 8);

    /// <summary>A bit for each entry of the label stack that is there.</summary>
    public static readonly FlowField MplsEntries = new(12, 56, 8);
    public static readonly FlowField ArpTargetHardware = new(13, 0, 48);
    public static readonly FlowField PppoeType = new(13, 48, 16);

    /// <summary>The word with the ends of ranges.</summary>
    public const int RangeWord = 10;

    /// <summary>IPv4 addresses are there.</summary>
    public const ulong AddressV4 = 1;

    /// <summary>IPv6 addresses are there.</summary>
    public const ulong AddressV6 = 2;

    /// <summary>Part of a fragmented packet.</summary>
    public const ulong Fragment = 1;

    /// <summary>The first part of a fragmented packet.</summary>
    public const ulong FirstFragment = 2;

    /// <summary>Entries of a label stack that are looked at (FLOW_DIS_MPLS_MAX).</summary>
    public const int MaxMplsEntries = 7;

    /// <summary>All its bits, as a value.</summary>
    public ulong Ones => Bits == 64 ? ulong.MaxValue : (1UL << Bits) - 1;

    /// <summary>Label of the entry of that number, from 0.</summary>
    public static FlowField MplsLabel(int entry) => new(MplsWord(entry), MplsShift(entry), 20);

    /// <summary>Traffic class of an entry.</summary>
    public static FlowField MplsClass(int entry) => new(MplsWord(entry), MplsShift(entry) + 20, 3);

    /// <summary>Bottom-of-stack bit of an entry.</summary>
    public static FlowField MplsBottom(int entry) => new(MplsWord(entry), MplsShift(entry) + 23, 1);

    /// <summary>Time to live of an entry.</summary>
    public static FlowField MplsTtl(int entry) => new(MplsWord(entry), MplsShift(entry) + 24, 8);

    private static int MplsWord(int entry) => 14 + (entry / 2);

    private static int MplsShift(int entry) => entry % 2 * 32;
}
