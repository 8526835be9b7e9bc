using ActorNet.Core.Devices;

namespace ActorNet.Core.Sched;

/// <summary>Puts qdiscs on a device and takes them off (<c>sch_generic.c</c>: <c>dev_activate</c>, <c>dev_deactivate</c>, <c>dev_shutdown</c>; rules QD-06 to QD-08).</summary>
public static class QdiscAttachment
{
    /// <summary>The device came up: the default qdisc is made if none was chosen, and the queues go through it.</summary>
    public static void Activate(NetDevice device, Instant now)
    {
        if (ReferenceEquals(device.RootQdisc, NoopQdisc.Instance)) GraftRoot(device, MakeDefault(device, now), now);
        if (!device.CarrierOn) return;
        foreach (var queue in device.TxQueues) queue.Qdisc = queue.SleepingQdisc;
    }

    /// <summary>The device goes down: frames are refused, queued ones freed without a count.</summary>
    public static void Deactivate(NetDevice device, Instant now)
    {
        foreach (var queue in device.TxQueues)
        {
            queue.Qdisc = NoopQdisc.Instance;
            queue.SleepingQdisc.Reset(now);
        }

        device.RootQdisc.Reset(now);
    }

    /// <summary>The carrier came or went while the device is up.</summary>
    public static void FollowCarrier(NetDevice device, Instant now)
    {
        if (device.CarrierOn) Activate(device, now);
        else Deactivate(device, now);
    }

    /// <summary>Whether a queue goes through another discipline than the one chosen for it: it refuses everything until the carrier comes (<c>qdisc_tx_changing</c>).</summary>
    internal static bool IsChanging(NetDevice device)
    {
        foreach (var queue in device.TxQueues)
        {
            if (!ReferenceEquals(queue.Qdisc, queue.SleepingQdisc)) return true;
        }

        return false;
    }

    /// <summary>The device is being unregistered: every qdisc is destroyed, filters included.</summary>
    public static void Shutdown(NetDevice device, Instant now)
    {
        GraftRoot(device, NoopQdisc.Instance, now);
        device.HookQdisc?.Destroy(now);
        device.HookQdisc = null;
    }

    /// <summary>Replaces the root qdisc; the old one is destroyed with what it holds. On a device that is up the new one takes over at once.</summary>
    public static void GraftRoot(NetDevice device, Qdisc root, Instant now)
    {
        var old = device.RootQdisc;
        device.RootQdisc = root;
        foreach (var queue in device.TxQueues)
        {
            GraftQueue(queue, root is IPerQueueQdisc perQueue ? perQueue.QueueQdisc(queue.Index) : root);
        }

        if (!ReferenceEquals(old, root)) old.Destroy(now);
    }

    /// <summary>Gives one queue another discipline, in force at once when the device is up.</summary>
    internal static void GraftQueue(TxQueue queue, Qdisc qdisc)
    {
        queue.SleepingQdisc = qdisc;
        queue.Qdisc = queue.Device.IsUp && queue.Device.CarrierOn ? qdisc : NoopQdisc.Instance;
    }

    /// <summary>The qdisc a device gets when the user chose none (rule QD-07). A kind that refuses is replaced by noqueue (rule PFF-02).</summary>
    public static Qdisc MakeDefault(NetDevice device, Instant now)
    {
        if (device.NoQueue) return new NoqueueQdisc(device);
        return device.TxQueues.Count > 1 ? Make("mq", device, now) : Make(QdiscKinds.Default, device, now);
    }

    private static Qdisc Make(string kind, NetDevice device, Instant now)
    {
        try
        {
            var qdisc = QdiscKinds.Find(kind)!.Create(device);
            qdisc.Init(null, now);
            return qdisc;
        }
        catch (RtnlException)
        {
            return new NoqueueQdisc(device);
        }
    }
}

/// <summary>A root qdisc that gives every transmit queue a discipline of its own (mq).</summary>
public interface IPerQueueQdisc
{
    /// <summary>The discipline of a queue.</summary>
    Qdisc QueueQdisc(int queue);
}
