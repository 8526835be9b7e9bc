using ActorNet.Core.Bridge;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints a port of a bridge in the words that <c>ip -d link</c> and <c>bridge link</c> share.</summary>
internal sealed class BridgePortPrinter
{
    private static readonly string[] StateNames = ["disabled", "listening", "learning", "forwarding", "blocking"];

    private readonly ShowWriter _writer;

    /// <summary>For one writer.</summary>
    public BridgePortPrinter(ShowWriter writer) => _writer = writer;

    /// <summary>The state of that name or number, which the kernel checks; false when it is neither.</summary>
    public static bool TryParseState(string text, out BridgePortState state)
    {
        var number = Array.FindIndex(StateNames, n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        if (number < 0 && Words.TryUnsigned(text, out var written) && written <= byte.MaxValue) number = (int)written;
        state = (BridgePortState)number;
        return number >= 0;
    }

    /// <summary>State, priority and cost.</summary>
    public BridgePortPrinter State(BridgePort port)
    {
        _writer.Text("state", "state {0} ", StateNames[(int)port.State]).Number("priority", "priority {0} ", port.Priority).Number("cost", "cost {0} ", port.Cost);
        return this;
    }

    /// <summary>The switches up to flooding.</summary>
    public BridgePortPrinter Learning(BridgePort port) => Switch(port, "hairpin", BridgePortFlags.Hairpin).Switch(port, "guard", BridgePortFlags.Guard)
        .Switch(port, "root_block", BridgePortFlags.RootBlock).Switch(port, "fastleave", BridgePortFlags.FastLeave)
        .Switch(port, "learning", BridgePortFlags.Learning).Switch(port, "flood", BridgePortFlags.Flood);

    /// <summary>The switches behind flooding, as <c>bridge link</c> orders them.</summary>
    public void Multicast(BridgePort port)
    {
        Flooding(port);
        _writer.Number("mcast_router", "mcast_router {0} ", 1);
        Switch(port, "mcast_to_unicast", BridgePortFlags.MulticastToUnicast).Switch(port, "neigh_suppress", BridgePortFlags.NeighSuppress);
        Last(port);
    }

    /// <summary>Everything behind the switches up to flooding, as <c>ip -d link</c> orders it.</summary>
    public void Details(BridgePort port)
    {
        var id = BridgePrinter.Id(port.Bridge);
        _writer.Text("id", "port_id {0} ", BridgePrinter.Mask(port.Id)).Text("no", "port_no {0} ", BridgePrinter.Mask(port.Number))
            .Number("designated_port", "designated_port {0} ", port.Id).Number("designated_cost", "designated_cost {0} ", 0)
            .Text("bridge_id", "designated_bridge {0} ", id).Text("root_id", "designated_root {0} ", id);
        var timers = new BridgePrinter(_writer);
        timers.Timer("hold_timer", 0);
        timers.Timer("message_age_timer", 0);
        timers.Timer("forward_delay_timer", UntilForwarding(port));
        _writer.Number("topology_change_ack", "topology_change_ack {0} ", 0).Number("config_pending", "config_pending {0} ", 0);
        Off("proxy_arp");
        Off("proxy_arp_wifi");
        _writer.Number("multicast_router", "mcast_router {0} ", 1);
        _writer.Plain("mcast_fast_leave " + (port.Has(BridgePortFlags.FastLeave) ? "on " : "off "));
        Flooding(port);
        Switch(port, "mcast_to_unicast", BridgePortFlags.MulticastToUnicast).Switch(port, "neigh_suppress", BridgePortFlags.NeighSuppress);
        _writer.Text("group_fwd_mask", "group_fwd_mask {0} ", "0").Text("group_fwd_mask_str", "group_fwd_mask_str {0} ", "0x0");
        Last(port);
    }

    private void Flooding(BridgePort port) => Switch(port, "mcast_flood", BridgePortFlags.MulticastFlood).Switch(port, "bcast_flood", BridgePortFlags.BroadcastFlood);

    private void Last(BridgePort port) =>
        Switch(port, "vlan_tunnel", BridgePortFlags.VlanTunnel).Switch(port, "isolated", BridgePortFlags.Isolated).Switch(port, "locked", BridgePortFlags.Locked);

    private BridgePortPrinter Switch(BridgePort port, string name, BridgePortFlags flag)
    {
        var on = port.Has(flag);
        if (_writer.IsJson) _writer.Flag(name, null, on);
        else _writer.Plain(name + (on ? " on " : " off "));
        return this;
    }

    private void Off(string name)
    {
        if (_writer.IsJson) _writer.Flag(name, null, value: false);
        else _writer.Plain(name + " off ");
    }

    /// <summary>A port that begins to forward starts this timer, which then does nothing.</summary>
    private static long UntilForwarding(BridgePort port)
    {
        if (!port.IsForwarding) return 0;
        const long nanosecondsPerCentisecond = 10_000_000;
        var total = port.Bridge.Settings.ForwardDelay * nanosecondsPerCentisecond;
        return Math.Max(0, total - port.Bridge.Namespace.Now.Since(port.ForwardingSince));
    }
}
