using System.Diagnostics;
using System.Globalization;
using ActorNet.Engine.Loops;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// Goes from deadline to deadline of a virtual system, so waiting takes no real time and always ends at the same instant. While a
/// <see cref="TestScheduler"/> holds the system's time, a wait only runs what can run at the present instant.
/// </summary>
internal sealed class VirtualKitClock(VirtualSystem machine) : KitClock
{
    private const int OutsideLook = 2;

    private long _waitedWhileHeld;

    internal VirtualSystem Machine => machine;

    internal override long Now => IsHeld ? _waitedWhileHeld : machine.Now;

    private bool IsHeld => machine.System.Scheduler is TestScheduler;

    internal override bool WaitFor(Func<bool> condition, long deadline, CancellationToken token)
    {
        EnsureOutside();
        do
        {
            token.ThrowIfCancellationRequested();
            machine.RunUntilIdle();
            if (condition()) return true;
        }
        while (Step(deadline));
        PassTo(deadline);
        return condition();
    }

    internal override void Drive(Func<Task> function, long deadline, TimeSpan patience, CancellationToken token)
    {
        EnsureOutside();
        using var pump = new ContinuationPump();
        var task = function();
        var idle = new Stopwatch();
        while (!task.IsCompleted)
        {
            token.ThrowIfCancellationRequested();
            machine.RunUntilIdle();
            if (pump.RunPosted() || task.IsCompleted || Step(deadline))
            {
                idle.Reset();
                continue;
            }
            idle.Start();
            if (idle.Elapsed > patience) throw new TimeoutException(Stuck(patience));
            pump.WaitForPost(OutsideLook);
        }
        task.GetAwaiter().GetResult();
    }

    internal override string Describe()
    {
        var seconds = machine.Now / 1_000_000_000;
        var time = string.Create(CultureInfo.InvariantCulture, $"virtual time {seconds}.{machine.Now % 1_000_000_000:D9} s");
        return machine.Seed == 0 ? time : $"{time}, interleaving {machine.Seed}";
    }

    /// <summary>Goes to the next thing that will happen by itself.</summary>
    /// <returns>False when that is nothing, or after the deadline.</returns>
    private bool Step(long deadline)
    {
        if (IsHeld || machine.NextDeadline is not { } next || next > deadline) return false;
        machine.Advance(Math.Max(0, next - machine.Now));
        return true;
    }

    private void PassTo(long deadline)
    {
        if (deadline == Never) return;
        if (IsHeld) _waitedWhileHeld = Math.Max(_waitedWhileHeld, deadline);
        else machine.Advance(Math.Max(0, deadline - machine.Now));
    }

    private string Stuck(TimeSpan patience) =>
        $"The test awaits something that no actor brings about ({Describe()}) and that did not come from outside within {Values.Text(patience)} of real time. "
        + "An answer that never comes? A deadline of the system later than the wait?";
}
