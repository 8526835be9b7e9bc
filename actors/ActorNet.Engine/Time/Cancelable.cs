namespace ActorNet.Engine;

/// <summary>A switch that calls scheduled work off. Any thread.</summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private volatile bool _isDisposed;

    /// <summary>A switch that is not thrown yet.</summary>
    /// <param name="scheduler">Whose clock counts.</param>
    public Cancelable(IScheduler scheduler)
        : this((scheduler ?? throw new ArgumentNullException(nameof(scheduler))).Advanced)
    {
    }

    /// <summary>A switch that is not thrown yet.</summary>
    /// <param name="scheduler">Whose clock counts.</param>
    /// <param name="delay">When it calls itself off.</param>
    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this((scheduler ?? throw new ArgumentNullException(nameof(scheduler))).Advanced, delay)
    {
    }

    /// <summary>A switch that is not thrown yet.</summary>
    /// <param name="scheduler">Whose clock counts.</param>
    public Cancelable(IActionScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        Token = _source.Token;
    }

    /// <summary>A switch that is not thrown yet.</summary>
    /// <param name="scheduler">Whose clock counts.</param>
    /// <param name="delay">When it calls itself off.</param>
    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler) => scheduler.ScheduleOnce(delay, Cancel, this);

    /// <inheritdoc/>
    public bool IsCancellationRequested => _source.IsCancellationRequested;

    /// <inheritdoc/>
    public CancellationToken Token { get; }

    /// <summary>It was disposed; it can no longer be called off.</summary>
    public bool IsDisposed => _isDisposed;

    /// <inheritdoc/>
    public void Cancel() => Cancel(throwOnFirstException: false);

    /// <summary>Calls it off.</summary>
    /// <param name="throwOnFirstException">Stop at the first callback of the token that throws, instead of collecting.</param>
    public void Cancel(bool throwOnFirstException)
    {
        if (!_isDisposed) _source.Cancel(throwOnFirstException);
    }

    /// <summary>Frees the token's resources.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _source.Dispose();
        GC.SuppressFinalize(this);
    }
}
