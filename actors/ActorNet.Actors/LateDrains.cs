using ActorNet.Actors.Messages;
using ActorNet.Core;

namespace ActorNet.Actors;

/// <summary>
/// Collects the devices of a lab whose timer-driven drains fell behind, and tells one watcher about them at a bounded rate. The counters themselves stay with the
/// devices (<see cref="ActorNet.Core.Devices.NetDevice.Lateness"/>).
/// </summary>
internal sealed class LateDrains
{
    private const long Interval = 1_000_000_000;
    private const int Room = 64;

    private readonly DeviceRuntime[] _late = new DeviceRuntime[Room];
    private int _count;
    private long _others;
    private ILabClock? _clock;
    private ILabTimer? _timer;
    private IActorRef? _watcher;
    private Instant _told = Instant.Zero;
    private bool _isArmed;

    /// <summary>From now on the watcher is told, by messages that the lab's timer causes.</summary>
    public void Report(IActorRef watcher, ILabClock clock, IActorRef lab)
    {
        _watcher = watcher;
        _clock = clock;
        _timer ??= clock.CreateTimer(lab, LatenessDue.Instance);
        if (_count > 0 || _others > 0) Arm();
    }

    /// <summary>A device was late.</summary>
    public void Add(DeviceRuntime device)
    {
        if (Array.IndexOf(_late, device, 0, _count) < 0)
        {
            if (_count == Room) _others++;
            else _late[_count++] = device;
        }

        Arm();
    }

    /// <summary>Tells what has come together, and forgets it.</summary>
    public void Tell()
    {
        _isArmed = false;
        _told = _clock!.Now;
        var devices = new LateDevice[_count];
        for (var i = 0; i < _count; i++) devices[i] = _late[i].TakeLateness();
        _watcher!.Tell(new RanBehind(devices, _others), ActorRefs.NoSender);
        Array.Clear(_late, 0, _count);
        _count = 0;
        _others = 0;
    }

    private void Arm()
    {
        if (_isArmed || _clock is null) return;
        _isArmed = true;
        var next = _told == Instant.Zero ? Instant.Zero : _told.Plus(Interval);
        var now = _clock.Now;
        _timer!.Arm(next > now ? next : now);
    }
}
