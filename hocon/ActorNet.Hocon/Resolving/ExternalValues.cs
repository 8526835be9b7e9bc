using System.Globalization;
using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>
/// Environment variables, for references that the configuration does not define. They are always strings, at the reference's place.
/// </summary>
internal sealed class ExternalValues(HoconOptions options, Budget budget)
{
    /// <summary>The variable named like the path, or for <c>${X[]}</c> the array of X_0, X_1 ... ; null when not set.</summary>
    public Node? Find(ReferenceNode reference)
    {
        if (options.Environment is null || reference.Kinds.HasFlag(ReferenceKinds.OwnField)) return null;
        var name = string.Join('.', reference.Path.AsSpan(reference.PrefixLength)!);
        return reference.Kinds.HasFlag(ReferenceKinds.List) ? FindList(name, reference.Origin) : FindText(name, reference.Origin);
    }

    private ScalarNode? FindText(string name, HoconOrigin at)
    {
        if (options.Environment!(name) is not { } text) return null;
        budget.SpendText(text, at);
        return new ScalarNode(new HoconString(at, text));
    }

    private ArrayNode? FindList(string name, HoconOrigin at)
    {
        var items = new List<Node>();
        while (FindText(string.Create(CultureInfo.InvariantCulture, $"{name}_{items.Count}"), at) is { } item) items.Add(item);
        return items.Count == 0 ? null : new ArrayNode(at, items);
    }
}
