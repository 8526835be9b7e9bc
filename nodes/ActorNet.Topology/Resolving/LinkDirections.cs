using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>
/// Sorts a link's impairments into its two directions: bare ones hold from a to b, those of <c>both</c> both ways, and what a direction
/// says itself goes before <c>both</c>.
/// </summary>
internal sealed class LinkDirections
{
    public LinkDirections(RawLink link, ErrorList errors)
    {
        if (link.BareHoldBothWays)
        {
            AToB = Over(link.Bare, link.AToB);
            BToA = Over(link.Bare, link.BToA);
            return;
        }

        foreach (var bare in link.Bare)
        {
            if (link.AToB.Any(s => string.Equals(s.Key, bare.Key, StringComparison.Ordinal)))
                errors.Add(bare.KeyOrigin, $"{bare.Key} is given twice for the way from a to b", "Remove it here, or in a-to-b { }");
        }

        AToB = Over(link.Both, [.. link.Bare, .. link.AToB]);
        BToA = Over(link.Both, link.BToA);
    }

    public IReadOnlyCollection<RawSetting> AToB { get; }

    public IReadOnlyCollection<RawSetting> BToA { get; }

    private static Dictionary<string, RawSetting>.ValueCollection Over(IEnumerable<RawSetting> common, IEnumerable<RawSetting> own)
    {
        var byKey = new Dictionary<string, RawSetting>(StringComparer.Ordinal);
        foreach (var setting in common) byKey[setting.Key] = setting;
        foreach (var setting in own) byKey[setting.Key] = setting;

        // latency and limit are two ways to say one thing: the direction's own way replaces the common one.
        var ownKeys = own.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        if (ownKeys.Contains("limit") && !ownKeys.Contains("latency")) byKey.Remove("latency");
        if (ownKeys.Contains("latency") && !ownKeys.Contains("limit")) byKey.Remove("limit");
        return byKey.Values;
    }
}
