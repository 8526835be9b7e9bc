using System.Globalization;
using ActorNet.Core.Bridge;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints what <c>ip -d link</c> says of a bridge (<c>bridge_print_opt</c>). Values of what is not emulated are those of a bridge that does nothing with them.</summary>
internal sealed class BridgePrinter
{
    private const long NanosecondsPerCentisecond = 10_000_000;
    private const double NanosecondsPerSecond = 1_000_000_000;

    /// <summary>A bridge looks for aged stations this long after it came up, then once per ageing time.</summary>
    private const long FirstCollection = 100_000_000;

    /// <summary>In the order in which they are printed; the JSON key where it differs from the word.</summary>
    private static readonly (string Word, string? Key)[] Others =
    [
        ("mcast_snooping", null), ("no_linklocal_learn", null), ("mcast_vlan_snooping", null), ("mcast_router", null), ("mcast_query_use_ifaddr", null),
        ("mcast_querier", null), ("mcast_hash_elasticity", null), ("mcast_hash_max", null), ("mcast_last_member_count", "mcast_last_member_cnt"),
        ("mcast_startup_query_count", "mcast_startup_query_cnt"), ("mcast_last_member_interval", "mcast_last_member_intvl"),
        ("mcast_membership_interval", "mcast_membership_intvl"), ("mcast_querier_interval", "mcast_querier_intvl"), ("mcast_query_interval", "mcast_query_intvl"),
        ("mcast_query_response_interval", "mcast_query_response_intvl"), ("mcast_startup_query_interval", "mcast_startup_query_intvl"),
        ("mcast_stats_enabled", null), ("mcast_igmp_version", null), ("mcast_mld_version", null), ("nf_call_iptables", null), ("nf_call_ip6tables", null),
        ("nf_call_arptables", null),
    ];

    private readonly ShowWriter _writer;

    /// <summary>For one writer.</summary>
    public BridgePrinter(ShowWriter writer) => _writer = writer;

    /// <summary>The bridge as the spanning tree names it: priority and address.</summary>
    public static string Id(BridgeDevice bridge)
    {
        var parts = bridge.Address.ToString().Split(':').Select(static b => int.Parse(b, NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture));
        return bridge.Settings.Priority.ToString("x4", CultureInfo.InvariantCulture) + "." + string.Join(':', parts);
    }

    /// <summary>A bit mask as iproute2 prints it: hexadecimal, but a plain 0.</summary>
    public static string Mask(int mask) => mask == 0 ? "0" : "0x" + mask.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Prints all of it.</summary>
    public void Print(BridgeDevice bridge)
    {
        var settings = bridge.Settings;
        Number("forward_delay", settings.ForwardDelay);
        Number("hello_time", settings.HelloTime);
        Number("max_age", settings.MaxAge);
        Number("ageing_time", bridge.Ageing / NanosecondsPerCentisecond);
        Number("stp_state", 0);
        Number("priority", settings.Priority);
        Number("vlan_filtering", 0);
        // Without a spanning tree every bridge is its own root.
        _writer.Text("bridge_id", "bridge_id {0} ", Id(bridge)).Text("root_id", "designated_root {0} ", Id(bridge));
        foreach (var word in (ReadOnlySpan<string>)["root_port", "root_path_cost", "topology_change", "topology_change_detected"]) Number(word, 0);
        Timer("hello_timer", 0);
        Timer("tcn_timer", 0);
        Timer("topology_change_timer", 0);
        Timer("gc_timer", UntilCollection(bridge));
        _writer.Text("group_fwd_mask", "group_fwd_mask {0} ", Mask(settings.GroupForwardMask)).Text("group_addr", "group_address {0} ", settings.GroupAddress.ToString());
        foreach (var (word, key) in Others) _writer.Unsigned(key ?? word, word + " {0} ", settings.Other(word));
    }

    /// <summary>Prints a timer in seconds.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="nanoseconds">Until it fires; 0 when it does not run.</param>
    public void Timer(string name, long nanoseconds)
    {
        var seconds = (nanoseconds / NanosecondsPerSecond).ToString("0.00", CultureInfo.InvariantCulture);
        _writer.Raw(name, name + " {0} ", _writer.IsJson ? seconds : seconds.PadLeft(7));
    }

    private void Number(string word, long value) => _writer.Number(word, word + " {0} ", value);

    private static long UntilCollection(BridgeDevice bridge)
    {
        if (!bridge.IsUp) return 0;
        var since = bridge.Namespace.Now.Since(bridge.OpenedAt);
        if (since < FirstCollection || bridge.Ageing <= 0) return Math.Max(0, FirstCollection - since);
        return bridge.Ageing - ((since - FirstCollection) % bridge.Ageing);
    }
}
