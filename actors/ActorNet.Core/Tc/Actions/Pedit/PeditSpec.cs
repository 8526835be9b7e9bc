using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Changes of a frame as a command describes them.</summary>
public sealed record PeditSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "pedit";

    /// <summary>The changes, in order; none when the command only names the index of an action that exists.</summary>
    public IReadOnlyList<PeditKey> Keys { get; init; } = [];

    /// <summary>Makes the action.</summary>
    /// <exception cref="RtnlException">EINVAL: nothing to change was named.</exception>
    public override TcAction Create(NetNamespace ns)
    {
        RequireKeys();
        return new PeditAction(Keys, Control);
    }

    /// <inheritdoc/>
    public override void Apply(TcAction action)
    {
        RequireKeys();
        ((PeditAction)action).Change(Keys, Control);
    }

    private void RequireKeys()
    {
        if (Keys.Count == 0) throw new RtnlException(Errno.EINVAL, "act_pedit: Pedit requires keys to be passed.");
    }
}
