using System.Runtime.CompilerServices;
using ActorNet.Engine.Loops;

namespace ActorNet.Linux.Loops;

/// <summary>
/// Descriptor number to target. Every entry has a generation that goes up when the entry is released, and the generation travels with the
/// event, so an event that the kernel reported before the release finds nobody, even if the number is in use again.
/// </summary>
internal sealed class PollTable
{
    internal const int DefaultCapacity = 65536;

    private readonly int _capacity;
    private Entry[] _entries = new Entry[64];

    private struct Entry
    {
        internal IPollable? Target;
        internal uint Generation;
        internal PollEvents Interest;
    }

    internal PollTable(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    internal int Count { get; private set; }

    /// <summary>Fills an entry and returns the number by which events name it.</summary>
    internal ulong Take(int descriptor, IPollable target, PollEvents interest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(descriptor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(descriptor, _capacity);
        if (descriptor >= _entries.Length) Array.Resize(ref _entries, Math.Min(_capacity, Math.Max(descriptor + 1, _entries.Length * 2)));
        ref Entry entry = ref _entries[descriptor];
        if (entry.Target is not null) throw new InvalidOperationException($"descriptor {descriptor} is watched already; remove it first.");
        entry.Target = target;
        entry.Interest = interest;
        Count++;
        return Pack(entry.Generation, descriptor);
    }

    internal ulong Change(int descriptor, PollEvents interest)
    {
        if ((uint)descriptor >= (uint)_entries.Length || _entries[descriptor].Target is null)
            throw new InvalidOperationException($"descriptor {descriptor} is not watched; add it first.");
        _entries[descriptor].Interest = interest;
        return Pack(_entries[descriptor].Generation, descriptor);
    }

    /// <summary>Empties an entry; false when it was empty.</summary>
    internal bool Release(int descriptor)
    {
        if ((uint)descriptor >= (uint)_entries.Length) return false;
        ref Entry entry = ref _entries[descriptor];
        if (entry.Target is null) return false;
        entry.Target = null;
        entry.Generation++;
        Count--;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal IPollable? Find(ulong data, out PollEvents interest)
    {
        ref Entry entry = ref _entries[(uint)data];
        interest = entry.Interest;
        return entry.Generation == (uint)(data >> 32) ? entry.Target : null;
    }

    internal void Clear()
    {
        Array.Clear(_entries);
        Count = 0;
    }

    private static ulong Pack(uint generation, int descriptor) => ((ulong)generation << 32) | (uint)descriptor;
}
