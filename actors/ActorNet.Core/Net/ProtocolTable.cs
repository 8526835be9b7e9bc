using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Net;

/// <summary>Takes frames of one protocol (<c>packet_type</c>).</summary>
public interface IProtocolHandler
{
    /// <summary>EtherType it takes.</summary>
    ushort Protocol { get; }

    /// <summary>Takes the frame over; it stands at its network header.</summary>
    void Receive(SkBuff skb, NetDevice device);
}

/// <summary>
/// The protocols of a namespace. IPv4, IPv6, ARP and LLC are always there, as in Linux: they take every frame of theirs, those of other stations too, which IP counts,
/// and end here, since an emulated namespace has no sockets of its own. (LLC comes with bridges, for their spanning tree.)
/// </summary>
public sealed class ProtocolTable
{
    private IProtocolHandler[] _handlers = [];

    /// <summary>Adds a handler; the newest for a protocol wins.</summary>
    public void Add(IProtocolHandler handler) => _handlers = [handler, .. _handlers];

    /// <summary>Removes a handler.</summary>
    public void Remove(IProtocolHandler handler) => _handlers = Array.FindAll(_handlers, h => !ReferenceEquals(h, handler));

    /// <summary>Gives the frame to who takes its protocol. False when nobody does: the caller still owns it.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="device">Where it arrived.</param>
    /// <param name="accepted">What the protocol answered (NET_RX_SUCCESS): IP drops what is for another station.</param>
    public bool Deliver(SkBuff skb, NetDevice device, out bool accepted)
    {
        accepted = true;
        foreach (var handler in _handlers)
        {
            if (handler.Protocol != skb.Protocol) continue;
            handler.Receive(skb, device);
            return true;
        }

        if (skb.Protocol is not (EtherType.IPv4 or EtherType.IPv6 or EtherType.Arp or EtherType.Ieee8022)) return false;
        if (skb.PacketType == PacketType.OtherHost)
        {
            accepted = skb.Protocol is not (EtherType.IPv4 or EtherType.IPv6);
            if (!accepted) device.CountOtherHost();
            skb.Free(DropReason.OtherHost);
        }
        else
        {
            skb.Free(DropReason.Consumed);
        }

        return true;
    }
}
