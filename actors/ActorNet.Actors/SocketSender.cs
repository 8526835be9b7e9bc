using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>Carries out <see cref="Inject"/>: a packet socket's sends, one after another, with the answers it would get.</summary>
internal static class SocketSender
{
    public static Injected Send(NetDevice device, Inject request)
    {
        int ok = 0, noBuffers = 0, netDown = 0, tooLong = 0;
        SortedDictionary<Errno, int>? other = null;
        foreach (var bytes in request.Frames)
        {
            switch (SendOne(device, bytes.Span, request))
            {
                case Errno.None: ok++; break;
                case Errno.ENOBUFS: noBuffers++; break;
                case Errno.ENETDOWN: netDown++; break;
                case Errno.EMSGSIZE: tooLong++; break;
                case var errno:
                    other ??= [];
                    other[errno] = other.GetValueOrDefault(errno) + 1;
                    break;
            }
        }

        return new Injected(ok, noBuffers, netDown, tooLong) { Other = other };
    }

    /// <summary>A frame of the pool with these bytes; null when none is left or it is longer than any frame may be.</summary>
    public static SkBuff? Copy(NetDevice device, ReadOnlySpan<byte> bytes)
    {
        var skb = device.Runtime.Pool.Rent(bytes.Length);
        if (skb is not null) bytes.CopyTo(skb.Span);
        return skb;
    }

    private static Errno SendOne(NetDevice device, ReadOnlySpan<byte> bytes, Inject request)
    {
        if (!device.IsUp) return Errno.ENETDOWN;
        // The kernel refuses a packet socket's frame without a whole header with EINVAL; no frame is made then.
        if (device.HasMacHeader && bytes.Length < EthernetHeader.Size) return Errno.EINVAL;
        if (bytes.Length > SkBuffPool.LargeFrame) return Errno.EMSGSIZE;
        var skb = Copy(device, bytes);
        if (skb is null) return Errno.ENOBUFS;
        if (!request.Offload.IsEmpty && !VnetHeader.TryRead(request.Offload.Span, skb, out var reason))
        {
            skb.Free(reason);
            return Errno.EINVAL;
        }

        skb.GsoUnchecked = skb.IsGso;
        if (request.Queue is { } queue) skb.QueueMapping = (ushort)(queue + 1);
        skb.Priority = request.Priority;
        skb.Mark = request.Mark;
        return device.SendFromSocket(skb, request.BypassQdisc);
    }
}
