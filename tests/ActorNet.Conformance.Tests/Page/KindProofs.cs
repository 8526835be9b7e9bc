using ActorNet.Conformance.Tests.Scripts;
using ActorNet.Core.Devices;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Conformance.Tests.Page;

/// <summary>A kind of device, qdisc, classifier or action, and the scenarios that make one.</summary>
/// <param name="Family">What it is a kind of.</param>
/// <param name="Kind">Its name in ip or tc.</param>
/// <param name="Scenarios">By name.</param>
internal sealed record KindProofs(string Family, string Kind, IReadOnlyList<Script> Scenarios)
{
    private static readonly string[] Making = ["add", "change", "replace"];

    /// <summary>Every kind that is registered, with its scenarios.</summary>
    public static IReadOnlyList<KindProofs> Find(IReadOnlyList<Script> scenarios) =>
    [
        .. Of("device", DeviceKinds.Names, static (kind, words) => Has(words, "link") && Follows(words, "type", kind), scenarios),
        .. Of("qdisc", QdiscKinds.Names, static (kind, words) => Has(words, "qdisc") && Has(words, kind), scenarios),
        .. Of("classifier", ClassifierKinds.Names, static (kind, words) => Has(words, "filter") && Has(BeforeActions(words), kind), scenarios),
        .. Of("action", ActionKinds.Names, static (kind, words) => NamesAction(words, kind), scenarios),
    ];

    private static IEnumerable<KindProofs> Of(string family, IEnumerable<string> kinds, Func<string, string[], bool> makes, IReadOnlyList<Script> scenarios) =>
        kinds.Select(kind => new KindProofs(family, kind, [.. scenarios.Where(s => s.Lines.Any(l => Makes(l, kind, makes)))]));

    /// <summary>A line that must fail makes nothing.</summary>
    private static bool Makes(ScriptLine line, string kind, Func<string, string[], bool> makes)
    {
        if (line.MustFail) return false;
        var words = line.Command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, w => Making.Contains(w, StringComparer.Ordinal)) && makes(kind, words);
    }

    private static bool Has(string[] words, string word) => words.Contains(word, StringComparer.Ordinal);

    private static bool Follows(string[] words, string word, string next) => words.Zip(words.Skip(1)).Any(p => p.First == word && p.Second == next);

    private static string[] BeforeActions(string[] words) => [.. words.TakeWhile(w => w != "action")];

    /// <summary>A verdict without a kind is a gact.</summary>
    private static bool NamesAction(string[] words, string kind) => words.Zip(words.Skip(1)).Any(p => p.First == "action"
        && (p.Second == kind || (kind == ActionKinds.Fallback && ActionKinds.Find(p.Second) is null)));
}
