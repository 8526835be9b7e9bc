using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>Two hosts that do not hear each other, whatever lies between them: what one sent is lost on the last wire, towards the other. Ends when it is disposed of.</summary>
internal sealed class HostPartition : IFrameRule, IDisposable
{
    private readonly FaultPlan _plan;
    private readonly Topology.Host _a;
    private readonly Topology.Host _b;

    public HostPartition(FaultPlan plan, Topology.Host a, Topology.Host b)
    {
        _plan = plan;
        _a = a;
        _b = b;
        plan.Add(this);
    }

    public void Dispose() => _plan.Remove(this);

    public bool Drops(NetDevice? from, NetDevice? to, FramePath path, SkBuff skb)
    {
        if (to is not null || from is null) return false;
        return (IsPort(from, _a) && IsFrom(skb, _b)) || (IsPort(from, _b) && IsFrom(skb, _a));
    }

    private static bool IsPort(NetDevice device, Topology.Host host) => device.Name == host.Name && device.Namespace?.Name == host.Box;

    /// <summary>By its Ethernet address, or by its IP address where something on the way has written another one.</summary>
    private static bool IsFrom(SkBuff skb, Topology.Host host)
    {
        if (skb.Frame.Length < EthernetHeader.Size) return false;
        if (skb.Source == host.Mac) return true;
        if (!PacketHeaders.TryParse(skb, out var packet)) return false;
        var source = packet.EtherType == EtherType.IPv4 ? skb.Frame.Slice(packet.Network + 12, 4) : skb.Frame.Slice(packet.Network + 8, 16);
        Span<byte> own = stackalloc byte[16];
        foreach (var address in host.Addresses)
        {
            if (address.Address.TryWriteBytes(own, out var size) && own[..size].SequenceEqual(source)) return true;
        }

        return false;
    }
}
