using System.Collections.Frozen;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Bridge;

/// <summary>
/// Settings of a bridge as <c>ip -d link</c> shows them, in the units of the kernel's attributes. Spanning tree and multicast snooping are not emulated: what steers
/// them is kept and shown, and has no effect.
/// </summary>
public sealed class BridgeSettings
{
    /// <summary>Address of the spanning tree's frames.</summary>
    public static readonly MacAddress DefaultGroupAddress = MacAddress.Read([0x01, 0x80, 0xC2, 0, 0, 0]);

    /// <summary>Hundredths of a second in listening and learning.</summary>
    public uint ForwardDelay { get; set; } = 1500;

    /// <summary>Hundredths of a second between hellos.</summary>
    public uint HelloTime { get; set; } = 200;

    /// <summary>Hundredths of a second a BPDU is believed.</summary>
    public uint MaxAge { get; set; } = 2000;

    /// <summary>Priority of the bridge in the spanning tree.</summary>
    public ushort Priority { get; set; } = 0x8000;

    /// <summary>Reserved addresses that are forwarded nevertheless, a bit for each value of the last four bits.</summary>
    public ushort GroupForwardMask { get; set; }

    /// <summary>Where the spanning tree would send its frames.</summary>
    public MacAddress GroupAddress { get; set; } = DefaultGroupAddress;

    /// <summary>The others by the word that sets them, as a new bridge has them.</summary>
    private static readonly FrozenDictionary<string, ulong> OtherDefaults = new Dictionary<string, ulong>(StringComparer.Ordinal)
    {
        ["mcast_snooping"] = 1,
        ["no_linklocal_learn"] = 0,
        ["mcast_vlan_snooping"] = 0,
        ["mcast_router"] = 1,
        ["mcast_query_use_ifaddr"] = 0,
        ["mcast_querier"] = 0,
        ["mcast_hash_elasticity"] = 16,
        ["mcast_hash_max"] = 4096,
        ["mcast_last_member_count"] = 2,
        ["mcast_startup_query_count"] = 2,
        ["mcast_last_member_interval"] = 100,
        ["mcast_membership_interval"] = 26000,
        ["mcast_querier_interval"] = 25500,
        ["mcast_query_interval"] = 12500,
        ["mcast_query_response_interval"] = 1000,
        ["mcast_startup_query_interval"] = 3124,
        ["mcast_stats_enabled"] = 0,
        ["mcast_igmp_version"] = 2,
        ["mcast_mld_version"] = 1,
        ["nf_call_iptables"] = 0,
        ["nf_call_ip6tables"] = 0,
        ["nf_call_arptables"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of these, what the user has set; null while that is nothing.</summary>
    private Dictionary<string, ulong>? _othersSet;

    /// <summary>Whether groups are snooped: the bridge then listens to the snoopers' groups itself, which its address lists show.</summary>
    public bool Snoops => Other("mcast_snooping") != 0;

    /// <summary>One of the other settings.</summary>
    /// <param name="word">The word that sets it.</param>
    /// <exception cref="KeyNotFoundException">There is no such setting.</exception>
    public ulong Other(string word) => _othersSet is not null && _othersSet.TryGetValue(word, out var set) ? set : OtherDefaults[word];

    /// <summary>Sets one of the other settings; false when there is none of that word.</summary>
    public bool TrySetOther(string word, ulong value)
    {
        if (!OtherDefaults.ContainsKey(word)) return false;
        (_othersSet ??= new Dictionary<string, ulong>(StringComparer.Ordinal))[word] = value;
        return true;
    }
}
