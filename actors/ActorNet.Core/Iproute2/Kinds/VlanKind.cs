using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary>Options of a VLAN device as written; null where nothing was said.</summary>
/// <param name="Id">Number.</param>
/// <param name="Protocol">EtherType of the tag.</param>
/// <param name="Switches">New values of switches.</param>
/// <param name="SwitchMask">The switches that were named.</param>
/// <param name="Ingress">What received bits mean.</param>
/// <param name="Egress">Bits that priorities give.</param>
public sealed record VlanRequest(
    int? Id, ushort? Protocol, VlanOptions Switches, VlanOptions SwitchMask, IReadOnlyList<(uint From, uint To)> Ingress, IReadOnlyList<(uint From, uint To)> Egress) : DeviceOptions;

/// <summary><c>type vlan id N [ protocol P ] ...</c> on top of the device behind the word <c>link</c> (<c>vlan_netlink.c</c>, <c>iplink_vlan.c</c>).</summary>
public sealed class VlanKind : DeviceKind
{
    private const string Usage =
        "Usage: ... vlan id VLANID\n\t\t[ protocol VLANPROTO ]\n\t\t[ reorder_hdr { on | off } ]\n\t\t[ gvrp { on | off } ]\n\t\t[ mvrp { on | off } ]\n"
        + "\t\t[ loose_binding { on | off } ]\n\t\t[ bridge_binding { on | off } ]\n\t\t[ ingress-qos-map QOS-MAP ]\n\t\t[ egress-qos-map QOS-MAP ]\n\n"
        + "VLANID := 0-4095\nVLANPROTO: [ 802.1Q | 802.1ad ]\nQOS-MAP := [ QOS-MAP ] QOS-MAPPING\nQOS-MAPPING := FROM:TO";

    private const VlanOptions Default = VlanOptions.ReorderHeader;

    private static readonly (string Word, VlanOptions Switch)[] Switches =
    [
        ("reorder_hdr", VlanOptions.ReorderHeader), ("gvrp", VlanOptions.Gvrp), ("mvrp", VlanOptions.Mvrp),
        ("loose_binding", VlanOptions.LooseBinding), ("bridge_binding", VlanOptions.BridgeBinding),
    ];

    /// <inheritdoc/>
    public override string Name => "vlan";

    /// <inheritdoc/>
    public override DeviceOptions? Parse(ArgReader args, LinkParser links)
    {
        if (args.AtEnd) return null;
        int? id = null;
        ushort? protocol = null;
        VlanOptions switches = VlanOptions.None, mask = VlanOptions.None;
        var ingress = new List<(uint, uint)>();
        var egress = new List<(uint, uint)>();
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (Words.Matches(word, "protocol"))
            {
                protocol = ReadProtocol(args.Next(word));
            }
            else if (Words.Matches(word, "id"))
            {
                var text = args.Next(word);
                id = Words.TryUnsigned(text, out var number) && number <= ushort.MaxValue ? (int)number : throw Words.Invalid("id is invalid", text);
            }
            else if (Array.Find(Switches, s => Words.Matches(word, s.Word)) is { Word: not null } known)
            {
                mask |= known.Switch;
                switches = Words.OnOff(args, known.Word) ? switches | known.Switch : switches & ~known.Switch;
            }
            else if (Words.Matches(word, "ingress-qos-map"))
            {
                ReadMap(args, "ingress-qos-map", ingress);
            }
            else if (Words.Matches(word, "egress-qos-map"))
            {
                ReadMap(args, "egress-qos-map", egress);
            }
            else
            {
                throw new Iproute2Exception(Words.Matches(word, "help") ? Usage : $"vlan: unknown command \"{word}\"?\n{Usage}");
            }
        }

        return new VlanRequest(id, protocol, switches, mask, ingress, egress);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options)
    {
        if (options is not VlanRequest asked) throw new RtnlException(Errno.EINVAL, "8021q: VLAN properties not specified.");
        Check(asked);
        if (asked.Id is not { } id) throw new RtnlException(Errno.EINVAL, "8021q: VLAN id not specified.");
        var real = request.Link ?? throw new RtnlException(Errno.EINVAL, "8021q: link not specified.");
        var protocol = asked.Protocol ?? EtherType.Vlan;
        if (!real.TakesVlans) throw new RtnlException(Errno.EOPNOTSUPP, "8021q: VLANs not supported on device.");
        if (real.Vlans?.Find(protocol, id) is not null) throw new RtnlException(Errno.EEXIST, "8021q: VLAN device already exists.");
        if (request.Mtu > real.Mtu) throw new RtnlException(Errno.EINVAL);
        var vlan = new VlanDevice(request.Name!, real, protocol, id, Apply(Default, asked));
        SetMaps(vlan, asked);
        return [new NewDevice(vlan, request)];
    }

    /// <inheritdoc/>
    public override void Change(NetDevice device, DeviceOptions options)
    {
        if (device is not VlanDevice vlan || options is not VlanRequest asked) return;
        Check(asked);
        vlan.Options = Apply(vlan.Options, asked);
        SetMaps(vlan, asked);
    }

    private static void Check(VlanRequest asked)
    {
        if (asked.Protocol is not (null or EtherType.Vlan or EtherType.VlanService)) throw new RtnlException(Errno.EPROTONOSUPPORT, "8021q: Invalid VLAN protocol.");
        if (asked.Id >= VlanDevice.MaxId) throw new RtnlException(Errno.ERANGE, "8021q: Invalid VLAN id.");
    }

    private static VlanOptions Apply(VlanOptions old, VlanRequest asked) => (old & ~asked.SwitchMask) | asked.Switches;

    private static void SetMaps(VlanDevice vlan, VlanRequest asked)
    {
        foreach (var (from, to) in asked.Ingress) vlan.Priorities.SetIngress(from, to);
        foreach (var (from, to) in asked.Egress) vlan.Priorities.SetEgress(from, to);
    }

    private static ushort ReadProtocol(string text)
    {
        if (text.Equals("802.1Q", StringComparison.OrdinalIgnoreCase)) return EtherType.Vlan;
        if (text.Equals("802.1ad", StringComparison.OrdinalIgnoreCase)) return EtherType.VlanService;
        return Words.TryUnsigned(text, out var number) && number <= ushort.MaxValue ? (ushort)number : throw Words.Invalid("protocol is invalid", text);
    }

    /// <summary>Reads pairs up to the first word without a colon.</summary>
    private static void ReadMap(ArgReader args, string key, List<(uint From, uint To)> map)
    {
        _ = args.Next(key);
        args.Back();
        while (args.Peek() is { } word && word.Contains(':', StringComparison.Ordinal))
        {
            args.Next();
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (!Words.TryUnsigned(word[..colon], out var from) || !Words.TryUnsigned(word[(colon + 1)..], out var to)) throw Words.Invalid("invalid " + key, word);
            map.Add((from, to));
        }
    }
}
