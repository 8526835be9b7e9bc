using ActorNet.Actors;
using ActorNet.Actors.Hosts;
using ActorNet.Engine;
using ActorNet.Labs;

namespace ActorNet.TestKit;

/// <content>Time, and everything that goes on while it passes.</content>
public sealed partial class Lab
{
    private const long FirstProbe = 1_000;

    /// <summary>Instants between two looks at what probes recorded: a recording has room for 4,096 frames.</summary>
    private const int InstantsPerLook = 128;

    /// <summary>Longest virtual time that a call waits for a host: a schedule that goes on for ever must not make it wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private readonly List<Probe> _probes = [];
    private readonly List<string> _refusals = [];
    private int _instants;

    /// <summary>Lets virtual time pass; what is due on the way happens on the way.</summary>
    /// <param name="duration">Not negative.</param>
    /// <exception cref="LabFailureException">The lab does not come to rest at some instant, or a command that was put off was refused.</exception>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        PassUntil(duration, static () => false);
    }

    /// <summary>Runs all that can run at this instant; no time passes.</summary>
    /// <exception cref="LabFailureException">The lab does not come to rest.</exception>
    public void RunUntilIdle()
    {
        Inside(_simulation.RunUntilIdle);
        TellRefusals();
    }

    /// <summary>Lets time pass until something is so, an instant at a time.</summary>
    /// <returns>Whether it is; otherwise all the time has passed.</returns>
    internal bool PassUntil(TimeSpan duration, Func<bool> isSo)
    {
        RunUntilIdle();
        var end = _simulation.Elapsed + duration.Nanoseconds();
        var isWatched = _probes.Count > 0;
        while (!isSo())
        {
            var next = _simulation.Virtual.NextDeadline is { } deadline ? deadline - _origin : long.MaxValue;
            if (next > end || !isWatched)
            {
                if (_simulation.Elapsed == end) return false;
                Inside(() => _simulation.Advance(end - _simulation.Elapsed));
            }
            else
            {
                Step();
            }

            TellRefusals();
        }

        return true;
    }

    /// <summary>Asks an actor; what that causes at this instant has happened then.</summary>
    internal Task<object> Begin(IActorRef actor, object request)
    {
        RunUntilIdle();
        var answer = actor.Ask<object>(request);
        RunUntilIdle();
        return answer;
    }

    /// <summary>Lets time pass until the answer is there.</summary>
    /// <exception cref="LabFailureException">Nothing will happen any more, or it takes longer than anything a host does.</exception>
    internal object Finish(Task<object> answer, string what)
    {
        var end = Elapsed + Patience;
        while (!answer.IsCompleted)
        {
            if (Elapsed > end) throw new LabFailureException($"{what}: there is no answer after {FrameText.Span(Patience)}.");
            if (_simulation.Virtual.NextDeadline is null) throw new LabFailureException($"{what}: there is no answer, and nothing will happen any more.");
            Step();
            TellRefusals();
        }

        return answer.GetAwaiter().GetResult();
    }

    internal object AskHost(IActorRef host, object request, string what) => Accept(Inside(() => _simulation.Ask<object>(host, request)), what);

    internal object AskBox(string box, object request) => Inside(() => _simulation.Ask(new ToNamespace(box, request)));

    /// <summary>What a host answered.</summary>
    /// <exception cref="LabFailureException">It refused.</exception>
    internal static object Accept(object answer, string what) => answer is HostRefused refused ? throw new LabFailureException($"{what}: {refused.Reason}") : answer;

    private void Step()
    {
        Inside(_simulation.TryAdvanceToNext);
        if (++_instants % InstantsPerLook != 0) return;
        foreach (var probe in _probes) probe.Drain();
    }

    private void TellRefusals()
    {
        if (_refusals.Count == 0) return;
        var text = string.Join('\n', _refusals);
        _refusals.Clear();
        throw new LabFailureException("A command that was put off was refused: " + text);
    }

    private T Inside<T>(Func<T> work)
    {
        _thrown.Enter();
        try
        {
            return work();
        }
        catch (LabException refusal)
        {
            throw new LabFailureException(refusal.Message, refusal);
        }
        finally
        {
            _thrown.Leave();
        }
    }

    private void Inside(Action work) => Inside(() =>
    {
        work();
        return true;
    });
}
