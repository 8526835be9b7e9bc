using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Prints a u32 filter as tc does (<c>u32_print_opt</c>).</summary>
internal static class U32Printer
{
    /// <summary>Prints what stands behind the head of its element.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="node">The filter.</param>
    /// <param name="ns">Where the name of its device is looked up.</param>
    /// <param name="protocol">Of its preference: <c>-p</c> names the fields of IP headers.</param>
    /// <param name="statistics">With counters.</param>
    /// <param name="now">The time, for ages.</param>
    public static void Print(ShowWriter writer, U32Node node, NetNamespace ns, ushort protocol, bool statistics, Instant now)
    {
        PrintPlace(writer, node);
        if (node.ClassId != 0) writer.Text("flowid", node.IsTerminal ? "*flowid {0} " : "flowid {0} ", TcHandle.Format(node.ClassId));
        else if (node.IsTerminal) writer.Plain("terminal flowid ");
        if (node.Down is { } down) writer.Text("link", "link {0} ", U32Handle.Format(down.Handle));
        if (node.SkipHardware) writer.Flag("skip_hw", "skip_hw ", value: true);
        if (node.SkipSoftware) writer.Flag("skip_sw", "skip_sw ", value: true);
        writer.Flag("not_in_hw", "not_in_hw ", value: true);
        var counts = statistics ? node.Successes : null;
        if (counts is not null) writer.Number("rule_hit", "(rule hit {0} ", node.Hits).Number("success", "success {0})", node.Matches);
        PrintMark(writer, node);
        for (var i = 0; i < node.Keys.Count; i++)
        {
            if (writer.IsPretty && protocol is EtherType.IPv4 or EtherType.IPv6) U32FieldPrinter.Print(writer, node.Keys[i], protocol);
            else PrintKey(writer, node.Keys[i]);
            // Behind the object and once for each key, as tc has it.
            if (counts is not null) writer.Number("success", " (success {0} ) ", counts[i]);
        }

        PrintLink(writer, node.Link);
        if (node.InDev != 0 && ns.Find(node.InDev) is { } device) writer.Plain("\n").Text("input_dev", "  input dev {0}", device.Name).Plain("\n");
        ActionPrinter.PrintList(writer, node.Actions, statistics, now);
    }

    private static void PrintPlace(ShowWriter writer, U32Node node)
    {
        writer.Text("fh", "fh {0} ", U32Handle.Format(node.Handle)).Number("order", "order {0} ", U32Handle.Id(node.Handle));
        writer.Text("key_ht", "key ht {0} ", FormattableString.Invariant($"{U32Handle.Table(node.Handle):x}"));
        writer.Text("bkt", "bkt {0} ", FormattableString.Invariant($"{U32Handle.Bucket(node.Handle):x}"));
    }

    private static void PrintMark(ShowWriter writer, U32Node node)
    {
        if (node is { Mark: 0, MarkMask: 0 }) return;
        writer.Plain(FormattableString.Invariant($"\n  mark 0x{node.Mark:x4} 0x{node.MarkMask:x4} "));
        writer.Text("fwmark_value", null, FormattableString.Invariant($"0x{node.Mark:x}")).Text("fwmark_mask", null, FormattableString.Invariant($"0x{node.MarkMask:x}"));
        writer.Number("fwmark_success", "(success {0})", (int)node.MarkSuccesses);
    }

    private static void PrintKey(ShowWriter writer, U32Key key)
    {
        var relative = key.AtNextHeader ? "nexthdr+" : "";
        writer.OpenObject("match").Plain(FormattableString.Invariant($"\n  match {key.Value:x8}/{key.Mask:x8} at {relative}{key.Offset}"))
            .Text("value", null, FormattableString.Invariant($"{key.Value:x}")).Text("mask", null, FormattableString.Invariant($"{key.Mask:x}"))
            .Text("offmask", null, relative).Number("off", null, key.Offset).CloseObject();
    }

    /// <summary>Two of its words stand in JSON objects without a key: what tc prints is no JSON then.</summary>
    private static void PrintLink(ShowWriter writer, U32Link link)
    {
        if (link.IsFixed || link.IsVariable)
        {
            writer.Plain("\n    offset ").RawJson(",\"    offset \"");
            if (link.IsVariable)
            {
                writer.Text("offset_mask", null, FormattableString.Invariant($"{link.Mask:x}")).Plain(FormattableString.Invariant($"{link.Mask:x4}"));
                writer.Number("offset_shift", ">>{0} ", link.Shift).Number("offset_off", "at {0} ", link.At);
            }

            if (link.Plus != 0) writer.Number("plus", "plus {0} ", link.Plus);
        }

        if (link.Eats) writer.Plain(" eat ").RawJson(",\" eat \"");
        if (link.HashMask == 0) return;
        writer.Text("hash_mask", null, FormattableString.Invariant($"{link.HashMask:x}")).Plain(FormattableString.Invariant($"\n    hash mask {link.HashMask:x8} "));
        writer.Number("hash_off", "at {0} ", link.HashAt);
    }
}
