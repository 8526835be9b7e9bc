namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: hash tables of u32: words, refusals, print.</summary>
internal static class U32TableTranscript
{
    public const string Text =
        """"
        $ ip link add ifb0 type ifb
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 1: u32 divisor 256
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 1 u32 chain 0 |
        filter protocol ip pref 1 u32 chain 0 fh 1: ht divisor 256 |
        filter protocol ip pref 1 u32 chain 0 fh 800: ht divisor 1 |
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 divisor 4
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 2: u32 divisor 3
        E: Illegal "divisor"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 2: u32 divisor 512
        E: Illegal "divisor"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 2: u32 divisor 0
        E: Illegal "divisor"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 2::1 u32 divisor 2
        E: Error: cls_u32: Divisor can only be used on a hash table.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 1: u32 divisor 16
        E: Error: Filter already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter replace dev ifb0 egress protocol ip prio 1 handle 1: u32 divisor 16
        E: Error: cls_u32: Key node id cannot be zero.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1:5: match ip src 10.0.0.5 flowid 1:5
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 1: hashkey mask 0x000000ff at 12 match ip src 10.0.0.0/24
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 1: hashkey mask ff00 at 12 match ip src 10.0.0.0/24 flowid 1:3
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 1:5 match ip src 10.0.0.0/24
        E: Error: cls_u32: u32 Link handle must be a hash table.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 1:5:6 match ip src 10.0.0.0/24
        E: "link" must be a hash table.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 800: match ip src 10.0.0.0/24
        E: Error: cls_u32: Not linking to root node.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 9: match ip src 10.0.0.0/24
        E: Error: cls_u32: Link hash table not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 0: match ip src 10.0.0.0/24
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link zz match ip src 10.0.0.0/24
        E: Illegal "link"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset at 0 mask 0x0f00 shift 6 plus 4 eat
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset plus 20
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset mask 0x0f00 
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset shift 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset eat
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset at 3
        E: offset "at" must be even|
        E: Illegal "offset"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset at zz
        E: Illegal "offset"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset mask 12345
        E: Illegal "offset"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff offset
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff hashkey mask zz
        E: Illegal "hashkey"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff hashkey at 3
        E: Illegal "hashkey"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff hashkey
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 801: match ip protocol 6 0xff hashkey at -4 mask ff
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample ip src 10.0.1.77 match ip src 10.0.1.77 flowid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample ip protocol 6 0xff match ip protocol 6 0xff flowid 1:8
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample u32 0x1234 0xffff divisor 16 match ip protocol 6 0xff flowid 1:8
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 sample u32 0x1234 0xffff divisor 4 ht 801: match ip protocol 6 0xff flowid 1:9
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample u32 0x1234 0xffff at 4 divisor 3 match ip protocol 6 0xff flowid 1:8
        E: Illegal sample "divisor"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample ip6 src 1::2 match ip protocol 6 0xff flowid 1:8
        E: "sample" must contain exactly ONE key.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample zz match ip protocol 6 0xff flowid 1:8
        E: Illegal "sample"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample ip protocol 6 0xff divisor 4
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 ht 1: sample ip protocol 6 0xff
        E: Error: cls_u32: Selector not specified.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 indev lo match ip protocol 6 0xff flowid 1:8
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 indev nope match ip protocol 6 0xff flowid 1:8
        E: Error: Network device not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 indev
        E: Illegal indev|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match mark 5 0xff flowid 1:8
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match mark 5 0xff match u32 0 0 flowid 1:8
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match mark 5 0x2 match u32 0 0 flowid 1:8
        E: Illegal "mark" (impossible combination)|
        E: Illegal "match"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match mark zz 0x2 match u32 0 0 flowid 1:8
        E: Illegal "mark" value|
        E: Illegal "match"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match mark 2 zz match u32 0 0 flowid 1:8
        E: Illegal "mark" mask|
        E: Illegal "match"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match mark 2 
        E: Illegal "match"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match mark 2 2
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match u32 0 0
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 1: 
        E: Error: cls_u32: Selector not specified.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 match u32 0 0 flowid 1:1 link 1:
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 help
        E: Usage: ... u32 [ match SELECTOR ... ] [ link HTID ] [ classid CLASSID ]|
        E:                [ action ACTION_SPEC ] [ offset OFFSET_SPEC ]|
        E:                [ ht HTID ] [ hashkey HASHKEY_SPEC ]|
        E:                [ sample SAMPLE ] [skip_hw | skip_sw]|
        E: or         u32 divisor DIVISOR|
        E: |
        E: Where: SELECTOR := SAMPLE SAMPLE ...|
        E:        SAMPLE := { ip | ip6 | udp | tcp | icmp | u{32|16|8} | mark }|
        E:                  SAMPLE_ARGS [ divisor DIVISOR ]|
        E:        FILTERID := X:Y:Z|
        E: |
        E: NOTE: CLASSID is parsed at hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 divisor
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 divisor zz
        E: Illegal "divisor"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 3: u32 divisor 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 3: u32 divisor 1 match u32 0 0 flowid 1:1
        E: Error: Filter already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 900: u32 divisor 1 
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 800: u32 divisor 1 
        E: Error: Filter already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 5: u32 ht 1: match u32 0 0 flowid 1:9
        E: Error: cls_u32: Handle specified hash table address mismatch.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 1: u32 ht 1: match u32 0 0 flowid 1:9
        E: Error: Filter already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 1:2: u32 ht 1: match u32 0 0 flowid 1:9
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 1:2: u32 ht 1:3: match u32 0 0 flowid 1:9
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 0x00500000 u32 divisor 2
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 1 u32 chain 0 |
        filter protocol ip pref 1 u32 chain 0 fh 5: ht divisor 2 |
        filter protocol ip pref 1 u32 chain 0 fh 900: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 3: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 801: ht divisor 4 |
        filter protocol ip pref 1 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:9 not_in_hw |
          match 00060000/00ff0000 at 8|
        filter protocol ip pref 1 u32 chain 0 fh 1: ht divisor 256 |
        filter protocol ip pref 1 u32 chain 0 fh 1::800 order 2048 key ht 1 bkt 0 *flowid 1:9 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 1 u32 chain 0 fh 1:3:800 order 2048 key ht 1 bkt 3 *flowid 1:9 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 1 u32 chain 0 fh 1:4:800 order 2048 key ht 1 bkt 4 *flowid 1:8 not_in_hw |
          match 00060000/00ff0000 at 8|
        filter protocol ip pref 1 u32 chain 0 fh 1:5:800 order 2048 key ht 1 bkt 5 *flowid 1:5 not_in_hw |
          match 0a000005/ffffffff at 12|
        filter protocol ip pref 1 u32 chain 0 fh 1:6:800 order 2048 key ht 1 bkt 6 *flowid 1:8 not_in_hw |
          match 00060000/00ff0000 at 8|
        filter protocol ip pref 1 u32 chain 0 fh 1:4d:800 order 2048 key ht 1 bkt 4d *flowid 1:7 not_in_hw |
          match 0a00014d/ffffffff at 12|
        filter protocol ip pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 link 1: not_in_hw |
          match 0a000000/ffffff00 at 12|
            hash mask 000000ff at 12 |
        filter protocol ip pref 1 u32 chain 0 fh 800::801 order 2049 key ht 800 bkt 0 *flowid 1:3 link 1: not_in_hw |
          match 0a000000/ffffff00 at 12|
            hash mask 0000ff00 at 12 |
        filter protocol ip pref 1 u32 chain 0 fh 800::802 order 2050 key ht 800 bkt 0 not_in_hw |
          match 0a000000/ffffff00 at 12|
        filter protocol ip pref 1 u32 chain 0 fh 800::803 order 2051 key ht 800 bkt 0 link 801: not_in_hw |
          match 00060000/00ff0000 at 8|
            offset 0f00>>6 at 0 plus 4  eat |
        filter protocol ip pref 1 u32 chain 0 fh 800::804 order 2052 key ht 800 bkt 0 link 801: not_in_hw |
          match 00060000/00ff0000 at 8|
            offset plus 20 |
        filter protocol ip pref 1 u32 chain 0 fh 800::805 order 2053 key ht 800 bkt 0 link 801: not_in_hw |
          match 00060000/00ff0000 at 8|
            offset 0f00>>0 at 0 |
        filter protocol ip pref 1 u32 chain 0 fh 800::806 order 2054 key ht 800 bkt 0 link 801: not_in_hw |
          match 00060000/00ff0000 at 8|
            offset 0000>>2 at 0 |
        filter protocol ip pref 1 u32 chain 0 fh 800::807 order 2055 key ht 800 bkt 0 link 801: not_in_hw |
          match 00060000/00ff0000 at 8 eat |
        filter protocol ip pref 1 u32 chain 0 fh 800::808 order 2056 key ht 800 bkt 0 link 801: not_in_hw |
          match 00060000/00ff0000 at 8|
            hash mask 000000ff at -4 |
        filter protocol ip pref 1 u32 chain 0 fh 800::809 order 2057 key ht 800 bkt 0 *flowid 1:8 not_in_hw |
          match 00060000/00ff0000 at 8|
          input dev lo|
        |
        filter protocol ip pref 1 u32 chain 0 fh 800::80a order 2058 key ht 800 bkt 0 *flowid 1:8 not_in_hw |
          mark 0x0005 0x00ff (success 0)|
        filter protocol ip pref 1 u32 chain 0 fh 800::80b order 2059 key ht 800 bkt 0 *flowid 1:8 not_in_hw |
          mark 0x0005 0x00ff (success 0)|
          match 00000000/00000000 at 0|
        filter protocol ip pref 1 u32 chain 0 fh 800::80c order 2060 key ht 800 bkt 0 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 1 u32 chain 0 fh 800::80d order 2061 key ht 800 bkt 0 *flowid 1:1 link 1: not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter del dev ifb0 egress protocol ip prio 1 handle 1: u32
        E: Error: cls_u32: Can not delete in-use filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev ifb0 egress protocol ip prio 1 handle 3: u32
        $ tc filter del dev ifb0 egress protocol ip prio 1 handle 800: u32
        E: Error: cls_u32: Not allowed to delete root node.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1: u32
        filter egress protocol ip pref 1 u32 chain 0 fh 1: ht divisor 256 |
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1:5:800 u32
        filter egress protocol ip pref 1 u32 chain 0 fh 1:5:800 order 2048 key ht 1 bkt 5 *flowid 1:5 not_in_hw |
          match 0a000005/ffffffff at 12|
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1:5: u32
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev ifb0 egress protocol ip prio 1 handle 1:5:800 u32
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32 flowid 1:77 link 801: match u32 1 1
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32 link 0:
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32 link 1:
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32 link 801: indev ifb0
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32 divisor 4
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 1:5:7 u32 flowid 1:4 skip_hw
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 1: u32 divisor 4
        E: Error: cls_u32: Key node id cannot be zero.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 7: u32 divisor 4
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter replace dev ifb0 egress protocol ip prio 1 handle 7: u32 divisor 4
        $ tc filter del dev ifb0 egress protocol ip prio 1
        $ tc filter show dev ifb0 egress
        $ tc filter add dev ifb0 egress protocol ip prio 1 handle 1: u32 divisor 1
        $ tc filter add dev ifb0 egress protocol ip prio 2 handle 2: u32 divisor 1
        $ tc filter add dev ifb0 egress protocol ip prio 2 u32 ht 1: match u32 0 0 flowid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 u32 link 2: match u32 0 0
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 1 u32 chain 0 |
        filter protocol ip pref 1 u32 chain 0 fh 1: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 1::800 order 2048 key ht 1 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 link 2: not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 2 u32 chain 0 |
        filter protocol ip pref 2 u32 chain 0 fh 2: ht divisor 1 |
        filter protocol ip pref 2 u32 chain 0 fh 801: ht divisor 1 |
        $ tc filter del dev ifb0 egress protocol ip prio 2
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 1 u32 chain 0 |
        filter protocol ip pref 1 u32 chain 0 fh 1: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 1::800 order 2048 key ht 1 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 link 2: not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter add dev ifb0 egress protocol ip prio 2 u32 match u32 0 0 flowid 1:2
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 1 u32 chain 0 |
        filter protocol ip pref 1 u32 chain 0 fh 1: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 1::800 order 2048 key ht 1 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 link 2: not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 2 u32 chain 0 |
        filter protocol ip pref 2 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol ip pref 2 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:2 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 2 u32 chain 0 fh 2: ht divisor 1 |
        $ tc filter del dev ifb0 egress protocol ip prio 1
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 2 u32 chain 0 |
        filter protocol ip pref 2 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol ip pref 2 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:2 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 2 u32 chain 0 fh 2: ht divisor 1 |
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 2 u32 chain 0 |
        filter protocol ip pref 2 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol ip pref 2 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:2 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 2 u32 chain 0 fh 2: ht divisor 1 |
        $ tc -j filter show dev ifb0 egress
        [{"protocol":"ip","pref":2,"kind":"u32","chain":0},{"protocol":"ip","pref":2,"kind":"u32","chain":0,"options":{"fh":"802:","ht_divisor":1}},{"protocol":"ip","pref":2,"kind":"u32","chain":0,"options":{"fh":"802::800","order":2048,"key_ht":"802","bkt":"0","flowid":"1:2","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0}}},{"protocol":"ip","pref":2,"kind":"u32","chain":0,"options":{"fh":"2:","ht_divisor":1}}]|
        """";
}
