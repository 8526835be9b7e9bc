using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Flower;

/// <summary>One filter (<c>struct cls_fl_filter</c>). Never changed: a command that changes it makes another one in its place.</summary>
internal sealed class FlowerFilter
{
    /// <summary>A filter with bound actions.</summary>
    public FlowerFilter(uint handle, FlowerOptions options, ActionList actions, in FlowKey key, FlowerMask mask)
    {
        (Handle, Options, Actions, Mask) = (handle, options, actions, mask);
        Key = key;
        Masked = key.Masked(mask.Bits);
    }

    /// <summary>Its number in its classifier.</summary>
    public uint Handle { get; }

    /// <summary>As the command gave them.</summary>
    public FlowerOptions Options { get; }

    /// <summary>Its actions.</summary>
    public ActionList Actions { get; }

    /// <summary>What it looks at, together with others.</summary>
    public FlowerMask Mask { get; }

    /// <summary>The next one in its bucket of the mask's table.</summary>
    public FlowerFilter? Next { get; set; }

    /// <summary>What frames must look like, as the command gave it.</summary>
    public readonly FlowKey Key;

    /// <summary>The bits of it that count.</summary>
    public readonly FlowKey Masked;

    /// <summary>Prints what stands behind the head of its element.</summary>
    public void Print(ShowWriter writer, Net.NetNamespace ns, bool statistics, Instant now)
    {
        writer.OpenObject("options").Unsigned("handle", "handle 0x{0:x} ", Handle);
        FlowerPrinter.PrintClass(writer, Options.ClassId);
        FlowerPrinter.Print(writer, ns, Key, Mask.Bits);
        if (Options.SkipHardware) writer.Flag("skip_hw", "\n  skip_hw", value: true);
        writer.Flag("not_in_hw", "\n  not_in_hw", value: true);
        ActionPrinter.PrintList(writer, Actions, statistics, now);
        writer.CloseObject();
    }
}
