using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>The assignments under evaluation: each hides itself and all that override it, so that references inside look back.</summary>
internal sealed class HiddenAssignments
{
    private readonly Dictionary<FieldNode, int> _limits = new(ReferenceEqualityComparer.Instance);

    public bool Contains(FieldNode? field, int index) =>
        field is not null && _limits.Count > 0 && _limits.TryGetValue(field, out var limit) && index >= limit;

    /// <summary>Returns what <see cref="Restore"/> needs: the limit in force before, -1 for none.</summary>
    public int Hide(FieldNode? field, int index)
    {
        if (field is null) return -1;
        var before = _limits.TryGetValue(field, out var limit) ? limit : -1;
        _limits[field] = before < 0 ? index : Math.Min(index, before);
        return before;
    }

    public void Restore(FieldNode? field, int before)
    {
        if (field is null) return;
        if (before < 0) _limits.Remove(field);
        else _limits[field] = before;
    }
}
