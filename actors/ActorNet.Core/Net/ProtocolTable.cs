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
/// The protocols of a namespace. IPv4, IPv6 and ARP are always there, as in Linux: they take every frame of theirs, count those of other stations,
/// and end here, since an emulated namespace has no sockets of its own.
/// </summary>
public sealed class ProtocolTable
{
    private IProtocolHandler[] _handlers = [];

    /// <summary>Adds a handler; the newest for a protocol wins.</summary>
    public void Add(IProtocolHandler handler) => _handlers = [handler, .. _handlers];

    /// <summary>Removes a handler.</summary>
    public void Remove(IProtocolHandler handler) => _handlers = Array.FindAll(_handlers, h => !ReferenceEquals(h, handler));

    /// <summary>Gives the frame to who takes its protocol. False when nobody does: the caller still owns it.</summary>
    public bool Deliver(SkBuff skb, NetDevice device)
    {
        foreach (var handler in _handlers)
        {
            if (handler.Protocol != skb.Protocol) continue;
            handler.Receive(skb, device);
            return true;
        }

        if (skb.Protocol is not (EtherType.IPv4 or EtherType.IPv6 or EtherType.Arp)) return false;
        if (skb.PacketType == PacketType.OtherHost)
        {
            device.CountOtherHost();
            skb.Free(DropReason.OtherHost);
        }
        else
        {
            skb.Free(DropReason.Consumed);
        }

        return true;
    }
}
