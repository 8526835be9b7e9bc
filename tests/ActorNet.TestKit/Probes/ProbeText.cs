using System.Globalization;
using System.Text;

namespace ActorNet.TestKit;

/// <summary>What a probe says when it is disappointed.</summary>
internal static class ProbeText
{
    private const int MaxListed = 12;

    public static string Missing(Probe probe, int count, string? wanted, TimeSpan within, IReadOnlyList<CapturedFrame> found, IReadOnlyList<CapturedFrame> passed)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{probe.Device}: expected {(count == 1 ? "a frame" : count + " frames")}{That(wanted)} within {FrameText.Span(within)}.\n");
        if (found.Count > 0) List(text, "Only these came", found);
        if (passed.Count > 0) List(text, "Others that came", passed);
        if (found.Count + passed.Count == 0) text.Append("No frame came.\n");
        if (probe.Lost > 0) text.Append(CultureInfo.InvariantCulture, $"The probe had no room for {probe.Lost} frames.\n");
        return text.ToString();
    }

    public static string Unwanted(Probe probe, string? wanted, TimeSpan during, CapturedFrame frame) => string.Create(
        CultureInfo.InvariantCulture, $"{probe.Device}: expected no frame{That(wanted)}{(during == TimeSpan.Zero ? "" : " for " + FrameText.Span(during))}, but this one came:\n  {frame}\n");

    private static string That(string? wanted) => wanted is null ? "" : " with " + wanted;

    private static void List(StringBuilder text, string heading, IReadOnlyList<CapturedFrame> frames)
    {
        text.Append(heading).Append(":\n");
        foreach (var frame in frames.Take(MaxListed)) text.Append("  ").Append(frame).Append('\n');
        if (frames.Count > MaxListed) text.Append(CultureInfo.InvariantCulture, $"  and {frames.Count - MaxListed} more\n");
    }
}
