using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Engine.Loops;

namespace ActorNet.Linux.Tap;

/// <summary>
/// The wire between a TAP of the machine and an emulated endpoint: reads bursts on the endpoint's loop and writes what the endpoint sends. It owns the TAP from
/// <see cref="Attach"/> on; all calls come on the loop's thread.
/// </summary>
public sealed class TapPort : IWire, IDisposable
{
    private readonly TapDevice _tap;
    private readonly TapQueuePort[] _queues;

    private TapPort(IPoller poller, TapDevice tap, IWireSink sink)
    {
        _tap = tap;
        Offloads = Translate(tap.Offloads);
        _queues = new TapQueuePort[tap.Queues.Count];
        for (var i = 0; i < _queues.Length; i++) _queues[i] = new TapQueuePort(poller, tap.Queues[i], sink);
    }

    /// <summary>What a frame may leave to the kernel behind the TAP: it takes unfinished checksums and super-frames whatever its own reader asked for.</summary>
    public DeviceFeatures Offloads { get; }

    /// <summary>Frames read so far.</summary>
    public long FramesRead => _queues.Sum(q => q.FramesRead);

    /// <summary>Whether the interface behind the TAP is gone; nothing is read or written then.</summary>
    public bool IsClosed => Array.Exists(_queues, q => q.IsClosed);

    /// <summary>Starts to poll the TAP.</summary>
    /// <param name="poller">The poller of the loop that this is called on.</param>
    /// <param name="tap">Owned by the port afterwards.</param>
    /// <param name="sink">Gets what is read.</param>
    public static TapPort Attach(IPoller poller, TapDevice tap, IWireSink sink)
    {
        var port = new TapPort(poller, tap, sink);
        foreach (var queue in port._queues) poller.Add(queue.Descriptor, PollEvents.Readable, queue);
        return port;
    }

    /// <inheritdoc/>
    public WireStatus Write(SkBuff skb, int queue) => _queues[queue % _queues.Length].Write(skb);

    /// <summary>Stops polling and closes the TAP, with which its interface disappears. On the loop's thread.</summary>
    public void Dispose()
    {
        foreach (var queue in _queues) queue.Dispose();
        _tap.Dispose();
    }

    private static DeviceFeatures Translate(TapOffloads offloads)
    {
        var features = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.Tso | DeviceFeatures.Tso6 | DeviceFeatures.TsoEcn | DeviceFeatures.TsoMangleId;
        // A kernel that refuses USO to its reader does not know it on the way in either.
        if ((offloads & TapOffloads.Uso4) != 0) features |= DeviceFeatures.GsoUdpL4;
        return features;
    }
}
