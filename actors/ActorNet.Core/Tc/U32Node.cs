using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>One u32 filter: keys, and what to do when all of them agree. Replaced as a whole on a change.</summary>
internal sealed class U32Node
{
    private readonly U32Key[] _keys;
    private readonly U32Options _options;

    public U32Node(uint id, U32Key[] keys, U32Options options, ActionList actions)
    {
        Id = id;
        _keys = keys;
        _options = options;
        Actions = actions;
    }

    /// <summary>Number in its table, 1 to fff; the order in which filters are asked.</summary>
    public uint Id { get; }

    /// <summary>Its keys; a change keeps them (rule U32-03).</summary>
    public U32Key[] Keys => _keys;

    /// <summary>Its actions.</summary>
    public ActionList Actions { get; }

    /// <summary>Class it assigns, 0 for none.</summary>
    public uint ClassId => _options.ClassId;

    /// <summary>Whether a match decides anything: without action or class the next filter is asked.</summary>
    public bool Decides => (ClassId != 0 || !Actions.IsEmpty) && !_options.SkipSoftware;

    /// <summary>Compares all keys with a frame.</summary>
    public U32Match Compare(SkBuff skb)
    {
        foreach (ref readonly var key in _keys.AsSpan())
        {
            var match = key.Compare(skb);
            if (match != U32Match.Yes) return match;
        }

        return U32Match.Yes;
    }

    /// <summary>Prints what stands behind the head of its element.</summary>
    public void Print(ShowWriter writer, uint table, bool statistics, Instant now)
    {
        var order = (long)Id;
        writer.Text("fh", "fh {0} ", FormattableString.Invariant($"{table:x}::{Id:x}")).Number("order", "order {0} ", order);
        writer.Text("key_ht", "key ht {0} ", FormattableString.Invariant($"{table:x}")).Text("bkt", "bkt {0} ", "0");
        if (ClassId != 0) writer.Text("flowid", "*flowid {0} ", TcHandle.Format(ClassId));
        else if (!Actions.IsEmpty) writer.Plain("terminal flowid ");
        if (_options.SkipHardware) writer.Flag("skip_hw", "skip_hw ", value: true);
        if (_options.SkipSoftware) writer.Flag("skip_sw", "skip_sw ", value: true);
        writer.Flag("not_in_hw", "not_in_hw ", value: true);
        foreach (var key in _keys) Print(writer, key);
        ActionPrinter.PrintList(writer, Actions, statistics, now);
    }

    private static void Print(ShowWriter writer, U32Key key)
    {
        var relative = key.AtNextHeader ? "nexthdr+" : "";
        if (!writer.IsJson)
        {
            writer.Plain(FormattableString.Invariant($"\n  match {key.Value:x8}/{key.Mask:x8} at {relative}{key.Offset}"));
            return;
        }

        writer.OpenObject("match").Text("value", null, FormattableString.Invariant($"{key.Value:x}")).Text("mask", null, FormattableString.Invariant($"{key.Mask:x}"))
            .Text("offmask", null, relative).Number("off", null, key.Offset).CloseObject();
    }
}
