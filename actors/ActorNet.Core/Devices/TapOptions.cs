namespace ActorNet.Core.Devices;

/// <summary>How a TUN or TAP device was asked for (<c>TUNSETIFF</c> and what follows it).</summary>
public sealed record TapOptions
{
    /// <summary>Frames without MAC header (TUN) instead of whole Ethernet frames (TAP).</summary>
    public bool IsTun { get; init; }

    /// <summary>Each frame is preceded by its protocol.</summary>
    public bool PacketInformation { get; init; }

    /// <summary>Each frame is preceded by an offload header.</summary>
    public bool VnetHeader { get; init; }

    /// <summary>Several programs may open it, each for a queue.</summary>
    public bool MultiQueue { get; init; }

    /// <summary>An option without effect since Linux 2.6.33; shown.</summary>
    public bool OneQueue { get; init; }

    /// <summary>Stays when no program has it open.</summary>
    public bool Persistent { get; init; } = true;

    /// <summary>User who may open it; null for any.</summary>
    public uint? User { get; init; }

    /// <summary>Group that may open it; null for any.</summary>
    public uint? Group { get; init; }
}
