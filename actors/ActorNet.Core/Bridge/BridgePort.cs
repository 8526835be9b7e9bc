using ActorNet.Core.Devices;

namespace ActorNet.Core.Bridge;

/// <summary>A device's membership in a bridge (<c>net_bridge_port</c>).</summary>
public sealed class BridgePort
{
    /// <summary>Largest priority (BR_MAX_PORT_PRIORITY's shift leaves six bits).</summary>
    public const int MaxPriority = 63;

    /// <summary>Largest cost (BR_MAX_PATH_COST).</summary>
    public const int MaxCost = 65535;

    private const int DefaultPriority = 32;
    private const int NumberBits = 10;

    /// <summary>Costs that the kernel derives from 10 Gbit/s, and where no speed is known.</summary>
    private const int TenGigabitCost = 2, UnknownCost = 100;

    internal BridgePort(BridgeDevice bridge, NetDevice device, int number)
    {
        Bridge = bridge;
        Device = device;
        Number = number;
        Cost = ReportsTenGigabit(device) ? TenGigabitCost : UnknownCost;
    }

    /// <summary>The bridge.</summary>
    public BridgeDevice Bridge { get; }

    /// <summary>The device.</summary>
    public NetDevice Device { get; }

    /// <summary>Port number, from 1.</summary>
    public int Number { get; }

    /// <summary>Number and priority in one, as the spanning tree names ports.</summary>
    public int Id => (Priority << NumberBits) | Number;

    /// <summary>Priority in the spanning tree, 0 to <see cref="MaxPriority"/>.</summary>
    public int Priority { get; internal set; } = DefaultPriority;

    /// <summary>Cost in the spanning tree, 1 to <see cref="MaxCost"/>.</summary>
    public int Cost { get; internal set; }

    /// <summary>What it does with frames.</summary>
    public BridgePortState State { get; internal set; }

    /// <summary>When it began to forward; shown as a timer.</summary>
    public Instant ForwardingSince { get; internal set; } = Instant.Zero;

    /// <summary>Switches.</summary>
    public BridgePortFlags Flags { get; set; } = BridgePortFlags.Default;

    /// <summary>Sources are learned.</summary>
    public bool Learning
    {
        get => Has(BridgePortFlags.Learning);
        set => Set(BridgePortFlags.Learning, value);
    }

    /// <summary>Frames to unknown stations leave here.</summary>
    public bool Flood
    {
        get => Has(BridgePortFlags.Flood);
        set => Set(BridgePortFlags.Flood, value);
    }

    /// <summary>Multicast leaves here.</summary>
    public bool MulticastFlood
    {
        get => Has(BridgePortFlags.MulticastFlood);
        set => Set(BridgePortFlags.MulticastFlood, value);
    }

    /// <summary>Whether it forwards.</summary>
    public bool IsForwarding => State == BridgePortState.Forwarding;

    /// <summary>Whether a switch is on.</summary>
    public bool Has(BridgePortFlags flag) => (Flags & flag) != 0;

    /// <summary>Turns a switch.</summary>
    public void Set(BridgePortFlags flag, bool on) => Flags = on ? Flags | flag : Flags & ~flag;

    private static bool ReportsTenGigabit(NetDevice device) => device switch
    {
        VethDevice => true,
        VlanDevice vlan => ReportsTenGigabit(vlan.Real),
        _ => false,
    };
}
