using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>An address came or went (RTM_NEWADDR, RTM_DELADDR).</summary>
internal sealed class AddressEvent(NetDevice device, InetAddress address, bool deleted) : MonitorEvent
{
    /// <inheritdoc/>
    public override MonitorTopics Topic => MonitorTopics.Address;

    /// <inheritdoc/>
    internal override string Label => "ADDR";

    /// <inheritdoc/>
    internal override void Print(ShowWriter writer, ShowOptions show, MonitorProgram program)
    {
        if (program != MonitorProgram.Ip) return;
        if (deleted) writer.Plain("Deleted ");
        IpAddressShow.PrintBare(writer, show, device, [address]);
    }
}
