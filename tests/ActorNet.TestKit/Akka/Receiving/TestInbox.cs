namespace ActorNet.Engine.TestKit;

/// <summary>What a test's actor got and the test has not taken yet, oldest first. Any thread.</summary>
internal sealed class TestInbox(KitClock clock)
{
    /// <summary>More than any test looks at; beyond it something sends without end.</summary>
    internal const int Limit = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Queue<Envelope> _waiting = new();
    private Func<object, bool>? _ignored;
    private AutoPilot? _pilot;
    private long _refused;

    internal int Count
    {
        get
        {
            lock (_gate) return _waiting.Count;
        }
    }

    /// <summary>Messages that came when <see cref="Limit"/> were waiting.</summary>
    internal long Refused => Volatile.Read(ref _refused);

    /// <summary>The actor's turn: whom it lets react from now on; null for nobody.</summary>
    internal void UsePilot(AutoPilot? pilot) => _pilot = pilot is NoAutoPilot or KeepRunning ? null : pilot;

    /// <summary>The actor's turn: what it drops from now on; null for nothing.</summary>
    internal void Ignore(Func<object, bool>? ignored) => _ignored = ignored;

    /// <summary>The actor's turn: a message has come.</summary>
    internal void Accept(object message, IActorRef sender)
    {
        if (_pilot is { } pilot)
        {
            var next = pilot.Run(sender, message);
            if (next is not KeepRunning) UsePilot(next);
        }
        if (_ignored is { } ignored && ignored(message)) return;
        lock (_gate)
        {
            if (_waiting.Count < Limit) _waiting.Enqueue(new Envelope(message, sender));
            else _refused++;
        }
        clock.Pulse();
    }

    internal bool TryTake(out Envelope envelope)
    {
        lock (_gate) return _waiting.TryDequeue(out envelope);
    }

    internal bool TryPeek(out Envelope envelope)
    {
        lock (_gate) return _waiting.TryPeek(out envelope);
    }

    /// <summary>The oldest ones, for a failure's text.</summary>
    internal IReadOnlyList<Envelope> First(int count)
    {
        lock (_gate) return [.. _waiting.Take(count)];
    }
}
