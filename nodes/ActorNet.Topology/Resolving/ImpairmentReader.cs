using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>What a link does to one direction: its settings, each by itself and all together.</summary>
internal sealed class ImpairmentReader(ErrorList errors)
{
    /// <summary>The impairments of a direction; what is wrong is reported and left out.</summary>
    /// <param name="direction">At most one setting of each key.</param>
    /// <param name="mtu">MTU of the link in bytes.</param>
    public Impairments Read(IReadOnlyCollection<RawSetting> direction, int mtu)
    {
        var settings = direction.Select(raw => (Raw: raw, Setting: Check(raw))).Where(s => s.Setting is not null).ToList();
        var main = settings.Find(s => s.Raw.Key is LinkSetting.Names.Rate).Raw ?? settings.FirstOrDefault().Raw;
        var impairments = Impairments.Of(mtu, main?.KeyOrigin, settings.Select(s => s.Setting!));
        // What a refused setting would have been is unknown, so what does not go with it may be right.
        if (settings.Count < direction.Count || impairments.Conflict() is not { } conflict) return impairments;
        var place = direction.First(s => string.Equals(s.Key, conflict.Key, StringComparison.Ordinal));
        errors.Add(place.KeyOrigin, conflict.Fault.What, conflict.Fault.Remedy);
        return Impairments.None(mtu);
    }

    private LinkSetting? Check(RawSetting raw)
    {
        if (!raw.Value.TryAsString(out var text))
        {
            errors.Add(raw.Value.Origin, $"{raw.Key} needs a simple value", LinkSettingReader.Remedy(raw.Key));
            return null;
        }

        if (LinkSettingReader.TryRead(raw.Key, text, out var setting, out var fault)) return setting;
        errors.Add(raw.Value.Origin, fault.What, fault.Remedy);
        return null;
    }
}
