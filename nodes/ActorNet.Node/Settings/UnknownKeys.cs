using ActorNet.Hocon;

namespace ActorNet.Node.Settings;

/// <summary>Finds settings that nothing reads, which are nearly always misspelt.</summary>
internal static class UnknownKeys
{
    /// <summary>Refuses the first key that the reference does not have.</summary>
    /// <exception cref="HoconException">There is one; the error points at its value.</exception>
    public static void Refuse(HoconObject merged, HoconObject reference) => Walk(merged, reference, "");

    private static void Walk(HoconObject merged, HoconObject reference, string prefix)
    {
        foreach (var field in merged.Fields)
        {
            if (!reference.TryGet(field.Key, out var known))
                throw new HoconException(field.Value.Origin, $"there is no setting '{prefix}{field.Key}'", $"Use one of {string.Join(", ", reference.Fields.Select(f => prefix + f.Key))}, or take it out");
            if (known is HoconObject inner && field.Value is HoconObject given) Walk(given, inner, $"{prefix}{field.Key}.");
        }
    }
}
