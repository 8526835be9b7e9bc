using System.Globalization;
using System.Text;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints a device's counters, with the columns as wide as the numbers need (<c>__print_link_stats</c>).</summary>
internal sealed class LinkStatsPrinter
{
    private static readonly int[] MinimumWidths = [10, 7, 6, 7, 7, 7];
    private const int CompressedWidth = 10;

    private readonly ShowWriter _writer;
    private readonly ShowOptions _show;

    /// <summary>For one writer.</summary>
    public LinkStatsPrinter(ShowWriter writer, ShowOptions show)
    {
        _writer = writer;
        _show = show;
    }

    private bool Errors => _show.Statistics > 1;

    /// <summary>Prints a device's counters: text begins with a line end and ends without one.</summary>
    public void Print(NetDevice device)
    {
        var stats = device.GetStats();
        if (_writer.IsJson) PrintJson(stats);
        else _writer.Plain(_show.LineEnd + Table(stats));
    }

    /// <summary>Prints a device's counters behind a line that has ended, and ends their last line.</summary>
    public void PrintLines(NetDevice device)
    {
        var stats = device.GetStats();
        if (_writer.IsJson) PrintJson(stats);
        else _writer.Plain(Table(stats) + "\n");
    }

    private void PrintJson(in DeviceStats s)
    {
        _writer.OpenObject("stats64").OpenObject("rx");
        Numbers(("bytes", s.RxBytes), ("packets", s.RxPackets), ("errors", s.RxErrors), ("dropped", s.RxDropped), ("over_errors", 0), ("multicast", s.RxMulticast));
        if (Errors) Numbers(("length_errors", s.RxLengthErrors), ("crc_errors", 0), ("frame_errors", 0), ("fifo_errors", 0), ("missed_errors", 0));
        if (Errors && s.RxNoHandler != 0) Numbers(("nohandler", s.RxNoHandler));
        if (Errors && s.RxOtherHost != 0) Numbers(("otherhost", s.RxOtherHost));
        _writer.CloseObject().OpenObject("tx");
        Numbers(("bytes", s.TxBytes), ("packets", s.TxPackets), ("errors", s.TxErrors), ("dropped", s.TxDropped), ("carrier_errors", s.TxCarrierErrors), ("collisions", 0));
        if (Errors) Numbers(("aborted_errors", 0), ("fifo_errors", 0), ("window_errors", 0), ("heartbeat_errors", 0), ("carrier_changes", s.CarrierChanges));
        _writer.CloseObject().CloseObject();
    }

    private void Numbers(params ReadOnlySpan<(string Key, long Value)> fields)
    {
        foreach (var (key, value) in fields) _writer.Number(key, null, value);
    }

    private string Table(in DeviceStats s)
    {
        long[] rx = [s.RxBytes, s.RxPackets, s.RxErrors, s.RxDropped, 0, s.RxMulticast];
        long[] tx = [s.TxBytes, s.TxPackets, s.TxErrors, s.TxDropped, s.TxCarrierErrors, 0];
        long[] rxErrors = [0, s.RxLengthErrors, 0, 0, 0, 0];
        long[] txErrors = [0, 0, 0, 0, 0, s.CarrierChanges];
        var widths = Widths(Errors ? [rx, tx, rxErrors, txErrors] : [rx, tx]);
        var text = new StringBuilder();
        Rows(text, "", widths, "RX", ["bytes", "packets", "errors", "dropped", "missed", "mcast"], rx);
        if (Errors) ErrorRows(text, widths, "RX", ["length", "crc", "frame", "fifo", "overrun"], rxErrors, Extra(s));
        Rows(text, _show.LineEnd, widths, "TX", ["bytes", "packets", "errors", "dropped", "carrier", "collsns"], tx);
        if (Errors) ErrorRows(text, widths, "TX", ["aborted", "fifo", "window", "heartbt", "transns"], txErrors, []);
        return text.ToString();
    }

    private static List<(string Name, long Value)> Extra(in DeviceStats s)
    {
        var extra = new List<(string, long)>();
        if (s.RxNoHandler != 0) extra.Add(("nohandler", s.RxNoHandler));
        if (s.RxOtherHost != 0) extra.Add(("otherhost", s.RxOtherHost));
        return extra;
    }

    private static int[] Widths(params ReadOnlySpan<long[]> rows)
    {
        int[] widths = [.. MinimumWidths];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], row[i].ToString(CultureInfo.InvariantCulture).Length);
        }

        return widths;
    }

    private void Rows(StringBuilder text, string begin, int[] widths, string direction, string[] titles, long[] values)
    {
        text.Append(begin).Append("    ").Append(direction).Append(": ").Append(titles[0].PadLeft(widths[0] - 4));
        for (var i = 1; i < titles.Length; i++) text.Append(' ').Append(titles[i].PadLeft(widths[i]));
        text.Append(' ').Append(' ', CompressedWidth).Append(_show.LineEnd).Append("    ");
        for (var i = 0; i < values.Length; i++) Number(text, values[i], widths[i]);
    }

    private void ErrorRows(StringBuilder text, int[] widths, string direction, string[] titles, long[] values, List<(string Name, long Value)> extra)
    {
        text.Append(_show.LineEnd).Append("    ").Append(direction).Append(" errors:").Append(' ', widths[0] - MinimumWidths[0]);
        for (var i = 0; i < titles.Length; i++) text.Append(i == 0 ? "" : " ").Append(titles[i].PadLeft(i == 0 ? widths[1] + 1 : widths[i + 1]));
        foreach (var (name, _) in extra) text.Append(' ').Append(name);
        text.Append(_show.LineEnd).Append(' ', widths[0] + 5);
        for (var i = 1; i < values.Length; i++) Number(text, values[i], widths[i]);
        foreach (var (name, value) in extra) Number(text, value, name.Length);
    }

    private static void Number(StringBuilder text, long value, int width) =>
        text.Append(value.ToString(CultureInfo.InvariantCulture).PadLeft(width)).Append(' ');
}
