using ActorNet.Core;
using ActorNet.Core.Net;

namespace ActorNet.Actors;

/// <summary>To a lab, from its timer: control work that was put off is due.</summary>
internal sealed class RtnlDue
{
    private RtnlDue()
    {
    }

    /// <summary>The only one.</summary>
    public static RtnlDue Instance { get; } = new();
}

/// <summary>
/// Keeps the time for a lab's <see cref="RtnlWork"/>: the lab's actor gets a message when it is due, so that it runs in a turn of its own, as Linux runs it in a worker
/// that takes the RTNL lock.
/// </summary>
internal sealed class RtnlTimer
{
    private readonly ILabClock _clock;
    private readonly IActorRef _lab;
    private readonly ILabTimer _timer;

    public RtnlTimer(RtnlWork work, ILabClock clock, IActorRef lab)
    {
        _clock = clock;
        _lab = lab;
        _timer = clock.CreateTimer(lab, RtnlDue.Instance);
        work.Arm = Arm;
    }

    private void Arm(Instant deadline)
    {
        if (deadline != Instant.Never && deadline > _clock.Now)
        {
            _timer.Arm(deadline);
            return;
        }

        _timer.Disarm();
        if (deadline != Instant.Never) _lab.Tell(RtnlDue.Instance, ActorRefs.NoSender);
    }
}
