using System.Globalization;
using System.Text.Json.Nodes;
using ActorNet.Conformance.Tests.Backends;

namespace ActorNet.Conformance.Tests.Statistics;

/// <summary>What became of the frames of a case, told by the recordings in front of the qdisc and behind it.</summary>
internal sealed class Passage
{
    private const int NumberAt = 14 * 2;
    private const int NumberDigits = 8;

    private readonly SortedDictionary<int, double> _in = [];
    private readonly List<(int Number, double At)> _out = [];

    /// <summary>Reads the last two replies of a script.</summary>
    /// <exception cref="InvalidOperationException">The backend could not run it.</exception>
    public Passage(ScriptResult result)
    {
        if (result.Lacking is not null || result.Broken is not null) throw new InvalidOperationException($"{result.Name}: {result.Lacking ?? result.Broken}");
        var refused = result.Replies.FirstOrDefault(r => !r.Ok);
        if (refused is not null) throw new InvalidOperationException($"{result.Name}: {refused.Command}: {refused.Error}");
        foreach (var (number, at, whole) in Frames(result.Replies[^2]))
        {
            if (whole) _in[number] = at;
        }

        foreach (var (number, at, whole) in Frames(result.Replies[^1]))
        {
            if (whole) _out.Add((number, at));
            else Damaged++;
        }
    }

    /// <summary>Frames that came to the qdisc.</summary>
    public int Sent => _in.Count;

    /// <summary>Frames that came out with something wrong.</summary>
    public int Damaged { get; }

    /// <summary>Frames that came out more than once.</summary>
    public int Doubled => _out.GroupBy(f => f.Number).Count(g => g.Count() > 1);

    /// <summary>In the order of sending, whether each was lost.</summary>
    public IReadOnlyList<bool> Losses
    {
        get
        {
            var there = _out.Select(f => f.Number).ToHashSet();
            return [.. _in.Keys.Select(number => !there.Contains(number))];
        }
    }

    /// <summary>Seconds that each frame was on its way, in the order of arrival.</summary>
    public IReadOnlyList<double> Delays => [.. _out.Where(f => _in.ContainsKey(f.Number)).Select(f => f.At - _in[f.Number])];

    /// <summary>The same in the order of sending.</summary>
    public IReadOnlyList<double> DelaysAsSent => [.. _out.Where(f => _in.ContainsKey(f.Number)).OrderBy(f => f.Number).Select(f => f.At - _in[f.Number])];

    /// <summary>Bits per second of what came out, the first third left out.</summary>
    public double Rate
    {
        get
        {
            var times = _out.Skip(_out.Count / 3).Select(f => f.At).ToArray();
            return (times.Length - 1) * StatisticalCase.Bytes * 8 / (times[^1] - times[0]);
        }
    }

    private static IEnumerable<(int Number, double At, bool Whole)> Frames(Reply sniffed)
    {
        foreach (var frame in sniffed.Output!.AsArray())
        {
            if (frame!["hex"]?.GetValue<string>() is not { Length: StatisticalCase.Bytes * 2 } hex || frame["dir"]!.GetValue<string>() != "in") continue;
            var number = int.Parse(hex.AsSpan(NumberAt, NumberDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            yield return (number, Time(frame["time"]!), hex == Expected(number));
        }
    }

    private static double Time(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Expected(int number) =>
        ("020000000002" + "020000000001" + "88b5" + number.ToString("x8", CultureInfo.InvariantCulture)).PadRight(StatisticalCase.Bytes * 2, '0');
}
