namespace ActorNet.Conformance.Tests.Generating;

/// <summary>A stream of random decisions, drawn beforehand by FsCheck; the same numbers make the same script. Once used up, every decision is the first one.</summary>
internal sealed class Choices(IReadOnlyList<int> numbers)
{
    private int _next;

    /// <summary>A number from 0 to <paramref name="below"/> - 1.</summary>
    public int Below(int below) => _next < numbers.Count ? numbers[_next++] % below : 0;

    /// <summary>True <paramref name="times"/> times in <paramref name="of"/>.</summary>
    public bool Chance(int times, int of) => Below(of) >= of - times;

    public T Of<T>(params IReadOnlyList<T> values) => values[Below(values.Count)];
}
