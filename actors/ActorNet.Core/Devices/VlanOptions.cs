namespace ActorNet.Core.Devices;

/// <summary>Switches of a VLAN device (<c>VLAN_FLAG_*</c>).</summary>
[Flags]
public enum VlanOptions : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Received frames are handed on without their tag; the default.</summary>
    ReorderHeader = 0x1,

    /// <summary>GVRP is spoken on Linux; stored and shown here.</summary>
    Gvrp = 0x2,

    /// <summary>Goes up and down on its own rather than with the device below.</summary>
    LooseBinding = 0x4,

    /// <summary>MVRP is spoken on Linux; stored and shown here.</summary>
    Mvrp = 0x8,

    /// <summary>The carrier follows the bridge's ports on Linux; stored and shown here, the carrier is then left alone.</summary>
    BridgeBinding = 0x10,
}
