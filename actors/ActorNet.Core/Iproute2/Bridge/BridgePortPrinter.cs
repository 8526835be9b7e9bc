using ActorNet.Core.Bridge;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints a port of a bridge in the words that <c>ip -d link</c> and <c>bridge link</c> share.</summary>
internal sealed class BridgePortPrinter
{
    private const int DefaultPriority = 32;

    /// <summary>Cost that the kernel derives from 10 Gbit/s, which virtual devices report.</summary>
    private const int TenGigabitCost = 2;

    private readonly ShowWriter _writer;

    /// <summary>For one writer.</summary>
    public BridgePortPrinter(ShowWriter writer) => _writer = writer;

    /// <summary>State, priority and cost.</summary>
    public BridgePortPrinter State(BridgePort port)
    {
        _writer.Text("state", "state {0} ", port.IsForwarding ? "forwarding" : "disabled")
            .Number("priority", "priority {0} ", DefaultPriority).Number("cost", "cost {0} ", TenGigabitCost);
        return this;
    }

    /// <summary>The switches up to flooding; those without emulation are off, as they are by default.</summary>
    public BridgePortPrinter Learning(BridgePort port)
    {
        foreach (var name in (ReadOnlySpan<string>)["hairpin", "guard", "root_block", "fastleave"]) Switch(name, on: false);
        Switch("learning", port.Learning);
        Switch("flood", port.Flood);
        return this;
    }

    /// <summary>The switches behind flooding.</summary>
    /// <param name="port">The port.</param>
    /// <param name="withRouter">Print that multicast routers would be learned: <c>bridge link</c> has it among the switches.</param>
    public BridgePortPrinter Multicast(BridgePort port, bool withRouter)
    {
        Switch("mcast_flood", port.MulticastFlood);
        Switch("bcast_flood", on: true);
        if (withRouter) _writer.Number("mcast_router", "mcast_router {0} ", 1);
        foreach (var name in (ReadOnlySpan<string>)["mcast_to_unicast", "neigh_suppress", "vlan_tunnel", "isolated", "locked"]) Switch(name, on: false);
        return this;
    }

    private void Switch(string name, bool on)
    {
        if (_writer.IsJson) _writer.Flag(name, null, on);
        else _writer.Plain(name + (on ? " on " : " off "));
    }
}
