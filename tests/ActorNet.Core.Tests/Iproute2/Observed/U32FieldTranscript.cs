namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: <c>tc -p</c> names the fields that keys of u32 are.</summary>
internal static class U32FieldTranscript
{
    public const string Text =
        """"
        $ ip link add ifb0 type ifb
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip sport 5 0xffff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip dport 6 0xffff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip sport 5 0xffff match ip dport 6 0xffff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip sport 5 0xff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip tos 0x10 0xff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip ihl 5 0xf flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip protocol 17 0xff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip protocol 17 0xf flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip src 10.0.0.0/8 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match u32 0x0a000000 0xff00ff00 at 12 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip dst 0/0 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match u32 1 1 at 40 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip nofrag flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match ip firstfrag flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match ip6 sport 5 0xffff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match ip6 src 2001::/16 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match ip sport 5 0xffff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match ip dport 6 0xffff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match ip sport 5 0xffff match ip dport 6 0xffff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match ip tos 0x10 0xff flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match u32 0x0a000000 0xff000000 at 12 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match u32 0x0a000000 0xffff0000 at 16 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ipv6 prio 2 u32 match ip protocol 6 0xff flowid 1:1
        $ tc filter add dev ifb0 egress protocol all prio 3 u32 match ip src 10.0.0.0/8 flowid 1:1
        $ tc -p filter show dev ifb0 egress
        filter protocol ip pref 1 u32 chain 0 |
        filter protocol ip pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match sport 5|
        filter protocol ip pref 1 u32 chain 0 fh 800::801 order 2049 key ht 800 bkt 0 *flowid 1:1 not_in_hw match dport 6|
        filter protocol ip pref 1 u32 chain 0 fh 800::802 order 2050 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match dport 6, match sport 5|
        filter protocol ip pref 1 u32 chain 0 fh 800::803 order 2051 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ip pref 1 u32 chain 0 fh 800::804 order 2052 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match IP dsfield 0x10|
        filter protocol ip pref 1 u32 chain 0 fh 800::805 order 2053 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match IP ihl 5|
        filter protocol ip pref 1 u32 chain 0 fh 800::806 order 2054 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match IP protocol 17|
        filter protocol ip pref 1 u32 chain 0 fh 800::807 order 2055 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ip pref 1 u32 chain 0 fh 800::808 order 2056 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match IP src 10.0.0.0/8|
        filter protocol ip pref 1 u32 chain 0 fh 800::809 order 2057 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ip pref 1 u32 chain 0 fh 800::80a order 2058 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match IP dst 0.0.0.0/0|
        filter protocol ip pref 1 u32 chain 0 fh 800::80b order 2059 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ip pref 1 u32 chain 0 fh 800::80c order 2060 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ip pref 1 u32 chain 0 fh 800::80d order 2061 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ipv6 pref 2 u32 chain 0 |
        filter protocol ipv6 pref 2 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::801 order 2049 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::802 order 2050 key ht 801 bkt 0 *flowid 1:1 not_in_hw match dport 5|
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::803 order 2051 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match sport 6|
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::804 order 2052 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match sport 6, match dport 5|
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::805 order 2053 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match IP dsfield 0x10|
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::806 order 2054 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match IP src 10.0.0.0/8|
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::807 order 2055 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match IP dst 10.0.0.0/16|
        filter protocol ipv6 pref 2 u32 chain 0 fh 801::808 order 2056 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match IP protocol 6|
        filter protocol all pref 3 u32 chain 0 |
        filter protocol all pref 3 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol all pref 3 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 0a000000/ff000000 at 12|
        """";
}
