namespace ActorNet.Core.Bridge;

/// <summary>What a port does with frames (<c>BR_STATE_*</c>, IEEE 802.1D).</summary>
public enum BridgePortState
{
    /// <summary>Nothing: down, without carrier, or switched off.</summary>
    Disabled,

    /// <summary>Takes frames for the bridge itself only.</summary>
    Listening,

    /// <summary>Learns sources, and forwards nothing.</summary>
    Learning,

    /// <summary>Learns and forwards.</summary>
    Forwarding,

    /// <summary>Takes frames for the bridge itself only.</summary>
    Blocking,
}
