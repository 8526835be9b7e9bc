using ActorNet.Core.Devices;

namespace ActorNet.Core.Net;

/// <summary>A device that cannot be freed yet.</summary>
/// <param name="Name">Its last name; it may be another device's by now.</param>
/// <param name="RefCount">References to it, its own included.</param>
public sealed record UnregisterWarning(string Name, int RefCount)
{
    /// <summary>The line of the kernel's log.</summary>
    public string Text => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"unregister_netdevice: waiting for {Name} to become free. Usage count = {RefCount}");
}

/// <summary>
/// Devices that are unregistered and still used by somebody (<c>netdev_wait_allrefs_any</c>, rule DEV-07). They are in no table any more; every second their users are
/// told again with NETDEV_UNREGISTER, every ten seconds a warning is given, and the last <see cref="NetDevice.Put"/> frees them.
/// </summary>
public sealed class UnregisterTodo
{
    /// <summary>Nanoseconds between two rounds of NETDEV_UNREGISTER.</summary>
    public const long RebroadcastNanoseconds = 1_000_000_000;

    /// <summary>Nanoseconds between two warnings (<c>netdev_unregister_timeout_secs</c>).</summary>
    public const long WarningNanoseconds = 10_000_000_000;

    private readonly RtnlWork _work;
    private readonly List<Entry> _waiting = [];

    internal UnregisterTodo(RtnlWork work) => _work = work;

    /// <summary>When <see cref="Run"/> is due.</summary>
    internal Instant Deadline { get; private set; } = Instant.Never;

    /// <summary>Devices that wait, the longest waiting first.</summary>
    public IEnumerable<NetDevice> Waiting => _waiting.Select(e => e.Device);

    /// <summary>Warnings given so far.</summary>
    public long Warnings { get; private set; }

    /// <summary>Told of each warning.</summary>
    public Action<UnregisterWarning>? Warned { get; set; }

    internal void Add(NetDevice device, Instant now)
    {
        _waiting.Add(new Entry(device, now));
        Reschedule();
    }

    /// <summary>The last user has let go.</summary>
    internal void Remove(NetDevice device)
    {
        if (_waiting.RemoveAll(e => ReferenceEquals(e.Device, device)) > 0) Reschedule();
    }

    internal void Run(Instant now)
    {
        // Telling users makes them let go, which takes devices off the list.
        foreach (var entry in _waiting.ToArray())
        {
            var device = entry.Device;
            if (entry.NextRound <= now)
            {
                entry.NextRound = now.Plus(RebroadcastNanoseconds);
                device.Namespace.Notify(NetDeviceEvent.Unregister, device);
            }

            if (entry.NextWarning > now || device.RegState == RegState.Released) continue;
            entry.NextWarning = now.Plus(WarningNanoseconds);
            Warnings++;
            Warned?.Invoke(new UnregisterWarning(device.Name, device.RefCount));
        }

        Reschedule();
    }

    private void Reschedule()
    {
        Deadline = Instant.Never;
        foreach (var entry in _waiting)
        {
            if (entry.NextRound < Deadline) Deadline = entry.NextRound;
            if (entry.NextWarning < Deadline) Deadline = entry.NextWarning;
        }

        _work.Reschedule();
    }

    private sealed class Entry(NetDevice device, Instant since)
    {
        public NetDevice Device { get; } = device;

        public Instant NextRound { get; set; } = since.Plus(RebroadcastNanoseconds);

        public Instant NextWarning { get; set; } = since.Plus(WarningNanoseconds);
    }
}
