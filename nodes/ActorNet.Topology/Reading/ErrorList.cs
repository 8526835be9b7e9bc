using System.Globalization;
using ActorNet.Hocon;

namespace ActorNet.Topology.Reading;

/// <summary>Collects the mistakes of one file: each once, in the order of their places, and no more than anybody reads.</summary>
internal sealed class ErrorList
{
    private const int MaxText = 600;
    private readonly List<TopologyError> _errors = [];
    private readonly HashSet<TopologyError> _known = [];
    private int _beyond;

    public bool IsEmpty => _errors.Count == 0;

    public void Add(HoconOrigin origin, string what, string remedy) => Add(origin, what, () => remedy);

    /// <summary>For remedies that are costly to find: they are asked for only when the error is listed.</summary>
    public void Add(HoconOrigin origin, string what, Func<string> remedy)
    {
        if (_errors.Count >= TopologyLimits.MaxErrors)
        {
            _beyond++;
            return;
        }

        var error = new TopologyError(origin, Clean(what), Clean(remedy()));
        if (_known.Add(error)) _errors.Add(error);
    }

    public void Add(HoconException failure) => Add(failure.Origin, failure.Problem, failure.Remedy);

    public TopologyResult Failed()
    {
        var sorted = _errors
            .OrderBy(e => e.Origin.File, StringComparer.Ordinal).ThenBy(e => e.Origin.Line).ThenBy(e => e.Origin.Column)
            .ToList();
        if (_beyond > 0)
        {
            var count = _beyond.ToString(CultureInfo.InvariantCulture);
            sorted.Add(new TopologyError(sorted[^1].Origin, $"{count} further errors are not listed", "Mend the others first"));
        }

        return new TopologyResult(sorted);
    }

    /// <summary>Text from the file may hold anything; a message stays one line that is safe to print on a terminal.</summary>
    private static string Clean(string text)
    {
        var shown = text.Length <= MaxText ? text : text[..MaxText] + "...";
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(c => char.IsControl(c) ? '?' : c)) : shown;
    }
}
