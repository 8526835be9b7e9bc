using System.Runtime.CompilerServices;
using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Reading;

/// <summary>Where in the tree the reader stands: the depth bound and the path that <c>+=</c> and included files need.</summary>
internal sealed class ReadScope(HoconOptions options, string[]? prefix, int depth)
{
    private readonly List<string> _path = [];
    private int _depth = depth;
    private int _arrays;

    public bool InArray => _arrays > 0;

    public int Depth => _depth;

    /// <summary>Keys from the root of all to the object being read; null inside of an array, whose elements no path can name.</summary>
    public string[]? FullPath => prefix is null || InArray ? null : [.. prefix, .. _path];

    /// <summary>Where the text being read was included.</summary>
    public string[]? Prefix => prefix;

    public void Enter(IReadOnlyList<PathKey> keys, HoconOrigin at)
    {
        Deepen(keys.Count, at);
        foreach (var key in keys) _path.Add(key.Key);
    }

    public void Leave(IReadOnlyList<PathKey> keys)
    {
        _depth -= keys.Count;
        _path.RemoveRange(_path.Count - keys.Count, keys.Count);
    }

    public void EnterArray(HoconOrigin at)
    {
        Deepen(1, at);
        _arrays++;
    }

    public void LeaveArray()
    {
        _depth--;
        _arrays--;
    }

    /// <summary>A reference as it must be looked up from the root.</summary>
    public ReferenceNode Reference(HoconOrigin at, List<PathKey> path, ReferenceKinds kinds)
    {
        if (prefix is null)
        {
            throw new HoconException(at, "a file included inside an array holds a reference, which has no path from there",
                "Include the file outside of the array and refer to it from inside");
        }

        return new ReferenceNode(at, [.. prefix, .. path.Select(k => k.Key)], prefix.Length, kinds);
    }

    private void Deepen(int levels, HoconOrigin at)
    {
        _depth += levels;
        if (_depth > options.MaxDepth)
        {
            throw new HoconException(at, $"values are nested deeper than {options.MaxDepth} here",
                "Nest less, or raise HoconOptions.MaxDepth");
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new HoconException(at, "values are nested deeper than the stack of this thread allows",
                "Nest less, or read on a thread with a larger stack");
        }
    }
}
