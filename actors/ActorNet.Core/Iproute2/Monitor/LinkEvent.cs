using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>A device came, changed, or went (RTM_NEWLINK, RTM_DELLINK).</summary>
internal sealed class LinkEvent : MonitorEvent
{
    private readonly NetDevice _device;
    private readonly bool _deleted;

    /// <summary>Of a device, as it is now.</summary>
    public LinkEvent(NetDevice device, bool deleted)
    {
        _device = device;
        _deleted = deleted;
    }

    /// <summary>What happened, for the few events that Linux names.</summary>
    public string? Reason { get; init; }

    /// <summary>The namespace that it goes to, when it moves.</summary>
    public NetNamespace? MovedTo { get; init; }

    /// <summary>Its number there.</summary>
    public int NewIndex { get; init; }

    /// <inheritdoc/>
    public override MonitorTopics Topic => MonitorTopics.Link;

    /// <inheritdoc/>
    internal override string Label => "LINK";

    /// <inheritdoc/>
    internal override void Print(ShowWriter writer, ShowOptions show, MonitorProgram program)
    {
        if (_deleted) writer.Plain("Deleted ");
        if (program == MonitorProgram.Ip) PrintForIp(writer, show);
        else PrintForBridge(writer, show);
    }

    private void PrintForIp(ShowWriter writer, ShowOptions show)
    {
        var printer = new LinkPrinter(writer, show, monitor: true);
        printer.Head(_device, withMode: false, withQueue: false);
        if (Reason is not null) writer.Plain("event " + Reason + " ");
        printer.Address(_device);
        if (MovedTo is { } target)
        {
            writer.Number(null, " new-netnsid {0}", LinkNetns.IdOf(_device.Namespace, target)).Number(null, " new-ifindex {0}", NewIndex);
        }

        if (show.Details) new LinkDetailPrinter(writer, show).Print(_device, withMode: false);
        if (show.Details) printer.Alias(_device);
        if (show.Statistics > 0) new LinkStatsPrinter(writer, show).Print(_device);
        printer.AltNames(_device);
        writer.Plain("\n");
    }

    private void PrintForBridge(ShowWriter writer, ShowOptions show)
    {
        new LinkPrinter(writer, show, monitor: true).Name(_device);
        writer.Plain(" ").Number(null, "mtu {0} ", _device.Mtu);
        if (_device.Master is { } master) writer.Text(null, "master {0} ", master.Name);
        writer.Plain("\n");
    }
}
