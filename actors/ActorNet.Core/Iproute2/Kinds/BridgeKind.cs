using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary>Options of a bridge that have an effect here.</summary>
/// <param name="AgeingCentiseconds">How long a station is remembered, in 1/100 s; null leaves it.</param>
public sealed record BridgeOptions(uint? AgeingCentiseconds) : DeviceOptions;

/// <summary>
/// <c>type bridge [ ageing_time N ] ...</c>. The emulated bridge has no spanning tree, VLAN filtering or multicast snooping: what switches them off is accepted,
/// what only steers the spanning tree has no effect, and what would switch them on is refused.
/// </summary>
public sealed class BridgeKind : DeviceKind
{
    private const long NanosecondsPerCentisecond = 10_000_000;

    private static readonly HashSet<string> NoEffect = new(StringComparer.Ordinal) { "forward_delay", "hello_time", "max_age", "priority" };

    private static readonly HashSet<string> OnlyOff = new(StringComparer.Ordinal)
    {
        "stp_state", "vlan_filtering", "mcast_snooping", "mcast_querier", "nf_call_iptables", "nf_call_ip6tables", "nf_call_arptables",
    };

    /// <inheritdoc/>
    public override string Name => "bridge";

    /// <inheritdoc/>
    public override DeviceOptions? Parse(ArgReader args, LinkParser links)
    {
        uint? ageing = null;
        var any = !args.AtEnd;
        while (!args.AtEnd)
        {
            var key = args.Next();
            CheckKey(key);
            var text = args.Next(key);
            var value = Words.TryUnsigned(text, out var number) ? number : throw Words.Invalid("invalid " + key, text);
            if (key is "ageing_time") ageing = value;
            if (value != 0 && OnlyOff.Contains(key)) throw Words.Invalid($"the emulated bridge has no {key}; only 0 is possible", text);
        }

        return any ? new BridgeOptions(ageing) : null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options)
    {
        var bridge = new BridgeDevice(request.Name!);
        if (options is not null) Change(bridge, options);
        // An address that was asked for stays; otherwise the bridge takes one of its ports.
        if (request.Address is not null) bridge.SetAddress(HardwareAddress.ToMac(request.Address));
        return [new NewDevice(bridge, request)];
    }

    /// <inheritdoc/>
    public override void Change(NetDevice device, DeviceOptions options)
    {
        if (device is BridgeDevice bridge && options is BridgeOptions { AgeingCentiseconds: { } ageing }) bridge.Ageing = ageing * NanosecondsPerCentisecond;
    }

    private static string Help =>
        "Usage: ... bridge [ ageing_time CENTISECONDS ] [ { " + string.Join(" | ", NoEffect.Concat(OnlyOff).Order(StringComparer.Ordinal)) + " } NUMBER ]";

    private static void CheckKey(string key)
    {
        if (Words.Matches(key, "help")) throw new Iproute2Exception(Help);
        if (key is "ageing_time" || NoEffect.Contains(key) || OnlyOff.Contains(key)) return;
        throw new Iproute2Exception($"bridge: unknown command \"{key}\"?\n{Help}");
    }
}
