using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ActorNet.Engine.Cell;

/// <summary>
/// Which handlers of a list concern a type of message, in order of registration: those whose type is the message's, a base of it or an
/// interface it has. Shared by all actors of a class that register the same types; each type of message is looked at once.
/// </summary>
internal sealed class HandlerShape
{
    /// <summary>Shapes kept per actor class; a class that registers differently each time gets shapes of its own beyond that.</summary>
    private const int ShapesPerClass = 64;

    private const int MaxRemembered = 1024;

    private static readonly ConcurrentDictionary<Type, HandlerShape[]> Known = new();

    private readonly Type[] _handled;
    private Entry[] _table = new Entry[4];
    private int _remembered;

    private HandlerShape(List<Type> handled) => _handled = [.. handled];

    internal static HandlerShape For(Type actorType, List<Type> handled)
    {
        var shapes = Known.GetOrAdd(actorType, static _ => []);
        foreach (var shape in shapes)
        {
            if (shape._handled.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(handled))) return shape;
        }
        var added = new HandlerShape(handled);
        // When another thread adds at the same time one of the two is used once and forgotten.
        if (shapes.Length < ShapesPerClass) Known.TryUpdate(actorType, [.. shapes, added], shapes);
        return added;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int[] CandidatesFor(Type type)
    {
        var table = Volatile.Read(ref _table);
        var slot = SlotOf(type) & (table.Length - 1);
        // Open addressing; a table is never full, so an empty slot ends the search.
        while (table[slot].Type is { } known)
        {
            if (ReferenceEquals(known, type)) return table[slot].Candidates;
            slot = (slot + 1) & (table.Length - 1);
        }
        return Remember(type);
    }

    private static int SlotOf(Type type) => (int)(type.TypeHandle.Value >> 3) * -1640531527 >>> 16;

    private int[] Remember(Type type)
    {
        var candidates = Find(type);
        lock (_handled)
        {
            if (_remembered >= MaxRemembered || Array.Exists(_table, entry => ReferenceEquals(entry.Type, type))) return candidates;
            _remembered++;
            var larger = new Entry[_remembered * 2 >= _table.Length ? _table.Length * 2 : _table.Length];
            foreach (var entry in _table) Insert(larger, entry);
            Insert(larger, new Entry(type, candidates));
            Volatile.Write(ref _table, larger);
        }
        return candidates;
    }

    private int[] Find(Type type)
    {
        var candidates = new List<int>();
        for (var i = 0; i < _handled.Length; i++)
        {
            if (_handled[i].IsAssignableFrom(type)) candidates.Add(i);
        }
        return [.. candidates];
    }

    private static void Insert(Entry[] table, Entry entry)
    {
        if (entry.Type is null) return;
        var slot = SlotOf(entry.Type) & (table.Length - 1);
        while (table[slot].Type is not null) slot = (slot + 1) & (table.Length - 1);
        table[slot] = entry;
    }

    private readonly record struct Entry(Type? Type, int[] Candidates);
}
