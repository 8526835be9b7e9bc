using ActorNet.Actors.Messages;
using ActorNet.Engine;
using ActorNet.Engine.Loops;

namespace ActorNet.TestKit;

/// <summary>Keeps what the engine says of actors that failed; failures that a test asked for are none.</summary>
internal sealed class EngineWatch
{
    private const int Most = 20;

    private readonly List<string> _failures = [];

    /// <summary>The failures nobody asked for, the first of them.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public void Add(EngineLogEntry entry)
    {
        var isFailure = entry.Level >= LogLevel.ErrorLevel || (entry.Level >= LogLevel.WarningLevel && entry.Cause is not null);
        if (!isFailure || entry.Cause is InjectedFaultException || _failures.Count == Most) return;
        _failures.Add($"{entry.Source}: {entry.Message}{(entry.Cause is { } cause ? "\n" + cause : "")}");
    }
}
