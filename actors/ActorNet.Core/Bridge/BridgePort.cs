using ActorNet.Core.Devices;

namespace ActorNet.Core.Bridge;

/// <summary>A device's membership in a bridge (<c>net_bridge_port</c>).</summary>
public sealed class BridgePort
{
    internal BridgePort(BridgeDevice bridge, NetDevice device, int number)
    {
        Bridge = bridge;
        Device = device;
        Number = number;
    }

    /// <summary>The bridge.</summary>
    public BridgeDevice Bridge { get; }

    /// <summary>The device.</summary>
    public NetDevice Device { get; }

    /// <summary>Port number, from 1.</summary>
    public int Number { get; }

    /// <summary>Sources are learned.</summary>
    public bool Learning { get; set; } = true;

    /// <summary>Frames to unknown stations leave here.</summary>
    public bool Flood { get; set; } = true;

    /// <summary>Multicast leaves here.</summary>
    public bool MulticastFlood { get; set; } = true;

    /// <summary>Forwards; without spanning tree that is: up, with carrier, on a bridge that is up.</summary>
    public bool IsForwarding => Bridge.IsUp && Device.IsUp && Device.CarrierOn;
}
