using System.Globalization;
using System.Text.Json;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench;

/// <summary>Takes the numbers out of what the measuring programs and the kernel print.</summary>
internal static class TapReadings
{
    private const string TimeWord = " time=";

    /// <summary>Gbit/s that the receiver of <c>iperf3 --json</c> got.</summary>
    /// <exception cref="NodeException">The report has no such number; the message has iperf3's own complaint.</exception>
    public static double Iperf(string json)
    {
        try
        {
            using var report = JsonDocument.Parse(json);
            if (report.RootElement.TryGetProperty("error", out var error)) throw new NodeException($"iperf3: {error.GetString()}");
            return report.RootElement.GetProperty("end").GetProperty("sum_received").GetProperty("bits_per_second").GetDouble() / 1e9;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new NodeException($"the report of iperf3 has no end.sum_received.bits_per_second: {unreadable.Message}. Is it iperf 3.1 or later?", ExitCodes.Failed, unreadable);
        }
    }

    /// <summary>Median round trip in microseconds of the answers that <c>ping</c> lists.</summary>
    /// <exception cref="NodeException">No answer came.</exception>
    public static double Ping(string output)
    {
        var times = new List<double>();
        foreach (var line in output.AsSpan().EnumerateLines())
        {
            var at = line.IndexOf(TimeWord, StringComparison.Ordinal);
            if (at < 0) continue;
            var number = line[(at + TimeWord.Length)..];
            var end = number.IndexOf(' ');
            if (end > 0 && double.TryParse(number[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milliseconds)) times.Add(milliseconds * 1000);
        }

        return times.Count > 0 ? Samples.Median(times) : throw new NodeException("ping got no answer; the path does not carry frames.");
    }

    /// <summary>Frames that an interface has received, from <c>/proc/net/dev</c>; null when it is not there.</summary>
    public static long? Received(string table, string device)
    {
        foreach (var line in table.Split('\n'))
        {
            var colon = line.IndexOf(':');
            if (colon < 0 || !line.AsSpan(0, colon).Trim().SequenceEqual(device)) continue;
            var fields = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length > 1 && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var frames) ? frames : null;
        }

        return null;
    }

    /// <summary>Average over the last minute of <c>/proc/loadavg</c>.</summary>
    /// <exception cref="FormatException">It does not begin with a number.</exception>
    public static double Load(string text) => double.Parse(text.Split(' ')[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
