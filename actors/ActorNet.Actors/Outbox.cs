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

    /// <summary>
    /// Slots rather than messages: an array of a class that is not sealed checks the type of every element stored. Made for the first frame, since most devices of a big
    /// lab never send one.
    /// </summary>
    private Slot[] _open = [];

    private FrameMessage? _last;
    private int _count;

    public Outbox(LabResources resources) => _resources = resources;

    public void Add(NetDevice target, FramePath path, SkBuff skb, MirredAction? via)
    {
        var message = _last;
        if (message is null || !message.IsFor(target, path, via, skb)) message = FindOrOpen(target, path, via, skb);
        message.Add(skb);
        if (message.IsFull) Close(message);
    }

    /// <summary>Tells everything gathered, in the order the bursts were begun.</summary>
    public void Flush()
    {
        if (_count == 0) return;
        for (var i = 0; i < _count; i++) Tell(_open[i].Message);
        _count = 0;
        _last = null;
    }

    private FrameMessage FindOrOpen(NetDevice target, FramePath path, MirredAction? via, SkBuff skb)
    {
        for (var i = _count - 1; i >= 0; i--)
        {
            if (_open[i].Message.IsFor(target, path, via, skb)) return _last = _open[i].Message;
        }

        if (_open.Length == 0) _open = new Slot[MaxOpen];
        if (_count == MaxOpen) Close(_open[0].Message);
        var message = _resources.RentMessage(target, path, via);
        _open[_count++].Message = message;
        return _last = message;
    }

    private void Close(FrameMessage message)
    {
        var slot = 0;
        while (!ReferenceEquals(_open[slot].Message, message)) slot++;
        _count--;
        for (var i = slot; i < _count; i++) _open[i] = _open[i + 1];
        _last = null;
        Tell(message);
    }

    private static void Tell(FrameMessage message)
    {
        if (message.Target.Runtime is DeviceRuntime runtime) runtime.Receiver(message).Tell(message, ActorRefs.NoSender);
        else message.Discard(DropReason.DeviceGone);
    }

    private struct Slot
    {
        public FrameMessage Message;
    }
}
