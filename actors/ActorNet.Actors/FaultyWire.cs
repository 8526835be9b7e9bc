using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>A wire on which frames towards the host can get lost.</summary>
internal sealed class FaultyWire : IWire
{
    private readonly IWire _wire;
    private readonly IFrameFaults _faults;
    private readonly NetDevice _device;

    public FaultyWire(IWire wire, IFrameFaults faults, NetDevice device)
    {
        _wire = wire;
        _faults = faults;
        _device = device;
    }

    public DeviceFeatures Offloads => _wire.Offloads;

    public WireStatus Write(SkBuff skb, int queue) => _faults.Drops(_device, to: null, FramePath.Transmit, skb) ? WireStatus.Lost : _wire.Write(skb, queue);
}
