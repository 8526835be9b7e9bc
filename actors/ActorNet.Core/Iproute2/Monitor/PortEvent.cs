using ActorNet.Core.Bridge;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>A port of a bridge changed (RTM_NEWLINK of the family AF_BRIDGE, which says less than that of the device).</summary>
internal sealed class PortEvent(BridgePort port, bool deleted) : MonitorEvent
{
    /// <inheritdoc/>
    public override MonitorTopics Topic => MonitorTopics.Link;

    /// <inheritdoc/>
    internal override string Label => "LINK";

    /// <inheritdoc/>
    internal override void Print(ShowWriter writer, ShowOptions show, MonitorProgram program)
    {
        if (deleted) writer.Plain("Deleted ");
        var device = port.Device;
        new LinkPrinter(writer, show, monitor: true).Name(device);
        writer.Plain(" ").Number(null, "mtu {0} ", device.Mtu).Text(null, "master {0} ", port.Bridge.Name);
        if (program == MonitorProgram.Ip) writer.Plain("state " + LinkPrinter.OperState(device) + " " + show.LineEnd + "    link/ether " + device.Address);
        else if (!deleted) new BridgePortPrinter(writer).State(port);
        writer.Plain("\n");
    }
}
