using System.Text.Json.Nodes;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>Takes out of a run's replies what may differ between two faithful runs; <see cref="Normalization.All"/> says what and why.</summary>
internal static class Normalizer
{
    /// <summary>New replies; those given are left as they are.</summary>
    public static IReadOnlyList<Reply> Normalize(Script script, IReadOnlyList<Reply> replies)
    {
        var state = new NormalizerState(script);
        return [.. replies.Select(r => r with { Output = r.Output is null ? null : Walk(state, "", r.Output) })];
    }

    private static JsonNode? Walk(NormalizerState state, string key, JsonNode node)
    {
        switch (node)
        {
            case JsonObject item:
                var result = new JsonObject();
                // In the order of names, since the order of fields means nothing and numbering must not depend on it.
                foreach (var (name, value) in item.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    if (value is null) result[name] = null;
                    else if (Walk(state, name, value) is { } kept) result[name] = kept;
                }
                return result;
            case JsonArray list:
                return Apply(state, key, new JsonArray([.. list.Select(n => n is null ? null : Walk(state, key, n))]));
            default:
                return Apply(state, key, node.DeepClone());
        }
    }

    private static JsonNode? Apply(NormalizerState state, string key, JsonNode node)
    {
        JsonNode? changed = node;
        foreach (var row in Normalization.All)
        {
            if (changed is null) break;
            changed = row.Apply(state, key, changed);
        }

        return changed;
    }
}
