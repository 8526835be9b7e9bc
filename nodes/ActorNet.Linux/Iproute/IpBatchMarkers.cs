using System.Globalization;
using System.Text;

namespace ActorNet.Linux.Iproute;

/// <summary>What one process made of its part of a batch.</summary>
/// <param name="Done">Lines of the whole batch that are settled now.</param>
/// <param name="Failures">The refused ones of this part.</param>
/// <param name="Output">What this part printed.</param>
internal sealed record IpBatchPart(int Done, IReadOnlyList<IpBatchFailure> Failures, string Output);

/// <summary>
/// Puts the markers between the lines of a batch, and reads from the complaints which line failed and how far the process came.
/// </summary>
internal static class IpBatchMarkers
{
    /// <summary>Not the beginning of any object's name, as iproute2 takes abbreviations.</summary>
    internal const string Marker = "actornet-end-of-line";

    private const string FailedPrefix = "Command failed -:";

    /// <summary>A marker, then every line from <paramref name="from"/> on with a marker after it.</summary>
    internal static string Interleave(IReadOnlyList<string> lines, int from)
    {
        var text = new StringBuilder(Marker).Append('\n');
        for (int index = from; index < lines.Count; index++) text.Append(lines[index]).Append('\n').Append(Marker).Append('\n');
        return text.ToString();
    }

    /// <summary>Sorts what the process said.</summary>
    /// <exception cref="IpBatchException">Not even the first marker was read: the process did not start working.</exception>
    internal static IpBatchPart Read(IReadOnlyList<string> lines, int from, IprouteRun run)
    {
        var failures = new List<IpBatchFailure>();
        var said = new List<string>();
        int markers = 0;
        int last = 0;
        foreach (string raw in run.Errors.Split('\n'))
        {
            string text = raw.Trim();
            if (text.Length == 0) continue;
            // Lines fail in their order; any other position is not from the process itself, but for example from another one that it started.
            if (!TryReadFailed(text, out int position) || position <= last || position / 2 > lines.Count - from)
            {
                said.Add(text);
                continue;
            }
            last = position;
            if (position % 2 == 1)
            {
                // Odd positions are markers; what was said before the marker's own complaint came from a line that did not fail.
                markers++;
                said.Clear();
            }
            else
            {
                failures.Add(Failure(lines, from + (position / 2) - 1, said));
                said.Clear();
            }
        }
        if (markers == 0) throw new IpBatchException(StartFailure(run, said));
        int done = from + markers - 1;
        if (done == lines.Count) return new IpBatchPart(done, failures, run.Output);
        if (said.Count == 0) said.Add($"the program ended with exit code {run.ExitCode}");
        failures.Add(Failure(lines, done++, said));
        return new IpBatchPart(done, failures, run.Output);
    }

    private static bool TryReadFailed(string text, out int position)
    {
        position = 0;
        return text.StartsWith(FailedPrefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(FailedPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }

    private static IpBatchFailure Failure(IReadOnlyList<string> lines, int index, List<string> said) =>
        new(index + 1, lines[index], said.Count > 0 ? string.Join("; ", said) : "refused without a word");

    private static string StartFailure(IprouteRun run, List<string> said) =>
        $"{run.Program} could not run the batch: {(said.Count > 0 ? string.Join("; ", said) : "it said nothing")} (exit code {run.ExitCode}).";
}
