using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Net;

/// <summary>
/// Carrier changes on their way to those who care (<c>net/core/link_watch.c</c>, rule FLAG-03). A driver only flips the bit; operational state, queueing disciplines,
/// NETDEV_CHANGE and the link message follow later: urgent changes as soon as possible, all others in batches, one batch a second.
/// </summary>
public sealed class LinkWatch
{
    /// <summary>Nanoseconds between two batches of changes that are not urgent (HZ).</summary>
    public const long IntervalNanoseconds = 1_000_000_000;

    /// <summary>Devices of one batch; a run for urgent changes takes twice as many.</summary>
    public const int MaxPerRun = 100;

    private readonly RtnlWork _work;
    private LinkedList<NetDevice> _pending = new();

    /// <summary>Before it only urgent changes are carried out.</summary>
    private Instant _nextBatch = Instant.Zero;

    internal LinkWatch(RtnlWork work) => _work = work;

    /// <summary>When <see cref="Run"/> is due.</summary>
    internal Instant Deadline { get; private set; } = Instant.Never;

    /// <summary>Devices whose change nobody has been told of.</summary>
    public int Count => _pending.Count;

    /// <summary>A carrier came or went (<c>linkwatch_fire_event</c>).</summary>
    internal void Fire(NetDevice device, Instant now)
    {
        var urgent = IsUrgent(device);
        if (device.LinkwatchNode is null)
        {
            device.LinkwatchNode = _pending.AddLast(device);
        }
        else if (!urgent)
        {
            return;
        }

        Schedule(urgent, now);
    }

    /// <summary>Carries out what may be now (<c>__linkwatch_run_queue</c>).</summary>
    internal void Run(Instant now)
    {
        Deadline = Instant.Never;
        var urgentOnly = _nextBatch > now;
        if (!urgentOnly) _nextBatch = now.Plus(IntervalNanoseconds);
        var room = urgentOnly ? 2 * MaxPerRun : MaxPerRun;
        var batch = _pending;
        _pending = new LinkedList<NetDevice>();
        while (batch.First is { } node && room > 0)
        {
            batch.RemoveFirst();
            if (urgentOnly && !IsUrgent(node.Value))
            {
                _pending.AddLast(node);
                continue;
            }

            Process(node.Value, now);
            room--;
        }

        while (batch.First is { } left)
        {
            batch.RemoveFirst();
            _pending.AddLast(left);
        }

        if (_pending.Count > 0) Schedule(urgent: false, now);
    }

    /// <summary>Carries out the change of one device at once, if there is one (<c>linkwatch_sync_dev</c>).</summary>
    internal void Sync(NetDevice device, Instant now)
    {
        if (Forget(device)) Process(device, now);
    }

    /// <summary>The device is gone, or watched elsewhere from now on. True when a change was waiting.</summary>
    internal bool Forget(NetDevice device)
    {
        if (device.LinkwatchNode is not { } node) return false;
        device.LinkwatchNode = null;
        if (!ReferenceEquals(node.List, _pending)) return false;
        _pending.Remove(node);
        return true;
    }

    /// <summary>
    /// Whether a change must not wait: the device stands on another one (its link has another number), or its carrier came while its queues still refuse everything
    /// (<c>linkwatch_urgent_event</c>).
    /// </summary>
    private static bool IsUrgent(NetDevice device)
    {
        if (!device.IsRunning) return false;
        return device.IfLink != device.IfIndex || (device.CarrierOn && QdiscAttachment.IsChanging(device));
    }

    private static void Process(NetDevice device, Instant now)
    {
        device.LinkwatchNode = null;
        device.UpdateOperState();
        if (!device.IsUp) return;
        QdiscAttachment.FollowCarrier(device, now);
        device.Namespace.Notify(NetDeviceEvent.Change, device);
        device.Namespace.SendLinkMessage(device);
    }

    private void Schedule(bool urgent, Instant now)
    {
        var due = urgent || _nextBatch < now ? now : _nextBatch;
        if (due >= Deadline) return;
        Deadline = due;
        _work.Reschedule();
    }
}
