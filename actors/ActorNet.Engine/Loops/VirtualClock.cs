namespace ActorNet.Engine.Loops;

/// <summary>The clock and the dice of a virtual system.</summary>
internal sealed class VirtualClock(long start, ulong seed)
{
    private ulong _state = seed;

    internal long Now { get; set; } = start;

    internal ulong Seed { get; } = seed;

    /// <summary>Which of the waiting actors runs next: the first with seed 0, else a throw of the seeded dice (splitmix64).</summary>
    internal int PickNext(int waiting)
    {
        if (Seed == 0 || waiting == 1) return 0;
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)waiting);
    }
}
