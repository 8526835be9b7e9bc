using ActorNet.Hocon;

namespace ActorNet.Topology.Reading;

/// <summary>
/// One object of the file with the keys it may have. Reports unknown keys at once, and values of the wrong type when they are asked for;
/// <c>null</c> counts as left out.
/// </summary>
internal sealed class Fields
{
    private readonly IReadOnlyList<HoconField> _fields;
    private readonly HoconObject? _object;
    private readonly ErrorList _errors;

    /// <summary>Checks the keys of an object.</summary>
    /// <param name="source">The object; null for one that is none, which counts as empty.</param>
    /// <param name="owner">What it describes, with its article: "a host".</param>
    /// <param name="errors">Where mistakes go.</param>
    /// <param name="known">The keys it may have.</param>
    public Fields(HoconObject? source, string owner, ErrorList errors, IReadOnlyCollection<string> known)
    {
        _object = source;
        _fields = source?.Fields ?? [];
        _errors = errors;
        foreach (var field in _fields)
        {
            if (!known.Contains(field.Key, StringComparer.Ordinal)) ReportUnknown(field, owner, known);
        }
    }

    public HoconValue? Value(string key) => _object is not null && _object.TryGet(key, out var value) && value is not HoconNull ? value : null;

    public Written? Text(string key) => Value(key) is { } value ? Simple(value, key) : null;

    /// <summary>A simple value, or an array of simple values.</summary>
    public IReadOnlyList<Written> Texts(string key) => Value(key) switch
    {
        null => [],
        HoconArray array => array.Items.Select(i => Simple(i, key)).OfType<Written>().ToList(),
        var value => Simple(value, key) is { } one ? [one] : [],
    };

    /// <summary>The fields of an object; those set to null are left out.</summary>
    public IReadOnlyList<HoconField> Entries(string key)
    {
        if (Value(key) is not { } value) return [];
        if (value is HoconObject entries) return entries.Fields.Where(f => f.Value is not HoconNull).ToList();
        _errors.Add(value.Origin, $"{key} needs an object", $"Write {key} {{ ... }}");
        return [];
    }

    /// <summary>The values of the keys that are there, in the order of the file.</summary>
    public IReadOnlyList<RawSetting> Settings(IReadOnlyCollection<string> keys) => _fields
        .Where(f => keys.Contains(f.Key, StringComparer.Ordinal) && f.Value is not HoconNull)
        .Select(f => new RawSetting(f.Key, f.KeyOrigin, f.Value))
        .ToList();

    private Written? Simple(HoconValue value, string key)
    {
        if (value.TryAsString(out var text)) return new Written(text, value.Origin);
        _errors.Add(value.Origin, $"{key} needs a simple value", "Write a word, a number, or text in double quotes");
        return null;
    }

    private void ReportUnknown(HoconField field, string owner, IReadOnlyCollection<string> known)
    {
        // A dot in a key makes an object inside an object (HOCON), which is a frequent trap with names such as web.1.
        var dot = field.Value is HoconObject && known.Count > 0 ? "; a name with a dot needs double quotes" : "";
        _errors.Add(field.KeyOrigin, $"{Phrases.Quote(field.Key)} is no setting of {owner}",
            $"{Phrases.DidYouMean(field.Key, known)}Known here: {string.Join(", ", known)}{dot}");
    }
}
