namespace ActorNet.Labs.Links;

/// <summary>What happened to a topology: a ring of the last events, which several readers follow. May be used on any thread.</summary>
public sealed class EventJournal
{
    /// <summary>Events that are remembered.</summary>
    public const int Capacity = 4096;

    /// <summary>Events of one page.</summary>
    public const int MaxPage = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<LabEvent> _events = new();
    private readonly string _topology;
    private readonly TimeProvider _clock;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BehindReport _behind = BehindReport.None;
    private long _last;
    private double _seconds;
    private bool _ended;

    /// <summary>An empty journal.</summary>
    /// <param name="topology">Whose.</param>
    /// <param name="clock">What events are stamped with.</param>
    public EventJournal(string topology, TimeProvider clock)
    {
        _topology = topology;
        _clock = clock;
    }

    /// <summary>How far behind the topology was.</summary>
    public BehindReport Behind
    {
        get
        {
            lock (_gate) return _behind;
        }
    }

    /// <summary>Writes an event down.</summary>
    /// <param name="kind">One of <see cref="EventKinds"/>.</param>
    /// <param name="by">Who caused it.</param>
    /// <param name="link">The link it is about.</param>
    /// <param name="text">What happened.</param>
    /// <param name="seconds">Seconds since the topology was up; null for those of the last event, where the emulation's clock is not at hand.</param>
    public void Add(string kind, string by, string? link, string text, double? seconds = null)
    {
        TaskCompletionSource news;
        lock (_gate)
        {
            if (_ended) return;
            _seconds = seconds ?? _seconds;
            _events.Enqueue(new LabEvent(++_last, _clock.GetUtcNow(), Math.Round(_seconds, 6), kind, by, text, link));
            if (_events.Count > Capacity) _events.Dequeue();
            news = Renew();
        }

        news.SetResult();
    }

    /// <summary>Writes down that the topology fell behind.</summary>
    public void AddBehind(long drains, long frames, long worstNanoseconds, string text, double seconds)
    {
        lock (_gate) _behind = _behind.With(drains, frames, worstNanoseconds, text);
        Add(EventKinds.Behind, "daemon", link: null, text, seconds);
    }

    /// <summary>Nothing happens any more; whoever waits is told.</summary>
    public void End()
    {
        lock (_gate) _ended = true;
        _news.TrySetResult();
    }

    /// <summary>Events from a number on.</summary>
    /// <param name="from">The first one that is wanted.</param>
    /// <param name="wait">Wait until there is one, or the journal ends.</param>
    /// <param name="stop">Gives up waiting.</param>
    public async Task<EventPage> ReadAsync(long from, bool wait, CancellationToken stop)
    {
        while (true)
        {
            Task news;
            lock (_gate)
            {
                if (from <= _last || _ended || !wait) return Page(Math.Max(from, 1));
                news = _news.Task;
            }

            await news.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    private EventPage Page(long from)
    {
        LabEvent[] events = [.. _events.SkipWhile(e => e.Number < from).Take(MaxPage)];
        var next = events.Length > 0 ? events[^1].Number + 1 : Math.Max(from, 1);
        var lost = events.Length > 0 ? events[0].Number - from : 0;
        return new EventPage(_topology, events, next, lost, _ended && next > _last);
    }

    private TaskCompletionSource Renew()
    {
        var old = _news;
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return old;
    }
}
