namespace ActorNet.Core.Tc.Flower;

/// <summary>What tc hands to the kernel for a flower filter (<c>TCA_FLOWER_*</c>), each value with its mask. Ports have an attribute for each protocol.</summary>
internal enum FlowerAttribute
{
    EthernetDestination,
    EthernetSource,
    EtherType,
    VlanCount,
    VlanId,
    VlanPriority,
    VlanEtherType,
    CustomerVlanId,
    CustomerVlanPriority,
    CustomerVlanEtherType,
    IpProtocol,
    Tos,
    Ttl,
    SourceV4,
    DestinationV4,
    SourceV6,
    DestinationV6,
    TcpSource,
    TcpDestination,
    UdpSource,
    UdpDestination,
    SctpSource,
    SctpDestination,
    SourceMin,
    SourceMax,
    DestinationMin,
    DestinationMax,
    TcpFlags,
    IcmpType,
    IcmpCode,
    IcmpV6Type,
    IcmpV6Code,
    ArpSender,
    ArpTarget,
    ArpOperation,
    ArpSenderHardware,
    ArpTargetHardware,
    MplsLabel,
    MplsClass,
    MplsBottom,
    MplsTtl,
    PppoeSession,
    PppProtocol,
    Fragments,
}

/// <summary>An entry of a label stack as a command describes it (<c>lse depth 1 label 5</c>); null is any.</summary>
/// <param name="Depth">Its place from 1, the outermost.</param>
internal sealed record FlowerLabel(ulong Depth)
{
    public ulong? Label { get; init; }

    public ulong? Class { get; init; }

    public ulong? Bottom { get; init; }

    public ulong? Ttl { get; init; }
}

/// <summary>The attributes of one filter. Of one that is given twice the last counts, whatever stands between.</summary>
internal sealed class FlowerAttributes
{
    private readonly Dictionary<FlowerAttribute, (UInt128 Value, UInt128 Mask)> _values = [];

    /// <summary>Entries of the label stack; null when the command did not speak of them by <c>mpls</c>.</summary>
    public List<FlowerLabel>? Labels { get; set; }

    /// <summary>Name of the device the frame must have come in by; null for any.</summary>
    public string? InputDevice { get; set; }

    /// <summary>An address without any byte was written (<c>any</c>), which the kernel refuses.</summary>
    public bool HasEmptyAddress { get; set; }

    /// <summary>Sets a value whose mask has all bits.</summary>
    public void Set(FlowerAttribute attribute, UInt128 value) => Set(attribute, value, UInt128.MaxValue);

    /// <summary>Sets a value with its mask.</summary>
    public void Set(FlowerAttribute attribute, UInt128 value, UInt128 mask) => _values[attribute] = (value, mask);

    /// <summary>Whether it was given.</summary>
    public bool Has(FlowerAttribute attribute) => _values.ContainsKey(attribute);

    /// <summary>Value and mask, zeros when it was not given.</summary>
    public (UInt128 Value, UInt128 Mask) Get(FlowerAttribute attribute) => _values.GetValueOrDefault(attribute);
}

/// <summary>Options of a flower filter.</summary>
public sealed record FlowerOptions : FilterOptions
{
    /// <summary>Of a command that did not name the kind: nothing was said, which is less than "matches everything".</summary>
    internal static FlowerOptions Missing { get; } = new() { IsMissing = true };

    /// <summary>What frames must look like.</summary>
    internal FlowerAttributes Attributes { get; init; } = new();

    /// <summary>No options came with the command.</summary>
    internal bool IsMissing { get; private init; }
}
