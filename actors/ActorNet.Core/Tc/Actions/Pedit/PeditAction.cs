using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Edits words of a frame (<c>net/sched/act_pedit.c</c>). Checksums are left as they are: <see cref="CsumAction"/> repairs them.</summary>
public sealed class PeditAction : TcAction
{
    private PeditKey[] _keys;

    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="keys">The changes, in order.</param>
    /// <param name="control">Verdict, also when a key cannot be applied.</param>
    public PeditAction(IReadOnlyList<PeditKey> keys, TcControl control)
    {
        _keys = [.. keys];
        Control = control;
    }

    /// <inheritdoc/>
    public override string Kind => "pedit";

    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<PeditKey> Keys => _keys;

    /// <summary>
    /// Applies the keys in order. One that cannot be applied counts as an overlimit and ends it; those before it stay applied. A frame whose bytes are shared and
    /// cannot be copied stays as it is.
    /// </summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        if (skb.IsShared && !context.Device.Runtime.Pool.Unshare(skb)) return Decide(ref context);
        foreach (ref readonly var key in _keys.AsSpan())
        {
            if (key.TryApply(skb)) continue;
            if (context.Device.Namespace.Kernel.PeditShowsOverlimits) Stats.Overlimits++;
            break;
        }

        return Decide(ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", " {0} ", Kind);
        TcControlPrinter.Print(writer, Control, "action ");
        writer.Number("nkeys", " keys {0}\n", _keys.Length).Plain(" \t ");
    }

    /// <inheritdoc/>
    public override void PrintBehindAges(ShowWriter writer)
    {
        writer.OpenArray("keys");
        for (var i = 0; i < _keys.Length; i++) PeditPrinter.Print(writer, _keys[i], i);
        writer.CloseArray();
    }

    /// <summary>Replaces keys and verdict; index and statistics stay.</summary>
    internal void Change(IReadOnlyList<PeditKey> keys, TcControl control)
    {
        _keys = [.. keys];
        Control = control;
    }
}
