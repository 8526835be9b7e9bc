using ActorNet.Core.Frames;

namespace ActorNet.Core.Bridge;

/// <summary>What the forwarding table knows of an address (<c>net_bridge_fdb_entry</c>).</summary>
public sealed class FdbEntry
{
    /// <summary>The station.</summary>
    public required MacAddress Address { get; init; }

    /// <summary>The port it is behind; null for the bridge itself.</summary>
    public BridgePort? Port { get; internal set; }

    /// <summary>An address of this machine: frames to it go up.</summary>
    public bool IsLocal { get; internal set; }

    /// <summary>Set by the user: never ages. It still follows the station to another port, unless it is <see cref="IsSticky"/>.</summary>
    public bool IsStatic { get; internal set; }

    /// <summary>Never moves to another port.</summary>
    public bool IsSticky { get; internal set; }

    /// <summary>The user added it: it outlives a change of the port's own address.</summary>
    public bool IsUsers { get; internal init; }

    /// <summary>When a frame to it was last forwarded.</summary>
    public Instant Used { get; internal set; }

    /// <summary>When a frame from it was last seen.</summary>
    public Instant Updated { get; internal set; }

    /// <summary>Position in time: entries are listed the newest first.</summary>
    internal long Sequence { get; init; }
}
