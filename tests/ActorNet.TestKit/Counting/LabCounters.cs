using ActorNet.Actors.Messages;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>All counters of a lab at one moment; they do not change any more.</summary>
public sealed class LabCounters
{
    private readonly NameBook _names;
    private readonly LabSnapshot _snapshot;

    internal LabCounters(TopologyModel topology, LabSnapshot snapshot)
    {
        _names = new NameBook(topology, snapshot);
        _snapshot = snapshot;
        Drops = snapshot.Drops.ToDictionary(d => Enum.Parse<DropReason>(d.Key), d => d.Value);
        Devices = [.. snapshot.Namespaces.SelectMany(n => n.Devices.Select(d => new DeviceCounters(new LabPlace(n.Name, d.Name), d)))];
    }

    /// <summary>All devices, box by box.</summary>
    public IReadOnlyList<DeviceCounters> Devices { get; }

    /// <summary>Frames given up so far, by reason; reasons that never occurred are left out.</summary>
    public IReadOnlyDictionary<DropReason, long> Drops { get; }

    /// <summary>Frames delivered so far: handed to a host, to protocols, or used up by an action.</summary>
    public long Delivered => _snapshot.Delivered;

    /// <summary>Frames under way or queued.</summary>
    public long Queued => _snapshot.FramesOutstanding;

    /// <summary>How often no buffer was left for a frame.</summary>
    public long PoolExhausted => _snapshot.PoolExhausted;

    /// <summary>A device.</summary>
    /// <param name="name"><c>box:device</c>; the name of a host means its port, and the device alone is enough where only one box has it.</param>
    /// <exception cref="LabFailureException">There is none of that name; the message lists them.</exception>
    public DeviceCounters this[string name]
    {
        get
        {
            var place = _names.Device(name).ToString();
            return Devices.First(d => d.Name == place);
        }
    }

    /// <summary>How many frames were given up for a reason; 0 when none.</summary>
    public long Dropped(DropReason reason) => Drops.GetValueOrDefault(reason);
}
