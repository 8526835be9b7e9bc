using System.Diagnostics;
using System.Globalization;

namespace ActorNet.Engine.TestKit;

/// <summary>Waits for the threads of a live system.</summary>
internal sealed class RealKitClock : KitClock
{
    /// <summary>How often a condition is asked that no arriving message announces.</summary>
    private const int Look = 5;

    private readonly object _gate = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _pulses;

    internal override long Now => Stopwatch.GetElapsedTime(_start).Ticks * TimeSpan.NanosecondsPerTick;

    internal override bool WaitFor(Func<bool> condition, long deadline, CancellationToken token)
    {
        EnsureOutside();
        while (true)
        {
            token.ThrowIfCancellationRequested();
            var seen = Volatile.Read(ref _pulses);
            if (condition()) return true;
            if (Now >= deadline) return false;
            WaitForPulse(seen, Slice(deadline));
        }
    }

    internal override void Drive(Func<Task> function, long deadline, TimeSpan patience, CancellationToken token)
    {
        EnsureOutside();
        var context = SynchronizationContext.Current;
        // What follows an await must not need the thread that waits here.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var task = function();
            var last = deadline == Never ? Never : deadline + (patience.Ticks * TimeSpan.NanosecondsPerTick);
            if (!WaitFor(() => task.IsCompleted, last, token))
                throw new TimeoutException($"What the test awaits has not come ({Describe()}).");
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    internal override void Pulse()
    {
        lock (_gate)
        {
            _pulses++;
            Monitor.PulseAll(_gate);
        }
    }

    internal override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"real time, {Stopwatch.GetElapsedTime(_start).TotalSeconds:0.000} s since the kit was made");

    /// <summary>A pulse since the condition was asked is not waited for again.</summary>
    private void WaitForPulse(long seen, int milliseconds)
    {
        lock (_gate)
        {
            if (_pulses == seen) Monitor.Wait(_gate, milliseconds);
        }
    }

    private int Slice(long deadline) => deadline == Never ? Look : (int)Math.Clamp((deadline - Now) / 1_000_000, 1, Look);
}
