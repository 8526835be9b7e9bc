using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>What a vlan action does (<c>TCA_VLAN_ACT_*</c>).</summary>
public enum VlanEdit
{
    /// <summary>Nothing was said: the kernel refuses that, unless it names an action that exists.</summary>
    None,

    /// <summary>Takes the outermost tag away.</summary>
    Pop,

    /// <summary>Adds a tag.</summary>
    Push,

    /// <summary>Changes the outermost tag; frames without one are left alone.</summary>
    Modify,

    /// <summary>Takes the Ethernet header away.</summary>
    PopEthernet,

    /// <summary>Puts an Ethernet header in front of a frame that has none.</summary>
    PushEthernet,
}

/// <summary>A change of tags or Ethernet header as a command describes it.</summary>
public sealed record VlanSpec : ActionSpec
{
    private const int ReservedId = 0xFFF;

    /// <inheritdoc/>
    public override string Kind => "vlan";

    /// <summary>What to do.</summary>
    public VlanEdit Edit { get; init; }

    /// <summary>VLAN number; needed to push or modify.</summary>
    public ushort? Id { get; init; }

    /// <summary>EtherType of the tag; null for 802.1Q.</summary>
    public ushort? Protocol { get; init; }

    /// <summary>Priority 0 to 7; null for 0, or for that of the tag that is modified.</summary>
    public byte? Priority { get; init; }

    /// <summary>Destination of the Ethernet header that is put in front.</summary>
    public MacAddress? Destination { get; init; }

    /// <summary>Source of that header.</summary>
    public MacAddress? Source { get; init; }

    /// <summary>EtherType of the tag.</summary>
    internal ushort TagProtocol => Protocol ?? EtherType.Vlan;

    /// <inheritdoc/>
    public override void CheckAlone()
    {
        if (Edit == VlanEdit.None) throw new RtnlException(Errno.EINVAL);
        if (Id >= ReservedId) throw new RtnlException(Errno.ERANGE);
    }

    /// <inheritdoc/>
    /// <exception cref="RtnlException">EINVAL: nothing to do was named. ERANGE: a VLAN number of 4095 or more.</exception>
    public override TcAction Create(NetNamespace ns)
    {
        CheckAlone();
        return new VlanAction(this);
    }

    /// <inheritdoc/>
    public override void Apply(TcAction action)
    {
        CheckAlone();
        ((VlanAction)action).Change(this);
    }
}
