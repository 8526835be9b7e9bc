using System.Diagnostics.CodeAnalysis;
using ActorNet.Hocon.Reading;

namespace ActorNet.Hocon;

/// <summary>Keys with values, each key once, in the order of first mention (keys of fallbacks come first).</summary>
public sealed class HoconObject : HoconValue
{
    private readonly Dictionary<string, HoconValue> _byKey;

    internal HoconObject(HoconOrigin origin, IReadOnlyList<HoconField> fields)
        : base(origin)
    {
        Fields = fields;
        _byKey = new Dictionary<string, HoconValue>(fields.Count, StringComparer.Ordinal);
        foreach (var field in fields) _byKey.Add(field.Key, field.Value);
    }

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<HoconField> Fields { get; }

    internal override string Kind => "an object";

    /// <summary>
    /// Looks one key up as it stands: dots and quotes in it have no meaning. A key set to null is found, as <see cref="HoconNull"/>.
    /// </summary>
    public bool TryGet(string key, [NotNullWhen(true)] out HoconValue? value) => _byKey.TryGetValue(key, out value);

    /// <summary>
    /// Looks a path such as <c>engine.loops</c> or <c>boxes."lab.1".ports</c> up; false where a key is missing or its parent is no
    /// object.
    /// </summary>
    /// <exception cref="HoconException">The path is malformed.</exception>
    public bool TryGetPath(string path, [NotNullWhen(true)] out HoconValue? value)
    {
        ArgumentNullException.ThrowIfNull(path);
        value = this;
        foreach (var key in PathReader.ParseText(path))
        {
            if (value is not HoconObject parent || !parent.TryGet(key, out value))
            {
                value = null;
                return false;
            }
        }

        return true;
    }

    /// <summary>Like <see cref="TryGetPath"/>, for settings that must be there.</summary>
    /// <exception cref="HoconException">Nothing is at the path; the error points at this object.</exception>
    public HoconValue GetPath(string path) => TryGetPath(path, out var value)
        ? value
        : throw new HoconException(Origin, $"the setting '{path}' is missing", $"Add '{path} = ...' inside this object");
}
