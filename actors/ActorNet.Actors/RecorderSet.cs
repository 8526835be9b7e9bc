using ActorNet.Core;
using ActorNet.Core.Devices;

namespace ActorNet.Actors;

/// <summary>The recordings of one device, one per owner. A device that nobody watches has none and no taps.</summary>
internal sealed class RecorderSet
{
    /// <summary>Most owners at a time; each keeps megabytes.</summary>
    public const int MaxOwners = 16;

    private readonly NetDevice _device;
    private readonly Dictionary<long, FrameRecorder> _byOwner = [];

    public RecorderSet(NetDevice device) => _device = device;

    /// <summary>The owner's recording; null when it has none.</summary>
    public FrameRecorder? Find(long owner) => _byOwner.GetValueOrDefault(owner);

    /// <summary>The owner's recording, begun now if there is none.</summary>
    /// <exception cref="RtnlException">ENOSPC: there are too many owners.</exception>
    public FrameRecorder Of(long owner)
    {
        if (_byOwner.TryGetValue(owner, out var recorder)) return recorder;
        if (_byOwner.Count == MaxOwners) throw new RtnlException(Errno.ENOSPC, $"Device \"{_device.Name}\" is watched by {MaxOwners} others already; wait until one stops.");
        recorder = new FrameRecorder(_device);
        _byOwner.Add(owner, recorder);
        _device.AddTap(recorder);
        return recorder;
    }

    /// <summary>Ends the owner's recording.</summary>
    public void Remove(long owner)
    {
        if (!_byOwner.Remove(owner, out var recorder)) return;
        recorder.Close();
        _device.RemoveTap(recorder);
    }

    /// <summary>Ends all recordings: the device goes.</summary>
    /// <returns>Those of owners who had opened a socket: it can still be read.</returns>
    public IReadOnlyList<KeyValuePair<long, FrameRecorder>> Clear()
    {
        KeyValuePair<long, FrameRecorder>[] open = [.. _byOwner.Where(r => r.Value.Listening)];
        foreach (var owner in _byOwner.Keys.ToArray()) Remove(owner);
        return open;
    }
}
