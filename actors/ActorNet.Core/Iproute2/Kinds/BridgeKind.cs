using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary>Options of a bridge in the order in which they were written: word and value.</summary>
/// <param name="Settings">The words with their values.</param>
/// <param name="GroupAddress">Address of the spanning tree's frames; null leaves it.</param>
public sealed record BridgeOptions(IReadOnlyList<(string Word, ulong Value)> Settings, MacAddress? GroupAddress) : DeviceOptions;

/// <summary>
/// <c>type bridge [ ageing_time N ] ...</c> (<c>iplink_bridge.c</c>). The emulated bridge has no spanning tree, VLAN filtering or multicast snooping: what steers them is kept
/// and shown; switching on spanning tree or VLAN filtering is refused.
/// </summary>
public sealed class BridgeKind : DeviceKind
{
    private const long NanosecondsPerCentisecond = 10_000_000;

    /// <summary>What each word takes, in the order of iproute2's tests for abbreviations: bits of its number.</summary>
    private static readonly (string Word, int Bits)[] Numbers =
    [
        ("forward_delay", 32), ("hello_time", 32), ("max_age", 32), ("ageing_time", 32), ("stp_state", 32), ("priority", 16), ("vlan_filtering", 8),
        ("group_fwd_mask", 16), ("no_linklocal_learn", 8), ("vlan_default_pvid", 16), ("vlan_stats_enabled", 8), ("vlan_stats_per_port", 8),
        ("mcast_router", 8), ("mcast_snooping", 8), ("mcast_vlan_snooping", 8), ("mcast_query_use_ifaddr", 8), ("mcast_querier", 8),
        ("mcast_hash_elasticity", 32), ("mcast_hash_max", 32), ("mcast_last_member_count", 32), ("mcast_startup_query_count", 32),
        ("mcast_last_member_interval", 64), ("mcast_membership_interval", 64), ("mcast_querier_interval", 64), ("mcast_query_interval", 64),
        ("mcast_query_response_interval", 64), ("mcast_startup_query_interval", 64), ("mcast_stats_enabled", 8), ("mcast_igmp_version", 8),
        ("mcast_mld_version", 8), ("nf_call_iptables", 8), ("nf_call_ip6tables", 8), ("nf_call_arptables", 8),
    ];

    /// <inheritdoc/>
    public override string Name => "bridge";

    private static string Help => "Usage: ... bridge [ fdb_flush ] [ group_address ADDRESS ] [ { " + string.Join(" | ", Numbers.Select(n => n.Word)) + " } NUMBER ]";

    /// <inheritdoc/>
    public override DeviceOptions? Parse(ArgReader args, LinkParser links)
    {
        if (args.AtEnd) return null;
        var settings = new List<(string, ulong)>();
        MacAddress? group = null;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (Array.Find(Numbers, n => Words.Matches(word, n.Word)) is { Word: not null } known) settings.Add((known.Word, ReadNumber(args, known)));
            else if (Words.Matches(word, "group_address")) group = ReadAddress(args.Next(word));
            else if (Words.Matches(word, "fdb_flush")) settings.Add(("fdb_flush", 1));
            else if (Words.Matches(word, "vlan_protocol")) args.Next(word);
            else throw new Iproute2Exception(Words.Matches(word, "help") ? Help : $"bridge: unknown command \"{word}\"?\n{Help}");
        }

        return new BridgeOptions(settings, group);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options)
    {
        var bridge = new BridgeDevice(request.Name!);
        if (options is not null) Change(bridge, options);
        // An address that was asked for stays; otherwise the bridge takes one of its ports.
        if (request.Address is not null) bridge.SetBirthAddress(HardwareAddress.ToMac(request.Address));
        return [new NewDevice(bridge, request)];
    }

    /// <inheritdoc/>
    public override void Change(NetDevice device, DeviceOptions options)
    {
        if (device is not BridgeDevice bridge || options is not BridgeOptions wanted) return;
        foreach (var (word, value) in wanted.Settings) Set(bridge, word, value);
        if (wanted.GroupAddress is { } group) bridge.Settings.GroupAddress = group;
    }

    private static void Set(BridgeDevice bridge, string word, ulong value)
    {
        var settings = bridge.Settings;
        switch (word)
        {
            case "forward_delay":
                settings.ForwardDelay = (uint)value;
                break;
            case "hello_time":
                settings.HelloTime = InRange(value, 100, 1000);
                break;
            case "max_age":
                settings.MaxAge = InRange(value, 600, 4000);
                break;
            case "ageing_time":
                bridge.Ageing = (long)value * NanosecondsPerCentisecond;
                break;
            case "stp_state" when value != 0:
                throw new RtnlException(Errno.EOPNOTSUPP, "bridge: an emulated bridge has no spanning tree; only stp_state 0 is possible.");
            case "vlan_filtering" when value != 0:
                // A kernel without the feature says no more than this.
                throw new RtnlException(Errno.EOPNOTSUPP);
            case "priority":
                settings.Priority = (ushort)value;
                break;
            case "group_fwd_mask":
                settings.GroupForwardMask = (value & BridgeDevice.NeverForwarded) == 0 ? (ushort)value : throw new RtnlException(Errno.EINVAL);
                break;
            case "fdb_flush":
                bridge.Fdb.RemoveWhere(static e => !e.IsStatic);
                break;
            default:
                settings.TrySetOther(word, value);
                break;
        }
    }

    private static uint InRange(ulong value, uint least, uint most) => value >= least && value <= most ? (uint)value : throw new RtnlException(Errno.ERANGE);

    private static ulong ReadNumber(ArgReader args, (string Word, int Bits) known)
    {
        var text = args.Next(known.Word);
        var most = known.Bits >= 32 ? uint.MaxValue : (1u << known.Bits) - 1;
        return Words.TryUnsigned(text, out var number) && number <= most ? number : throw Words.Invalid("invalid " + known.Word, text);
    }

    private static MacAddress ReadAddress(string text) => MacAddress.TryParse(text, out var address) ? address : throw Words.Invalid("invalid group_address", text);
}
