namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: fw filters, the old method, complaints and prints.</summary>
internal static class FwTranscript
{
    public const string Text =
        """
        $ ip link add va type veth peer name vb
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev va clsact
        $ tc filter add dev va ingress prio 1 handle 5 fw classid 1:1
        $ tc filter add dev va ingress prio 1 handle 6 fw
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev va ingress prio 1 handle 0x107 fw action drop
        $ tc filter add dev va ingress prio 1 handle 7 fw action drop
        $ tc filter add dev va ingress prio 1 handle 8/0xff fw action drop
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev va ingress prio 1 handle 10 fw indev va
        $ tc filter add dev va ingress prio 1 handle 12 fw indev va classid 1:4 action pass
        $ tc filter add dev va ingress prio 1 handle 5/x fw classid 1:1
        E: Illegal "handle" mask|
        = 1
        $ tc filter add dev va ingress prio 1 handle 13 fw foo
        E: What is "foo"?|
        E: Usage: ... fw [ classid CLASSID ] [ indev DEV ] [ action ACTION_SPEC ]|
        E: 	CLASSID := Push matching packets to the class identified by CLASSID with format X:Y|
        E: 		CLASSID is parsed as hexadecimal input.|
        E: 	DEV := specify device for incoming device classification.|
        E: 	ACTION_SPEC := Apply an action on matching packets.|
        E: 	NOTE: handle is represented as HANDLE[/FWMASK].|
        E: 		FWMASK is 0xffffffff by default.|
        = 1
        $ tc filter add dev va ingress prio 1 handle 13 fw help
        E: Usage: ... fw [ classid CLASSID ] [ indev DEV ] [ action ACTION_SPEC ]|
        E: 	CLASSID := Push matching packets to the class identified by CLASSID with format X:Y|
        E: 		CLASSID is parsed as hexadecimal input.|
        E: 	DEV := specify device for incoming device classification.|
        E: 	ACTION_SPEC := Apply an action on matching packets.|
        E: 	NOTE: handle is represented as HANDLE[/FWMASK].|
        E: 		FWMASK is 0xffffffff by default.|
        = 1
        $ tc filter add dev va ingress prio 1 handle 15 fw skip_hw classid 1:1
        E: What is "skip_hw"?|
        E: Usage: ... fw [ classid CLASSID ] [ indev DEV ] [ action ACTION_SPEC ]|
        E: 	CLASSID := Push matching packets to the class identified by CLASSID with format X:Y|
        E: 		CLASSID is parsed as hexadecimal input.|
        E: 	DEV := specify device for incoming device classification.|
        E: 	ACTION_SPEC := Apply an action on matching packets.|
        E: 	NOTE: handle is represented as HANDLE[/FWMASK].|
        E: 		FWMASK is 0xffffffff by default.|
        = 1
        $ tc filter change dev va ingress prio 1 handle 5 fw action drop
        $ tc filter get dev va ingress protocol all prio 1 handle 12 fw
        filter ingress protocol all pref 1 fw chain 0 handle 0xc classid 1:4 input dev va |
        |
        	action order 1: gact action pass|
        	 random type none pass val 0|
        	 index 3 ref 1 bind 1|
        |
        $ tc filter show dev va ingress
        filter protocol all pref 1 fw chain 0 |
        filter protocol all pref 1 fw chain 0 handle 0x5 |
        |
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 4 ref 1 bind 1|
        |
        filter protocol all pref 1 fw chain 0 handle 0x107 |
        |
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        |
        filter protocol all pref 1 fw chain 0 handle 0x7 |
        |
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 2 ref 1 bind 1|
        |
        filter protocol all pref 1 fw chain 0 |
        filter protocol all pref 1 fw chain 0 handle 0xc classid 1:4 input dev va |
        |
        	action order 1: gact action pass|
        	 random type none pass val 0|
        	 index 3 ref 1 bind 1|
        |
        $ tc filter del dev va ingress
        $ tc filter add dev va ingress prio 1 handle 5/0xf fw classid 1:1
        $ tc filter add dev va ingress prio 1 handle 0x15/0xf fw classid 1:1
        $ tc filter add dev va ingress prio 1 handle 6 fw classid 1:1
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev va ingress prio 1 handle 0x205/0xf fw action pass
        $ tc -s filter show dev va ingress
        filter protocol all pref 1 fw chain 0 |
        filter protocol all pref 1 fw chain 0 handle 0x5/0xf classid 1:1 |
        filter protocol all pref 1 fw chain 0 handle 0x205/0xf |
        |
        	action order 1: gact action pass|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        |
        filter protocol all pref 1 fw chain 0 handle 0x15/0xf classid 1:1 |
        $ tc filter del dev va ingress
        $ tc filter add dev va ingress prio 1 fw
        $ tc filter add dev va ingress prio 2 matchall action drop
        $ tc filter show dev va ingress
        filter protocol all pref 1 fw chain 0 |
        E: Error: Buffer too small for object.|
        E: Dump terminated|
        = 1
        $ tc filter add dev va ingress prio 1 handle 5 fw classid 1:1
        $ tc filter show dev va ingress
        filter protocol all pref 1 fw chain 0 |
        filter protocol all pref 1 fw chain 0 handle 0x5 classid 1:1 |
        filter protocol all pref 2 matchall chain 0 |
        filter protocol all pref 2 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        |
        $ ip link add vc type veth peer name vd
        $ tc qdisc add dev vc ingress_block 22 ingress
        $ tc filter add block 22 prio 1 fw
        E: Error: Must specify mark when attaching fw filter to block.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add block 22 prio 1 handle 5 fw classid 1:1
        $ tc filter show block 22
        filter protocol all pref 1 fw chain 0 |
        filter protocol all pref 1 fw chain 0 handle 0x5 classid 1:1 |
        """;
}
