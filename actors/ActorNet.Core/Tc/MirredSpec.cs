using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>A redirect or mirror as a command describes it (rule MIR-01).</summary>
public sealed record MirredSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "mirred";

    /// <summary>Name of the target; null when the command only names the index of an action that exists.</summary>
    public string? Device { get; init; }

    /// <summary>Redirect rather than mirror.</summary>
    public bool Redirect { get; init; }

    /// <summary>Into the target's receive path rather than its transmit path.</summary>
    public bool ToIngress { get; init; }

    /// <summary>Verdict: STOLEN for a redirect; PIPE or what was asked for with a mirror.</summary>
    public TcControl Control { get; init; } = new(TcVerdict.Pipe);

    /// <summary>Makes the action; its target is looked up now, in the namespace of the filter (rule MIR-22).</summary>
    /// <exception cref="RtnlException">ENODEV: there is no such device. EINVAL: no device was named, and no action of that index exists.</exception>
    public override TcAction Create(NetNamespace ns)
    {
        if (Device is null) throw new RtnlException(Errno.EINVAL, "Specified mirred device does not exist.");
        return new MirredAction(ns.Get(Device), Redirect, ToIngress, Control);
    }
}
