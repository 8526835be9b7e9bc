using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Sampling as a command describes it.</summary>
public sealed record SampleSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "sample";

    /// <summary>One frame in how many; null when the command does not say.</summary>
    public uint? Rate { get; init; }

    /// <summary>Number of the group that samples are for; null when the command does not say.</summary>
    public uint? Group { get; init; }

    /// <summary>Bytes that a sample has at most; null for the whole frame, or what it was before.</summary>
    public uint? Truncation { get; init; }

    /// <inheritdoc/>
    /// <exception cref="RtnlException">EINVAL: rate or group is missing, or the rate is 0.</exception>
    public override TcAction Create(NetNamespace ns)
    {
        Check();
        return new SampleAction(Rate!.Value, Group!.Value, Truncation, Control);
    }

    /// <inheritdoc/>
    public override void Apply(TcAction action)
    {
        Check();
        ((SampleAction)action).Change(Rate!.Value, Group!.Value, Truncation, Control);
    }

    private void Check()
    {
        if (Rate is null || Group is null) throw new RtnlException(Errno.EINVAL, "sample rate and group are required.");
        if (Rate == 0) throw new RtnlException(Errno.EINVAL, "invalid sample rate.");
    }
}
