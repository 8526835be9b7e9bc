using ActorNet.Core.Frames;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>Reads one line of <c>expect</c>; the grammar is in the folder's README.</summary>
internal sealed class ExpectationParser
{
    private const string Forms = "Write 'voice loss <= 1%', 'bulk rate between 9mbit and 10mbit', 'bulk done', 'lab:ifb0 dropped > 0', or 'lab drops == 0'";
    private const string Drops = "drops";
    private const string DropsOf = Drops + ".";
    private static readonly string[] Reasons = [.. Enum.GetNames<DropReason>().Where(n => !string.Equals(n, nameof(DropReason.Consumed), StringComparison.Ordinal))];
    private static readonly string[] BoundWords = [.. Bound.Signs.Keys, "between", "within"];

    private readonly Written _line;
    private readonly LineTokens _words;
    private readonly IReadOnlyDictionary<string, TrafficFlow> _flows;

    private ExpectationParser(Written line, IReadOnlyDictionary<string, TrafficFlow> flows)
    {
        (_line, _flows) = (line, flows);
        _words = new LineTokens(line.Text, 0, line.Text.Length);
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="flows">The traffic by its names.</param>
    /// <param name="subject">Where the line says what it is about.</param>
    /// <exception cref="LineException">Something in it is wrong.</exception>
    public static Expectation Read(Written line, IReadOnlyDictionary<string, TrafficFlow> flows, out LineMark subject)
    {
        var parser = new ExpectationParser(line, flows);
        var word = parser._words.Next("what it is about", Forms);
        subject = parser._words.Mark();
        var expectation = parser.Read(word);
        parser._words.End("the value");
        return expectation;
    }

    private Expectation Read(string subject)
    {
        if (string.Equals(subject, DropExpectation.Subject, StringComparison.Ordinal)) return ReadDrops();
        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0) return ReadDevice(subject[..colon], subject[(colon + 1)..]);
        if (_flows.TryGetValue(subject, out var flow)) return ReadFlow(flow);
        var names = _flows.Keys.Append(DropExpectation.Subject).ToList();
        throw _words.Wrong(
            $"there is no traffic {Phrases.Quote(subject)}",
            $"{Phrases.DidYouMean(subject, names)}Write {(_flows.Count == 0 ? "traffic = [ ... ] and its name" : $"one of {Phrases.List(_flows.Keys)}")}, BOX:DEVICE, or lab for the drops of all boxes");
    }

    private FlowExpectation ReadFlow(TrafficFlow flow)
    {
        var known = FlowMetrics.Of(flow.Kind);
        var word = _words.Next("what is measured", $"{flow.KindName} has {List(known)}");
        var metric = known.FirstOrDefault(m => string.Equals(m.Word, word, StringComparison.Ordinal))
            ?? throw _words.Wrong($"{Phrases.Quote(word)} is nothing that is measured of {flow.KindName}", $"{Phrases.DidYouMean(word, known.Select(m => m.Word))}{flow.KindName} has {List(known)}");
        if (metric.Metric == FlowMetric.Done) return new FlowExpectation(_line.Origin, _line.Text, metric.Unit, flow, metric.Metric, null, null);
        Statistic? statistic = metric.Statistics.Count > 0 ? ReadStatistic(flow, metric) : null;
        return new FlowExpectation(_line.Origin, _line.Text, metric.Unit, flow, metric.Metric, statistic, ReadBound(metric.Unit, metric.Word));
    }

    private Statistic ReadStatistic(TrafficFlow flow, MetricWord metric)
    {
        var remedy = $"Write {metric.Word} and behind it {string.Join(", ", metric.Statistics)}{(metric.Statistics.Contains("p99", StringComparer.Ordinal) ? " or another percentile" : "")}";
        var word = _words.Next($"which {metric.Word}", remedy);
        if (!Statistic.TryRead(word, out var statistic)) throw _words.Wrong($"{Phrases.Quote(word)} does not say which {metric.Word} is meant", remedy);
        var known = statistic.Kind == StatisticKind.Percentile ? "p99" : word;
        return metric.Statistics.Contains(known, StringComparer.Ordinal)
            ? statistic
            : throw _words.Wrong($"{metric.Word} {word} is not measured of {flow.KindName}", remedy);
    }

