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
        foreach (var bytes in request.Frames)
        {
            switch (SendOne(device, bytes.Span, request.BypassQdisc))
            {
                case Errno.None: ok++; break;
                case Errno.ENETDOWN: netDown++; break;
                case Errno.EMSGSIZE: tooLong++; break;
                default: noBuffers++; break;
            }
        }

        return new Injected(ok, noBuffers, netDown, tooLong);
    }

    private static Errno SendOne(NetDevice device, ReadOnlySpan<byte> bytes, bool bypass)
    {
        // The kernel refuses a packet socket's frame without a whole header with EINVAL; no frame is made then.
        if (bytes.Length < EthernetHeader.Size) return Errno.EINVAL;
        if (bytes.Length > SkBuffPool.LargeFrame) return Errno.EMSGSIZE;
        var skb = device.Runtime.Pool.Rent(bytes.Length);
        if (skb is null) return Errno.ENOBUFS;
        bytes.CopyTo(skb.Span);
        return device.SendFromSocket(skb, bypass);
    }
}
