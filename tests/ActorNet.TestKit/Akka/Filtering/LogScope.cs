using ActorNet.Engine.Loops;

namespace ActorNet.Engine.TestKit;

/// <summary>Filters in force at one place of a test, and how often one of them matched. Any thread.</summary>
internal sealed class LogScope(IReadOnlyList<LogFilter> filters)
{
    private int _matched;

    internal bool TakesDeadLetters => filters.Any(filter => filter.TakesDeadLetters);

    internal int Matched => Volatile.Read(ref _matched);

    /// <summary>Counts an entry if it is one of those.</summary>
    /// <returns>Whether it is.</returns>
    internal bool Offer(EngineLogEntry entry) => Count(filters.Any(filter => filter.Matches(entry)));

    internal void Offer(DeadLetter letter) => Count(filters.Any(filter => filter.Matches(letter)));

    private bool Count(bool isMatch)
    {
        if (isMatch) Interlocked.Increment(ref _matched);
        return isMatch;
    }
}