    private DeviceExpectation ReadDevice(string box, string device)
    {
        var word = _words.Next("which counter", $"Devices have {Phrases.List(DeviceCounters.Words.Take(12))}, dropped");
        if (!DeviceCounters.TryRead(word, out var counter)) throw _words.Wrong($"{Phrases.Quote(word)} is no counter of a device", $"{Phrases.DidYouMean(word, DeviceCounters.Words)}Devices have {string.Join(", ", DeviceCounters.Words)}");
        var unit = DeviceCounters.CountsBytes(counter) ? QuantityUnit.Bytes : QuantityUnit.Count;
        return new DeviceExpectation(_line.Origin, _line.Text, unit, box, device, counter, ReadBound(unit, word));
    }

    private DropExpectation ReadDrops()
    {
        const string Remedy = "Write lab drops == 0, or the drops of one reason: lab drops.QdiscFull > 0";
        var word = _words.Next("which drops", Remedy);
        string? reason = null;
        if (word.StartsWith(DropsOf, StringComparison.Ordinal))
        {
            reason = word[DropsOf.Length..];
            if (!Reasons.Contains(reason, StringComparer.Ordinal)) throw _words.Wrong($"{Phrases.Quote(reason)} is no reason to give a frame up", $"{Phrases.DidYouMean(reason, Reasons)}Reasons: {string.Join(", ", Reasons)}");
        }
        else if (!string.Equals(word, Drops, StringComparison.Ordinal))
        {
            throw _words.Wrong($"{Phrases.Quote(word)} is not counted for the whole lab", $"{Remedy}; for a device write BOX:DEVICE");
        }

        return new DropExpectation(_line.Origin, _line.Text, reason, ReadBound(QuantityUnit.Count, word));
    }

    private Bound ReadBound(QuantityUnit unit, string what)
    {
        var remedy = $"Write <, <=, >, >=, ==, != and a value with blanks around them, 'between A and B', or 'within 5% of A'";
        var word = _words.Next($"how {what} is to be", remedy);
        if (Bound.Signs.TryGetValue(word, out var kind)) return new Bound(kind, Value(unit, word));
        return word switch
        {
            "between" => ReadBetween(unit),
            "within" => ReadWithin(unit),
            _ => throw _words.Wrong($"{Phrases.Quote(word)} is no comparison", Phrases.DidYouMean(word, BoundWords.Where(w => w.Length > 2)) + remedy),
        };
    }

    private Bound ReadBetween(QuantityUnit unit)
    {
        var low = Value(unit, "between");
        _words.Expect("and", "between 9mbit and 10mbit");
        var high = Value(unit, "and");
        return high >= low ? new Bound(BoundKind.Between, low, high) : throw _words.Wrong("nothing lies between these two", "Write the smaller one first");
    }

    private Bound ReadWithin(QuantityUnit unit)
    {
        var share = Value(QuantityUnit.Percent, "within") / 100;
        _words.Expect("of", "within 5% of 20ms");
        var middle = Value(unit, "of");
        return new Bound(BoundKind.Between, middle * (1 - share), middle * (1 + share));
    }

    private double Value(QuantityUnit unit, string behind)
    {
        var text = _words.Next($"a value behind {behind}", Quantity.RemedyOf(unit));
        return Quantity.TryRead(text, unit, out var value) ? value : throw _words.Wrong($"{Phrases.Quote(text)} is no {Quantity.NounOf(unit)}", Quantity.RemedyOf(unit));
    }

    private static string List(IEnumerable<MetricWord> metrics) => string.Join(", ", metrics.Select(m => m.Word));
}
