using System.Numerics;

namespace ActorNet.Engine.Loops;

/// <summary>
/// The clock of a virtual system, and the dice that choose among orders which threads could have brought about as well. With seed 0 nothing is
/// thrown and every choice is the fixed one.
/// </summary>
internal sealed class VirtualClock(long start, ulong seed)
{
    private ulong _state = seed;

    internal long Now { get; set; } = start;

    internal ulong Seed { get; } = seed;

    /// <summary>Whether orders are thrown at all.</summary>
    internal bool Explores => Seed != 0;

    /// <summary>Which of the waiting actors runs next: the first with seed 0.</summary>
    internal int PickNext(int waiting) => Throw(waiting);

    /// <summary>
    /// How many of at most <paramref name="limit"/> things are done before others get their turn: all with seed 0. Short turns are as likely
    /// as long ones, because most races need one that ends early.
    /// </summary>
    internal int PickCount(int limit)
    {
        if (!Explores) return limit;
        var powers = BitOperations.Log2((uint)limit) + 2;
        return 1 + Throw(Math.Min(limit, 1 << Throw(powers)));
    }

    /// <summary>Whether a deadline that has come goes before the actors that wait; never with seed 0.</summary>
    internal bool PickDeadlineFirst() => Throw(2) == 1;

    /// <summary>The place among equal deadlines of the one that was armed as the n-th: n with seed 0.</summary>
    internal long PickRank(long n) => Explores ? (long)(Next() >> 1) : n;

    private int Throw(int sides) => Explores && sides > 1 ? (int)(Next() % (ulong)sides) : 0;

    /// <summary>splitmix64.</summary>
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
