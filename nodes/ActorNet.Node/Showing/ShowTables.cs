using System.Globalization;
using ActorNet.Node.Links;
using Spectre.Console;

namespace ActorNet.Node.Showing;

/// <summary>A report as tables: devices, IFB queues and actions of each box, and the drops of all.</summary>
internal static class ShowTables
{
    public static void Write(IAnsiConsole console, ShowReport report)
    {
        foreach (var box in report.Boxes)
        {
            console.Write(Devices(report.Topology, box));
            if (box.Devices.Any(d => d.Queues.Count > 0)) console.Write(Queues(box));
            if (box.Actions.Count > 0) console.Write(Actions(box));
        }

        if (report.Links is { Count: > 0 } links) LinkTables.Write(console, new LinkReport(report.Topology, links));
        if (report.Drops.Count > 0) console.Write(Drops(report));
        if (report.Boxes.Any(b => b.Devices.Any(d => d.Behind is not null))) console.Write(Behind(report));
        var rest = string.Create(CultureInfo.InvariantCulture, $"{report.FramesOutstanding} frames under way or queued, {report.PoolExhausted} times no buffer was left");
        console.MarkupLineInterpolated($"{report.Topology}: {rest}");
    }

    private static Table Devices(string topology, ShownBox box)
    {
        var table = New($"{topology}/{box.Name}", ["device", "kind", "state"], ["rx", "rx bytes", "rx drop", "tx", "tx bytes", "tx drop"], ["qdisc"], ["queued", "q drop", "overlimits"]);
        foreach (var d in box.Devices)
        {
            Row(table, d.Name, d.Kind, d.State, Number(d.RxPackets), Number(d.RxBytes), Number(d.RxDropped), Number(d.TxPackets), Number(d.TxBytes), Number(d.TxDropped),
                d.Qdisc.Kind, Number(d.Qdisc.Queued), Number(d.Qdisc.Drops), Number(d.Qdisc.Overlimits));
        }

        return table;
    }

    private static Table Queues(ShownBox box)
    {
        var table = New("ifb queues", ["device", "queue"], ["arrived", "reinjected", "waiting", "left"], [], []);
        foreach (var (device, queue) in box.Devices.SelectMany(d => d.Queues.Select(q => (d, q))))
            Row(table, device.Name, Number(queue.Index), Number(queue.Arrived), Number(queue.Reinjected), Number(queue.Waiting), Number(queue.Left));
        return table;
    }

    private static Table Actions(ShownBox box)
    {
        var table = New("actions", ["action", "does"], ["frames", "bytes", "drop", "overlimits"], [], []);
        foreach (var a in box.Actions)
            Row(table, string.Create(CultureInfo.InvariantCulture, $"{a.Kind} {a.Index}"), a.Description, Number(a.Packets), Number(a.Bytes), Number(a.Drops), Number(a.Overlimits));
        return table;
    }

    private static Table Behind(ShowReport report)
    {
        var table = New("sent later than meant", ["device"], [], ["late"], []);
        foreach (var (box, device) in report.Boxes.SelectMany(b => b.Devices.Where(d => d.Behind is not null).Select(d => (b, d))))
            Row(table, $"{box.Name}/{device.Name}", LinkTables.Late(device.Behind));
        return table;
    }

    private static Table Drops(ShowReport report)
    {
        var table = New("given up", ["reason"], ["frames"], [], []);
        foreach (var (reason, count) in report.Drops) Row(table, reason, Number(count));
        return table;
    }

    /// <summary>A table whose columns are words, numbers, words, numbers.</summary>
    internal static Table New(string title, string[] words, string[] numbers, string[] moreWords, string[] moreNumbers)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)) };
        foreach (var name in words) table.AddColumn(new TableColumn(name).NoWrap());
        foreach (var name in numbers) table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        foreach (var name in moreWords) table.AddColumn(new TableColumn(name).NoWrap());
        foreach (var name in moreNumbers) table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        return table;
    }

    internal static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(c => new Text(c))]);

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
