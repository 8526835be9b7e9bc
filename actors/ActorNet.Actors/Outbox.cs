using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Actors;

/// <summary>
/// Gathers what an actor sends during a turn into bursts, one per target, entry and action, and tells them at its end. Per target and entry the
/// order of frames is the order of <see cref="Add"/>.
/// </summary>
internal sealed class Outbox
{
    /// <summary>Bursts open at a time; a turn that talks to more targets tells the oldest early.</summary>
    private const int MaxOpen = 8;

    private readonly LabResources _resources;
    private readonly FrameMessage[] _open = new FrameMessage[MaxOpen];
    private int _count;

    public Outbox(LabResources resources) => _resources = resources;

    public void Add(NetDevice target, FramePath path, SkBuff skb, MirredAction? via)
    {
        var slot = Find(target, path, via, skb.QueueMapping);
        var message = slot >= 0 ? _open[slot] : Open(target, path, via);
        message.Add(skb);
        if (message.IsFull) Close(slot >= 0 ? slot : _count - 1);
    }

    /// <summary>Tells everything gathered, in the order the bursts were begun.</summary>
    public void Flush()
    {
        for (var i = 0; i < _count; i++) Tell(_open[i]);
        _count = 0;
    }

    private int Find(NetDevice target, FramePath path, MirredAction? via, ushort queue)
    {
        for (var i = _count - 1; i >= 0; i--)
        {
            var message = _open[i];
            if (!ReferenceEquals(message.Target, target) || message.Path != path || !ReferenceEquals(message.Via, via)) continue;
            if (path != FramePath.IfbQueue || message.Frames[0].QueueMapping == queue) return i;
        }

        return -1;
    }

    private FrameMessage Open(NetDevice target, FramePath path, MirredAction? via)
    {
        if (_count == MaxOpen) Close(0);
        return _open[_count++] = _resources.RentMessage(target, path, via);
    }

    private void Close(int slot)
    {
        var message = _open[slot];
        _count--;
        for (var i = slot; i < _count; i++) _open[i] = _open[i + 1];
        Tell(message);
    }

    private static void Tell(FrameMessage message)
    {
        if (message.Target.Runtime is DeviceRuntime runtime) runtime.Receiver(message).Tell(message, ActorRefs.NoSender);
        else message.Discard(DropReason.DeviceGone);
    }
}
