using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>One u32 filter: keys, and what to do when all of them agree. Replaced as a whole on a change, which keeps its selector.</summary>
internal sealed class U32Node
{
    private readonly U32Key[] _keys;
    private readonly U32Options _options;
    private readonly bool _terminal;

    /// <summary>How often each key agreed; null where the kernel does not count that.</summary>
    private readonly long[]? _successes;
    private long _hits;
    private long _matches;

    public U32Node(uint id, U32Node? old, U32Options options, ActionList actions, bool counts)
    {
        Id = id;
        _keys = old?._keys ?? [.. options.Keys!];
        _terminal = old?._terminal ?? options.IsTerminal;
        _options = options;
        _successes = counts ? old?._successes ?? new long[_keys.Length] : null;
        _hits = old?._hits ?? 0;
        _matches = old?._matches ?? 0;
        Actions = actions;
    }

    /// <summary>Number in its table, 1 to fff; the order in which filters are asked.</summary>
    public uint Id { get; }

    /// <summary>Its actions.</summary>
    public ActionList Actions { get; }

    /// <summary>Class it assigns, 0 for none.</summary>
    public uint ClassId => _options.ClassId;

    /// <summary>Whether a match decides anything: a filter made without action or class leaves it to the next one.</summary>
    public bool Decides => _terminal;

    /// <summary>Compares all keys with a frame.</summary>
    public U32Match Compare(SkBuff skb)
    {
        _hits++;
        if (_options.SkipSoftware) return U32Match.No;
        for (var i = 0; i < _keys.Length; i++)
        {
            var match = _keys[i].Compare(skb);
            if (match != U32Match.Yes) return match;
            if (_successes is not null) _successes[i]++;
        }

        if (_terminal) _matches++;
        return U32Match.Yes;
    }

    /// <summary>Prints what stands behind the head of its element.</summary>
    public void Print(ShowWriter writer, uint table, bool statistics, Instant now)
    {
        var order = (long)Id;
        writer.Text("fh", "fh {0} ", FormattableString.Invariant($"{table:x}::{Id:x}")).Number("order", "order {0} ", order);
        writer.Text("key_ht", "key ht {0} ", FormattableString.Invariant($"{table:x}")).Text("bkt", "bkt {0} ", "0");
        if (ClassId != 0) writer.Text("flowid", _terminal ? "*flowid {0} " : "flowid {0} ", TcHandle.Format(ClassId));
        else if (_terminal) writer.Plain("terminal flowid ");
        if (_options.SkipHardware) writer.Flag("skip_hw", "skip_hw ", value: true);
        if (_options.SkipSoftware) writer.Flag("skip_sw", "skip_sw ", value: true);
        writer.Flag("not_in_hw", "not_in_hw ", value: true);
        var counts = statistics && _successes is not null;
        if (counts) writer.Number("rule_hit", "(rule hit {0} ", _hits).Number("success", "success {0})", _matches);
        for (var i = 0; i < _keys.Length; i++) Print(writer, _keys[i], counts ? _successes![i] : null);
        ActionPrinter.PrintList(writer, Actions, statistics, now);
    }

    private static void Print(ShowWriter writer, U32Key key, long? success)
    {
        var relative = key.AtNextHeader ? "nexthdr+" : "";
        writer.OpenObject("match").Plain(FormattableString.Invariant($"\n  match {key.Value:x8}/{key.Mask:x8} at {relative}{key.Offset}"))
            .Text("value", null, FormattableString.Invariant($"{key.Value:x}")).Text("mask", null, FormattableString.Invariant($"{key.Mask:x}"))
            .Text("offmask", null, relative).Number("off", null, key.Offset).CloseObject();
        // Behind the object and once for each key, as tc has it.
        if (success is { } count) writer.Number("success", " (success {0} ) ", count);
    }
}
