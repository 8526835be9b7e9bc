using System.Globalization;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints what every kind of link command says of a device (<c>print_linkinfo</c>).</summary>
internal sealed class LinkPrinter
{
    private static readonly (DeviceFlags Flag, string Name)[] FlagNames =
    [
        (DeviceFlags.Loopback, "LOOPBACK"),
        (DeviceFlags.Broadcast, "BROADCAST"),
        (DeviceFlags.PointToPoint, "POINTOPOINT"),
        (DeviceFlags.Multicast, "MULTICAST"),
        (DeviceFlags.NoArp, "NOARP"),
        (DeviceFlags.AllMulti, "ALLMULTI"),
        (DeviceFlags.Promisc, "PROMISC"),
        (DeviceFlags.Debug, "DEBUG"),
        (DeviceFlags.Dynamic, "DYNAMIC"),
        (DeviceFlags.NoTrailers, "NOTRAILERS"),
        (DeviceFlags.Up, "UP"),
        (DeviceFlags.LowerUp, "LOWER_UP"),
        (DeviceFlags.Dormant, "DORMANT"),
    ];

    private readonly ShowWriter _writer;
    private readonly ShowOptions _show;
    private readonly bool _monitor;

    /// <summary>For one writer.</summary>
    /// <param name="writer">Written to.</param>
    /// <param name="show">How.</param>
    /// <param name="monitor">A monitor prints: it knows other namespaces by their numbers only.</param>
    public LinkPrinter(ShowWriter writer, ShowOptions show, bool monitor = false)
    {
        _writer = writer;
        _show = show;
        _monitor = monitor;
    }

    /// <summary>Prints number, name, flags and what else stands on the first line.</summary>
    /// <param name="device">The device.</param>
    /// <param name="withMode">Print the link mode: <c>ip link</c> does, <c>ip address</c> does not.</param>
    /// <param name="withQueue">Print the length of the transmit queue: a monitor does not.</param>
    public void Head(NetDevice device, bool withMode, bool withQueue = true)
    {
        Name(device);
        _writer.Plain(" ");
        _writer.Number("mtu", "mtu {0} ", device.Mtu).Text("qdisc", "qdisc {0} ", device.RootQdisc.Kind);
        if (device.Master is { } master) _writer.Text("master", "master {0} ", master.Name);
        _writer.Text("operstate", "state {0} ", OperState(device));
        if (withMode) _writer.Text("linkmode", "mode {0} ", "DEFAULT");
        _writer.Text("group", "group {0} ", DeviceGroups.Name(device.Group));
        if (withQueue && device.TxQueueLength > 0) _writer.Number("txqlen", "qlen {0}", device.TxQueueLength);
    }

    /// <summary>Prints number, name with the far end, and flags.</summary>
    public void Name(NetDevice device)
    {
        _writer.Number("ifindex", "{0}: ", device.IfIndex);
        JsonName(device);
        _writer.Plain(PlainName(device) + ": ");
        Flags(device);
    }

    /// <summary>Prints the head of brief output: name and state in columns.</summary>
    public void BriefHead(NetDevice device)
    {
        JsonName(device);
        _writer.Plain(PlainName(device).PadRight(16) + " ");
        _writer.Text("operstate", "{0,-14} ", OperState(device));
    }

    /// <summary>Prints the line of hardware addresses, without its end.</summary>
    public void Address(NetDevice device)
    {
        _writer.Plain(_show.LineEnd);
        _writer.Text("link_type", "    link/{0} ", LinkType(device));
        if (device.HasMacHeader)
        {
            _writer.Text("address", "{0}", device.Address.ToString());
            var key = (device.Flags & DeviceFlags.PointToPoint) != 0 ? "peer" : "brd";
            _writer.Text("broadcast", " " + key + " {0}", device.BroadcastAddress.ToString());
        }

        if (PeerElsewhere(device) is not { } peer) return;
        if (_writer.IsJson) _writer.Number("link_netnsid", null, LinkNetns.IdOf(device.Namespace, peer.Namespace));
        else _writer.Plain(" " + LinkNetns.Describe(device.Namespace, peer.Namespace, byName: !_monitor));
    }

