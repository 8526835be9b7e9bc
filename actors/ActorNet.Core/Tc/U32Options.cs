namespace ActorNet.Core.Tc;

/// <summary>Options of a u32 filter, or of a hash table (<see cref="Divisor"/>).</summary>
public sealed record U32Options : FilterOptions
{
    /// <summary>Keys that must all agree; null when the command had none, which only a table and the change of a filter that exists allow.</summary>
    public IReadOnlyList<U32Key>? Keys { get; init; }

    /// <summary>A class or actions were named: a match decides (TC_U32_TERMINAL).</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Buckets of a hash table to make; null for a filter.</summary>
    public int? Divisor { get; init; }

    /// <summary>Handle of the table and bucket the filter is put into (<c>ht</c>, <c>sample</c>); 0 for the root table.</summary>
    public uint Table { get; init; }

    /// <summary>Handle of the table it leads to, 0 to lead nowhere; null when the command did not say.</summary>
    public uint? LinkTo { get; init; }

    /// <summary>How it leads there.</summary>
    public U32Link Link { get; init; }

    /// <summary>Only frames that came in on this device; null when the command did not say.</summary>
    public string? InDev { get; init; }

    /// <summary>Firewall mark the frame must have, under <see cref="MarkMask"/>.</summary>
    public uint Mark { get; init; }

    /// <summary>Bits of the mark that count; 0 for any mark.</summary>
    public uint MarkMask { get; init; }

    /// <summary>Bits that the word <c>order</c> adds to the handle.</summary>
    public uint Order { get; init; }

    /// <summary>A class was named, be it 0.</summary>
    public bool HasClass { get; init; }

    /// <summary>Whether the command said nothing behind the kind.</summary>
    internal bool IsEmpty { get; init; }

    /// <inheritdoc/>
    public override uint HandleFor(uint given) => given | Order;
}
