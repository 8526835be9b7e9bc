using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Hocon.Nodes;

/// <summary>An object as parsed, its duplicate keys already merged where no reference stands between them.</summary>
internal sealed class ObjectNode(HoconOrigin origin) : Node(origin)
{
    private readonly Dictionary<string, FieldNode> _byKey = new(StringComparer.Ordinal);
    private readonly List<FieldNode> _fields = [];

    /// <summary>In the order of first mention.</summary>
    public IReadOnlyList<FieldNode> Fields => _fields;

    public bool TryGet(string key, [NotNullWhen(true)] out FieldNode? field) => _byKey.TryGetValue(key, out field);

    public FieldNode GetOrAdd(string key)
    {
        if (_byKey.TryGetValue(key, out var field)) return field;
        field = new FieldNode(key);
        Add(field);
        return field;
    }

    /// <summary>Merges <paramref name="upper"/> over this object and takes its parts over.</summary>
    public void Absorb(ObjectNode upper)
    {
        foreach (var field in upper._fields)
        {
            if (_byKey.TryGetValue(field.Key, out var own)) own.Absorb(field);
            else Add(field);
        }
    }

    /// <summary>Copies objects and fields; arrays and expressions are shared, merging never changes them.</summary>
    public ObjectNode Clone()
    {
        var copy = new ObjectNode(Origin);
        foreach (var field in _fields) copy.Add(field.Clone());
        return copy;
    }

    private void Add(FieldNode field)
    {
        _byKey.Add(field.Key, field);
        _fields.Add(field);
    }
}
