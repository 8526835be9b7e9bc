using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>Carries out <see cref="Arrive"/>: frames that come to a device from outside.</summary>
internal static class FrameArrival
{
    public static Arrived Take(NetDevice device, Arrive request)
    {
        // What arrives at one end of a cable was sent by the other, and is counted there (rule VETH-01).
        if (device is VethDevice) return TakeFromPeer((VethDevice)device, request);
        var received = 0;
        foreach (var bytes in request.Frames)
        {
            if (TakeOne(device, bytes.Span, request)) received++;
        }

        return new Arrived(received, request.Frames.Count - received);
    }

    private static Arrived TakeFromPeer(VethDevice device, Arrive request)
    {
        if (device.Peer is not { Runtime: DeviceRuntime runtime } peer) return new Arrived(0, request.Frames.Count);
        runtime.BeginTurn();
        var sent = SocketSender.Send(peer, new Inject(peer.Name, request.Frames, BypassQdisc: true) { Queue = request.Queue, Mark = request.Mark, Offload = request.Offload });
        runtime.Flush();
        return new Arrived(sent.Ok, request.Frames.Count - sent.Ok);
    }

    private static bool TakeOne(NetDevice device, ReadOnlySpan<byte> bytes, Arrive request)
    {
        // Who writes to a device of layer 3 writes packets.
        if (!device.HasMacHeader) bytes = bytes[Math.Min(bytes.Length, EthernetHeader.Size)..];
        if (bytes.Length > SkBuffPool.LargeFrame || SocketSender.Copy(device, bytes) is not { } skb)
        {
            (device as TapEndpointDevice)?.CountReceiveDrop();
            return false;
        }

        if (!request.Offload.IsEmpty && !VnetHeader.TryRead(request.Offload.Span, skb, out var reason))
        {
            skb.Free(reason);
            return false;
        }

        if (request.Queue is { } queue) skb.QueueMapping = (ushort)(queue + 1);
        skb.Mark = request.Mark;
        var taken = device.IsRunning && bytes.Length >= (device.HasMacHeader ? EthernetHeader.Size : 1);
        // Whether somebody above wanted it is not the sender's business.
        _ = device.ReceiveFromWire(skb);
        return taken;
    }
}
