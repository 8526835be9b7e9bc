using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>Compares what two backends answered to the same script, field by field, after <see cref="Normalizer"/>.</summary>
internal static class Comparer
{
    /// <summary>Enough to see the pattern; a script that went astray differs everywhere.</summary>
    private const int MostDifferences = 200;

    private const int LongestValue = 400;

    private const string Absent = "(absent)";

    /// <summary>All differences, in the order of the script.</summary>
    public static IReadOnlyList<Difference> Compare(Script script, ScriptResult kernel, ScriptResult actorNet)
    {
        var found = new List<Difference>();
        if (kernel.Broken is not null || actorNet.Broken is not null || kernel.Lacking is not null || actorNet.Lacking is not null)
        {
            found.Add(new Difference(0, "", "script", Fate(kernel), Fate(actorNet)));
            return found;
        }
        var expected = Normalizer.Normalize(script, kernel.Replies);
        var got = Normalizer.Normalize(script, actorNet.Replies);
        if (expected.Count != got.Count) found.Add(new Difference(0, "", "replies", $"{expected.Count} replies", $"{got.Count} replies"));
        foreach (var (e, g) in expected.Zip(got)) CompareReply(e, g, found);
        return found;
    }

    private static string Fate(ScriptResult result) =>
        result.Broken is not null ? "broken: " + result.Broken : result.Lacking is not null ? $"cannot do \"{result.Lacking}\"" : "ran";

    private static void CompareReply(Reply expected, Reply got, List<Difference> found)
    {
        void Differ(string path, string e, string g)
        {
            if (found.Count < MostDifferences) found.Add(new Difference(expected.Line, expected.Command, path, Cut(e), Cut(g)));
        }

        if (expected.Ok != got.Ok) Differ("ok", $"{Word(expected)}", $"{Word(got)}");
        else if (expected.Error != got.Error) Differ("error", Quote(expected.Error), Quote(got.Error));
        CompareNodes("output", Emptied(expected.Output), Emptied(got.Output), Differ);
    }

    private static string Word(Reply reply) => (reply.Ok ? "ok" : "failed") + (reply.Error.Length > 0 ? " " + Quote(reply.Error) : "");

    /// <summary>No output and an empty text are the same.</summary>
    private static JsonNode? Emptied(JsonNode? output) => output is JsonValue value && value.TryGetValue(out string? text) && text.Length == 0 ? null : output;

    private static void CompareNodes(string path, JsonNode? expected, JsonNode? got, Action<string, string, string> differ)
    {
        switch (expected, got)
        {
            case (JsonObject e, JsonObject g):
                foreach (var key in e.Select(p => p.Key).Union(g.Select(p => p.Key)))
                {
                    if (!e.ContainsKey(key)) differ($"{path}.{key}", Absent, Show(g[key]));
                    else if (!g.ContainsKey(key)) differ($"{path}.{key}", Show(e[key]), Absent);
                    else CompareNodes($"{path}.{key}", e[key], g[key], differ);
                }
                break;
            case (JsonArray e, JsonArray g):
                for (var i = 0; i < Math.Min(e.Count, g.Count); i++) CompareNodes($"{path}[{i}]", e[i], g[i], differ);
                for (var i = g.Count; i < e.Count; i++) differ($"{path}[{i}]", Show(e[i]), Absent);
                for (var i = e.Count; i < g.Count; i++) differ($"{path}[{i}]", Absent, Show(g[i]));
                break;
            default:
                if (!SameValue(expected, got)) differ(path, Show(expected), Show(got));
                break;
        }
    }

    private static bool SameValue(JsonNode? expected, JsonNode? got)
    {
        if (expected is null || got is null) return expected is null && got is null;
        if (expected is not JsonValue || got is not JsonValue || expected.GetValueKind() != got.GetValueKind()) return false;
        return expected.GetValueKind() switch
        {
            JsonValueKind.Number => Number(expected) == Number(got),
            JsonValueKind.String => expected.GetValue<string>() == got.GetValue<string>(),
            _ => true,
        };
    }

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Show(JsonNode? node) => node is null ? Absent : node.ToJsonString(Readable);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Quote(string text) => $"\"{text}\"";

    private static string Cut(string text) => text.Length <= LongestValue ? text : text[..LongestValue] + $"... ({text.Length} characters)";
}
