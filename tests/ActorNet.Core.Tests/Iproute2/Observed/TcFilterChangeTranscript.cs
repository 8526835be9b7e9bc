namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>tc filter get, change and replace; preferences chosen by the kernel; the order of chains. Observed with iproute2 6.1.0 on Linux 6.18, with a pause behind each deletion. See <see cref="Transcript"/> for the notation.</summary>
internal static class TcFilterChangeTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ ip link set ifb0 up
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev vb ingress
        $ tc actions add action mirred egress mirror dev ifb0 index 1
        $ tc filter add dev vb ingress pref 1 protocol all u32 match u32 0 0 action mirred egress redirect dev va index 2
        $ tc actions add action mirred egress mirror dev ifb0 index 3
        $ tc actions flush action mirred
        E: Warning: Unable to flush all TC actions.|
        $ tc actions list action mirred
        total acts 2|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions flush action mirred
        E: RTNETLINK answers: Operation not permitted|
        E: We have an error flushing|
        = 1
        $ tc filter add dev vb ingress pref 2 protocol all u32 match u32 0 0 action mirred index 99
        E: Error: act_mirred: Unknown mirred option.|
        E: We have an error talking to the kernel|
        = 2
        $ tc actions change action mirred index 99
        E: Error: act_mirred: Unknown mirred option.|
        E: We have an error talking to the kernel|
        = 255
        $ tc filter add dev vb ingress chain 5 pref 2 protocol all u32 match u32 0 0 flowid 1:1
        $ tc filter add dev vb ingress chain 3 pref 2 protocol all u32 match u32 0 0 flowid 1:1
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 5 |
        chain parent ffff: chain 3 |
        $ tc filter show dev vb ingress
        filter protocol all pref 1 u32 chain 0 |
        filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	used_hw_stats disabled|
        |
        filter protocol all pref 2 u32 chain 5 |
        filter protocol all pref 2 u32 chain 5 fh 803: ht divisor 1 |
        filter protocol all pref 2 u32 chain 5 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 2 u32 chain 5 fh 802: ht divisor 1 |
        filter protocol all pref 2 u32 chain 5 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 2 u32 chain 3 |
        filter protocol all pref 2 u32 chain 3 fh 803: ht divisor 1 |
        filter protocol all pref 2 u32 chain 3 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 2 u32 chain 3 fh 802: ht divisor 1 |
        filter protocol all pref 2 u32 chain 3 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter del dev vb ingress chain 5 pref 2 protocol ip
        E: Error: Protocol mismatch for filter with specified priority.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress chain 5 pref 2 protocol all matchall
        E: Error: Specified filter kind does not match existing one.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress chain 5 pref 2 handle 999::1 u32
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress chain 5 pref 2 handle 803: u32
        E: Error: cls_u32: Not allowed to delete root node.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev vb ingress chain 5 pref 2 protocol ip handle 803::800 u32
        E: Error: Protocol mismatch for filter with specified priority.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev vb ingress chain 9 pref 2 protocol all handle 803::800 u32
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev vb parent ffff: chain 5 pref 2 protocol all handle 803::800 u32
        filter parent ffff: protocol all pref 2 u32 chain 5 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter get dev vb ingress chain 5 pref 2 protocol all handle 802::800 u32
        filter ingress protocol all pref 2 u32 chain 5 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter get dev vb parent ffff: chain 5 pref 2 protocol all handle 802::800 u32
        filter parent ffff: protocol all pref 2 u32 chain 5 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter get dev vb parent ffff: chain 5 pref 2 protocol all handle 802: u32
        filter parent ffff: protocol all pref 2 u32 chain 5 fh 802: ht divisor 1 |
        $ tc filter get block 9 pref 2 protocol all handle 802::800 u32
        E: Must specify filter parent|
        = 255
        $ tc filter get dev vb
        E: Must specify filter protocol|
        = 255
        $ tc filter get
        E: Must specify filter protocol|
        = 255
        $ tc filter get dev vb ingress pref 2
        E: Must specify filter protocol|
        = 255
        $ tc filter get dev vb ingress pref 2 protocol all
        E: Must specify filter type|
        = 255
        $ tc filter get dev vb ingress pref 2 protocol all handle 1
        E: Must specify filter type|
        = 255
        $ tc filter get dev vb ingress pref 2 protocol all handle 1 u32
        E: Illegal filter ID|
        = 1
        $ tc filter add dev vb ingress chain 7 protocol all pref 32768 u32 match u32 0 0 flowid 1:1
        $ tc filter add dev vb ingress chain 7 protocol all u32 match u32 0 0 flowid 1:1
        E: Error: Lowest ID from auto-alloc range already in use.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress chain 8 protocol all pref 32769 u32 match u32 0 0 flowid 1:1
        $ tc filter add dev vb ingress chain 8 protocol all u32 match u32 0 0 flowid 1:1
        $ tc filter add dev vb ingress chain 8 protocol all u32 match u32 0 0 flowid 1:1
        E: Error: Lowest ID from auto-alloc range already in use.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress chain 8
        filter protocol all pref 32768 u32 |
        filter protocol all pref 32768 u32 fh 806: ht divisor 1 |
        filter protocol all pref 32768 u32 fh 806::800 order 2048 key ht 806 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32768 u32 fh 804: ht divisor 1 |
        filter protocol all pref 32768 u32 fh 804::800 order 2048 key ht 804 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32769 u32 |
        filter protocol all pref 32769 u32 fh 805: ht divisor 1 |
        filter protocol all pref 32769 u32 fh 805::800 order 2048 key ht 805 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter del dev vb ingress chain 8 pref 32769 handle 805::800 u32
        $ tc filter show dev vb ingress chain 8
        filter protocol all pref 32768 u32 |
        filter protocol all pref 32768 u32 fh 806: ht divisor 1 |
        filter protocol all pref 32768 u32 fh 806::800 order 2048 key ht 806 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32768 u32 fh 804: ht divisor 1 |
        filter protocol all pref 32768 u32 fh 804::800 order 2048 key ht 804 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32769 u32 |
        filter protocol all pref 32769 u32 fh 805: ht divisor 1 |
        $ tc filter replace dev vb ingress protocol all pref 1 handle 800::800 u32 match u32 0 0 action mirred egress mirror dev ifb0
        $ tc filter show dev vb ingress chain 0
        filter protocol all pref 1 u32 |
        filter protocol all pref 1 u32 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        |
        $ tc filter change dev vb ingress protocol all pref 1 handle 800::801 u32 match u32 0 0 action mirred egress mirror dev ifb0
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter replace dev vb ingress protocol all pref 1 handle 800::801 u32 match u32 0 0 action mirred egress mirror dev ifb0
        $ tc filter change dev vb ingress protocol all pref 1 u32 match u32 0 0 flowid 1:3
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress chain 0
        filter protocol all pref 1 u32 |
        filter protocol all pref 1 u32 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        |
        filter protocol all pref 1 u32 fh 800::801 order 2049 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 2 ref 1 bind 1|
        |
        $ tc filter replace dev vb ingress protocol all pref 1 handle 800:: u32 match u32 0 0 flowid 1:5
        E: Error: cls_u32: Key node id cannot be zero.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter replace dev vb ingress protocol all pref 1 handle 802::5 u32 match u32 0 0 flowid 1:5
        E: Error: cls_u32: Handle specified hash table address mismatch.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress protocol all pref 1 handle ::5 u32 match u32 0 0 flowid 1:5
        $ tc filter add dev vb ingress protocol all pref 1 handle 5 u32 match u32 0 0 flowid 1:5
        E: Illegal filter ID|
        = 1
        $ tc filter add dev vb ingress protocol all pref 1 handle 0x80000006 u32 match u32 0 0 flowid 1:5
        $ tc filter show dev vb ingress chain 0
        filter protocol all pref 1 u32 |
        filter protocol all pref 1 u32 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 fh 800::5 order 5 key ht 800 bkt 0 *flowid 1:5 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 1 u32 fh 800::6 order 6 key ht 800 bkt 0 *flowid 1:5 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 1 u32 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        |
        filter protocol all pref 1 u32 fh 800::801 order 2049 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 2 ref 1 bind 1|
        |
        $ tc filter replace dev vb ingress protocol all pref 1 handle 800::801 u32 match u32 0 0 action mirred egress mirror dev nope
        E: Cannot find device "nope"|
        E: bad action parsing|
        E: parse_action: bad value (5:mirred)!|
        E: Illegal "action"|
        = 1
        $ tc filter replace dev vb ingress protocol all pref 1 handle 800::801 u32 action mirred index 98
        E: Error: act_mirred: Unknown mirred option.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress pref 1 handle 800::801
        filter protocol all u32 chain 0 |
        filter protocol all u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all u32 chain 0 fh 800::5 order 5 key ht 800 bkt 0 *flowid 1:5 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all u32 chain 0 fh 800::6 order 6 key ht 800 bkt 0 *flowid 1:5 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        |
        filter protocol all u32 chain 0 fh 800::801 order 2049 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 2 ref 1 bind 1|
        |
        $ tc filter delete dev vb ingress protocol all
        E: Error: Cannot flush filters with protocol, handle or kind set.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter delete dev vb ingress handle 800::801
        E: Must specify filter type when using "handle"|
        = 255
        $ tc filter delete dev vb
        E: Error: Qdisc not classful.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter delete dev vb ingress
        $ tc filter show dev vb ingress
        filter protocol all pref 2 u32 chain 5 |
        filter protocol all pref 2 u32 chain 5 fh 803: ht divisor 1 |
        filter protocol all pref 2 u32 chain 5 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 2 u32 chain 5 fh 802: ht divisor 1 |
        filter protocol all pref 2 u32 chain 5 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 2 u32 chain 3 |
        filter protocol all pref 2 u32 chain 3 fh 803: ht divisor 1 |
        filter protocol all pref 2 u32 chain 3 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 2 u32 chain 3 fh 802: ht divisor 1 |
        filter protocol all pref 2 u32 chain 3 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32768 u32 chain 7 |
        filter protocol all pref 32768 u32 chain 7 fh 806: ht divisor 1 |
        filter protocol all pref 32768 u32 chain 7 fh 806::800 order 2048 key ht 806 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32768 u32 chain 7 fh 804: ht divisor 1 |
        filter protocol all pref 32768 u32 chain 7 fh 804::800 order 2048 key ht 804 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32768 u32 chain 8 |
        filter protocol all pref 32768 u32 chain 8 fh 806: ht divisor 1 |
        filter protocol all pref 32768 u32 chain 8 fh 806::800 order 2048 key ht 806 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32768 u32 chain 8 fh 804: ht divisor 1 |
        filter protocol all pref 32768 u32 chain 8 fh 804::800 order 2048 key ht 804 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 32769 u32 chain 8 |
        filter protocol all pref 32769 u32 chain 8 fh 805: ht divisor 1 |
        $ tc filter delete dev vb ingress chain 99
        $ tc filter delete dev vb ingress chain 99 pref 5
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        """;
}
