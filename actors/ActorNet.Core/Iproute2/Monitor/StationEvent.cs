using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>A bridge came to know a station, or forgot it (RTM_NEWNEIGH, RTM_DELNEIGH of the family AF_BRIDGE).</summary>
internal sealed class StationEvent(BridgeDevice bridge, FdbEntry entry, bool deleted) : MonitorEvent
{
    /// <inheritdoc/>
    public override MonitorTopics Topic => MonitorTopics.Neighbour;

    /// <inheritdoc/>
    internal override string Label => "NEIGH";

    /// <inheritdoc/>
    internal override void Print(ShowWriter writer, ShowOptions show, MonitorProgram program)
    {
        if (deleted) writer.Plain("Deleted ");
        if (program == MonitorProgram.Bridge) new FdbPrinter(writer, show, bridge.Namespace.Now).Print(bridge, entry, withDevice: true);
        else writer.Plain($"dev {(entry.Port?.Device ?? bridge).Name} lladdr {entry.Address} {State} \n");
    }

    private string State => entry switch
    {
        { IsLocal: true } => "PERMANENT",
        { IsStatic: true } => "NOARP",
        _ => "REACHABLE",
    };
}

/// <summary>A device receives the frames of a further station, or no longer.</summary>
internal sealed class OwnStationEvent(NetDevice device, MacAddress address, bool deleted) : MonitorEvent
{
    /// <inheritdoc/>
    public override MonitorTopics Topic => MonitorTopics.Neighbour;

    /// <inheritdoc/>
    internal override string Label => "NEIGH";

    /// <inheritdoc/>
    internal override void Print(ShowWriter writer, ShowOptions show, MonitorProgram program)
    {
        if (deleted) writer.Plain("Deleted ");
        if (program == MonitorProgram.Bridge) new FdbPrinter(writer, show, device.Namespace.Now).PrintOwn(device, address, withDevice: true);
        else writer.Plain($"dev {device.Name} lladdr {address} NOARP PERMANENT \n");
    }
}
