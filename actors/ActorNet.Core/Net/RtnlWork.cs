namespace ActorNet.Core.Net;

/// <summary>
/// What the control plane of a lab does later, under the lock that configuration takes: carrier changes (<see cref="LinkWatch"/>) and the wait for the last users of
/// unregistered devices (<see cref="UnregisterTodo"/>). One for all namespaces of a lab, as in Linux for the whole machine. It has no clock: whoever hosts the lab
/// sets <see cref="Arm"/> and calls <see cref="Run"/>.
/// </summary>
public sealed class RtnlWork
{
    /// <summary>Nothing to do.</summary>
    public RtnlWork()
    {
        LinkWatch = new LinkWatch(this);
        Todo = new UnregisterTodo(this);
    }

    /// <summary>
    /// Told when <see cref="Deadline"/> moves; <see cref="Instant.Never"/> cancels. The host calls <see cref="Run"/> then, in a turn of its own: never from within the
    /// call. Null: work waits until somebody calls <see cref="Run"/>.
    /// </summary>
    public Action<Instant>? Arm { get; set; }

    /// <summary>When <see cref="Run"/> is due; in the past or present for "as soon as possible".</summary>
    public Instant Deadline { get; private set; } = Instant.Never;

    /// <summary>Carrier changes that wait.</summary>
    public LinkWatch LinkWatch { get; }

    /// <summary>Devices that wait for their last user.</summary>
    public UnregisterTodo Todo { get; }

    /// <summary>Does what is due.</summary>
    public void Run(Instant now)
    {
        // The timer has fired: whatever is still to come has to be armed afresh.
        Deadline = Instant.Never;
        if (LinkWatch.Deadline <= now) LinkWatch.Run(now);
        if (Todo.Deadline <= now) Todo.Run(now);
        Reschedule();
    }

    internal void Reschedule()
    {
        var next = LinkWatch.Deadline < Todo.Deadline ? LinkWatch.Deadline : Todo.Deadline;
        if (next == Deadline) return;
        Deadline = next;
        Arm?.Invoke(next);
    }
}
