using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints what <c>ip -d link</c> says of a VLAN device (<c>vlan_print_opt</c>).</summary>
internal sealed class VlanPrinter
{
    private static readonly (VlanOptions Flag, string Name)[] FlagNames =
    [
        (VlanOptions.ReorderHeader, "REORDER_HDR"), (VlanOptions.Gvrp, "GVRP"), (VlanOptions.Mvrp, "MVRP"), (VlanOptions.LooseBinding, "LOOSE_BINDING"),
        (VlanOptions.BridgeBinding, "BRIDGE_BINDING"),
    ];

    private readonly ShowWriter _writer;
    private readonly ShowOptions _show;

    /// <summary>For one writer.</summary>
    public VlanPrinter(ShowWriter writer, ShowOptions show)
    {
        _writer = writer;
        _show = show;
    }

    /// <summary>Prints all of it.</summary>
    public void Print(VlanDevice vlan)
    {
        _writer.Text("protocol", "protocol {0} ", vlan.VlanProtocol == EtherType.VlanService ? "802.1ad" : "802.1Q").Number("id", "id {0} ", vlan.VlanId);
        _writer.OpenArray("flags").Plain("<");
        var separator = "";
        foreach (var (flag, name) in FlagNames)
        {
            if ((vlan.Options & flag) == 0) continue;
            _writer.Element(separator + "{0}", name);
            separator = ",";
        }

        _writer.CloseArray().Plain("> ");
        Map("ingress_qos", "ingress-qos-map", [.. vlan.Priorities.Ingress]);
        Map("egress_qos", "egress-qos-map", [.. vlan.Priorities.Egress]);
    }

    private void Map(string key, string title, (uint From, uint To)[] map)
    {
        if (map.Length == 0) return;
        _writer.Plain(_show.LineEnd).Plain($"      {title} {{ ").OpenArray(key);
        foreach (var (from, to) in map) _writer.OpenObject().Unsigned("from", "{0}", from).Unsigned("to", ":{0} ", to).CloseObject();
        _writer.CloseArray().Plain("} ");
    }
}