    /// <summary>Prints the alternative names, each on a line of its own.</summary>
    public void AltNames(NetDevice device)
    {
        if (device.AltNames.Count == 0) return;
        _writer.OpenArray("altnames");
        foreach (var name in device.AltNames)
        {
            _writer.Plain(_show.LineEnd);
            _writer.Element("    altname {0}", name);
        }

        _writer.CloseArray();
    }

    /// <summary>Prints the alias on a line of its own, if there is one.</summary>
    public void Alias(NetDevice device)
    {
        if (device.Alias is not { } alias) return;
        _writer.Plain(_show.LineEnd).Text("ifalias", "    alias {0}", alias);
    }

    /// <summary>Prints the flags as users see them (rule FLAG-01).</summary>
    public void Flags(NetDevice device)
    {
        _writer.OpenArray("flags").Plain("<");
        var separator = "";
        foreach (var name in FlagWords(device))
        {
            _writer.Element(separator + "{0}", name);
            separator = ",";
        }

        _writer.CloseArray().Plain(">");
        if (_show.Brief) _writer.Plain(" ");
    }

    /// <summary>iproute2's word for the operational state.</summary>
    public static string OperState(NetDevice device) => device.OperState switch
    {
        Devices.OperState.NotPresent => "NOTPRESENT",
        Devices.OperState.Down => "DOWN",
        Devices.OperState.LowerLayerDown => "LOWERLAYERDOWN",
        Devices.OperState.Testing => "TESTING",
        Devices.OperState.Dormant => "DORMANT",
        Devices.OperState.Up => "UP",
        _ => "UNKNOWN",
    };

    /// <summary>The name with what it is linked to: <c>va@vb</c>, <c>va@if2</c> when that is in another namespace, <c>va@NONE</c> when it is gone.</summary>
    public static string PlainName(NetDevice device)
    {
        if (Unlinked(device)) return device.Name + "@NONE";
        if (device.LinkPeer is not { } peer) return device.Name;
        return PeerElsewhere(device) is null ? $"{device.Name}@{peer.Name}" : string.Create(CultureInfo.InvariantCulture, $"{device.Name}@if{peer.IfIndex}");
    }

    private static NetDevice? PeerElsewhere(NetDevice device) =>
        device.LinkPeer is { IfIndex: > 0 } peer && !ReferenceEquals(peer.Namespace, device.Namespace) ? peer : null;

    /// <summary>A device that is one of a pair, and has no other end (yet, or any more).</summary>
    private static bool Unlinked(NetDevice device) => device.IfLink == 0;

    private static string LinkType(NetDevice device)
    {
        if ((device.Flags & DeviceFlags.Loopback) != 0) return "loopback";
        return device.HasMacHeader ? "ether" : "none";
    }

    private static IEnumerable<string> FlagWords(NetDevice device)
    {
        var flags = device.UserFlags;
        if ((flags & DeviceFlags.Up) != 0 && (flags & DeviceFlags.Running) == 0) yield return "NO-CARRIER";
        foreach (var (flag, name) in FlagNames)
        {
            if ((flags & flag) != 0) yield return name;
        }

        if (!Unlinked(device) && device.LinkPeer is { IsUp: false } && PeerElsewhere(device) is null) yield return "M-DOWN";
    }

    private void JsonName(NetDevice device)
    {
        if (Unlinked(device)) _writer.Null("link");
        else if (PeerElsewhere(device) is { } far) _writer.Number("link_index", null, far.IfIndex);
        else if (device.LinkPeer is { } near) _writer.Text("link", null, near.Name);
        _writer.Text("ifname", null, device.Name);
    }
}
