using System.Text.Json.Nodes;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>One thing that two faithful runs may answer differently, and how it is taken out before they are compared.</summary>
/// <param name="What">The thing, in a few words.</param>
/// <param name="Reason">Why no emulator can or should answer the same.</param>
/// <param name="Apply">Takes a value with its key (of the nearest object around it) and answers what stands for it; null removes it.</param>
internal sealed record Normalization(string What, string Reason, Func<NormalizerState, string, JsonNode, JsonNode?> Apply)
{
    /// <summary>All of them. Whatever is not here must be equal, or be listed in docs/conformance.md as a known difference.</summary>
    public static readonly IReadOnlyList<Normalization> All =
    [
        new("times of filters and actions", "Seconds since an event on a real clock; a field is even left out while it is zero, so presence depends on time too.",
            RemoveKeys("installed", "last_used", "first_used", "expires")),
        new("times of bridge entries and timers", "Seconds since a station was heard, or until a timer of the bridge fires, on a real clock.",
            RemoveKeys("used", "updated", "ageing_timer", "hello_timer", "tcn_timer", "topology_change_timer", "gc_timer")),
        new("how long CoDel saw a frame wait, and when it will drop the next", "Microseconds on a real clock, which also runs while the script itself is carried out.",
            RemoveKeys("ldelay", "drop_next")),
        new("the same in texts", "The same where classes are listed, which tc prints no JSON of.",
            InText((_, text) => TextPatterns.CodelTimes().Replace(text, "${what} <time>"))),
        new("time of a captured frame", "The kernel's scheduler decides it; the order of frames is compared instead.",
            RemoveKeys("time")),
        new("times in texts", "The same as the above where a command prints no JSON, or JSON that no reader takes.",
            InText((_, text) => TextPatterns.BrokenJsonTimes().Replace(TextPatterns.Times().Replace(text, "${what} <time>"), ""))),
        new("random MAC addresses", "A device without a given address draws one; it becomes a number in the order of appearance, so that the same address still must appear in the same places.",
            RandomAddresses),
        new("automatic handles of qdiscs", "Numbered by one counter of the whole kernel, so they depend on what else runs there; numbered in the order of appearance instead.",
            AutomaticHandles),
        new("order of copies of one frame, in random scripts only", "A kernel sends a mirrored copy in a call within the call and receives one later; here both are messages. Copies with the same bytes "
            + "may then stand in another order in one capture; the order of different frames is compared, and scenarios compare everything.",
            OrderOfCopies),
    ];

    private static Func<NormalizerState, string, JsonNode, JsonNode?> RemoveKeys(params string[] keys) =>
        (_, key, node) => keys.Contains(key, StringComparer.Ordinal) && node is JsonValue ? null : node;

    private static Func<NormalizerState, string, JsonNode, JsonNode?> InText(Func<NormalizerState, string, string> change) =>
        (state, _, node) => node is JsonValue value && value.TryGetValue(out string? text) ? JsonValue.Create(change(state, text)) : node;

    private static JsonNode? RandomAddresses(NormalizerState state, string key, JsonNode node) =>
        InText((s, text) => key == "hex" ? s.Addresses.InFrame(text) : s.Addresses.InText(text))(state, key, node);

    private static JsonNode? AutomaticHandles(NormalizerState state, string key, JsonNode node) =>
        InText((s, text) => key is "handle" or "parent" or "flowid" || text.Contains("qdisc ", StringComparison.Ordinal)
            ? TextPatterns.AutomaticHandle().Replace(text, m => s.Handle(m.Value)) : text)(state, key, node);

    private static JsonNode? OrderOfCopies(NormalizerState state, string key, JsonNode node)
    {
        if (!state.IsGenerated || node is not JsonArray list || !list.All(n => n is JsonObject o && o.ContainsKey("hex") && o.ContainsKey("dir"))) return node;
        var frames = list.Select(n => (Hex: (string?)n!["hex"], Frame: n!.DeepClone())).ToList();
        var sorted = new JsonArray();
        for (int begin = 0, end; begin < frames.Count; begin = end)
        {
            end = begin + 1;
            while (end < frames.Count && frames[end].Hex == frames[begin].Hex) end++;
            foreach (var (_, frame) in frames[begin..end].OrderBy(f => f.Frame.ToJsonString(), StringComparer.Ordinal)) sorted.Add(frame);
        }

        return sorted;
    }
}
