using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Changes of a frame's fields outside its bytes, as a command describes them; what is null stays as it is.</summary>
public sealed record SkbeditSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "skbedit";

    /// <summary>Transmit queue.</summary>
    public ushort? Queue { get; init; }

    /// <summary>Priority, or class of a classful qdisc.</summary>
    public uint? Priority { get; init; }

    /// <summary>Firewall mark.</summary>
    public uint? Mark { get; init; }

    /// <summary>Bits of the mark that change; null for all.</summary>
    public uint? Mask { get; init; }

    /// <summary>For whom the frame is.</summary>
    public PacketType? Type { get; init; }

    /// <summary>The priority becomes that of the IP header: its six bits of differentiated services.</summary>
    public bool InheritsDsField { get; init; }

    /// <summary>Whether nothing changes.</summary>
    internal bool IsEmpty => this is { Queue: null, Priority: null, Mark: null, Type: null, InheritsDsField: false };

    /// <inheritdoc/>
    public override void CheckAlone()
    {
        if (IsEmpty) throw new RtnlException(Errno.EINVAL);
    }

    /// <inheritdoc/>
    public override TcAction Create(NetNamespace ns)
    {
        CheckAlone();
        return new SkbeditAction(this);
    }

    /// <inheritdoc/>
    public override void Apply(TcAction action)
    {
        CheckAlone();
        ((SkbeditAction)action).Change(this);
    }
}
