namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: classic BPF: words, refusals, print.</summary>
internal static class BpfTranscript
{
    public const string Text =
        """"
        $ ip link add ifb0 type ifb
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf classid 1:1
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 1' 
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 1,' classid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '4,40 0 0 12,21 0 1 2048,6 0 0 262144,6 0 0 0' flowid 1:2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 4294967295' flowid 1:2 skip_hw
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 4294967295' flowid 1:2 skip_sw
        E: RTNETLINK answers: Operation not supported|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 4294967295' flowid 1:2 direct-action
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 4294967295' da
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,6 0 0 1'
        E: Parsed program length is less than encoded length parameter!|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 1,6 0 0 1'
        E: Real program length exceeds encoded length parameter!|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '0,'
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '0'
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode ''
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode 'zz'
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1 6 0 0 1'
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '4097,6 0 0 1'
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0'
        E: Error at instruction 0!|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 zz'
        E: Error at instruction 0!|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 zz 1'
        E: Error at instruction 0!|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,300 0 0 1'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 300 0 1'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 99999999999'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,-1 0 0 1'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,70000 0 0 1'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 1 7'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1, 6  0 0   0x5'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,0x6 0 0 5'
        E: Error at instruction 0!|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,6 0 0 1,,'
        E: Error at instruction 1!|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,21 0 0 1'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,21 1 0 1,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,21 0 0 1,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,5 0 0 1,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,5 0 0 4294967295,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,52 0 0 0,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,148 0 0 0,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,52 0 0 5,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,148 0 0 5,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,164 0 0 5,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,100 0 0 32,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,100 0 0 31,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,116 0 0 32,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,108 0 0 32,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,96 0 0 0,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '3,2 0 0 0,96 0 0 0,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '3,2 0 0 16,96 0 0 0,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '3,3 0 0 15,97 0 0 15,6 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '5,21 0 1 5,2 0 0 0,5 0 0 0,96 0 0 0,6 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,40 0 0 4294963200,22 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,40 0 0 4294963300,22 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,32 0 0 4294963232,22 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,40 0 0 4294967295,22 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,22 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,14 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,128 0 0 0,22 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,129 0 0 0,22 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,177 0 0 14,22 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,80 0 0 14,22 0 0 0'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,160 0 0 14,22 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '2,24 0 0 14,22 0 0 0'
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf run bytecode '1,6 0 0 1' classid 1:1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf run bytecode '1,6 0 0 1' run bytecode '1,6 0 0 1' classid 1:1
        E: Error: duplicate "run": "bytecode" is the second value.|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 1' bytecode '1,6 0 0 1' classid 1:1
        E: What is "bytecode"?|
        E: Usage: ... bpf ...|
        E: |
        E: BPF use case:|
        E:  bytecode BPF_BYTECODE|
        E:  bytecode-file FILE|
        E: |
        E: eBPF use case:|
        E:  object-file FILE [ section CLS_NAME ] [ export UDS_FILE ] [ verbose ] [ direct-action ] [ skip_hw | skip_sw ]|
        E:  object-pinned FILE [ direct-action ] [ skip_hw | skip_sw ]|
        E: |
        E: Common remaining options:|
        E:  [ action ACTION_SPEC ]|
        E:  [ classid CLASSID ]|
        E: |
        E: Where BPF_BYTECODE := 's,c t f k,c t f k,c t f k,...'|
        E: c,t,f,k and s are decimals; s denotes number of 4-tuples|
        E: |
        E: Where FILE points to a file containing the BPF_BYTECODE string,|
        E: an ELF file containing eBPF map definitions and bytecode, or a|
        E: pinned eBPF program.|
        E: |
        E: Where CLS_NAME refers to the section name containing the|
        E: classifier (default 'classifier').|
        E: |
        E: Where UDS_FILE points to a unix domain socket file in order|
        E: to hand off control of all created eBPF maps to an agent.|
        E: |
        E: ACTION_SPEC := ... look at individual actions|
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bla
        E: What mode is "bla"?|
        E: Unable to parse bpf command line|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 1' bla
        E: What is "bla"?|
        E: Usage: ... bpf ...|
        E: |
        E: BPF use case:|
        E:  bytecode BPF_BYTECODE|
        E:  bytecode-file FILE|
        E: |
        E: eBPF use case:|
        E:  object-file FILE [ section CLS_NAME ] [ export UDS_FILE ] [ verbose ] [ direct-action ] [ skip_hw | skip_sw ]|
        E:  object-pinned FILE [ direct-action ] [ skip_hw | skip_sw ]|
        E: |
        E: Common remaining options:|
        E:  [ action ACTION_SPEC ]|
        E:  [ classid CLASSID ]|
        E: |
        E: Where BPF_BYTECODE := 's,c t f k,c t f k,c t f k,...'|
        E: c,t,f,k and s are decimals; s denotes number of 4-tuples|
        E: |
        E: Where FILE points to a file containing the BPF_BYTECODE string,|
        E: an ELF file containing eBPF map definitions and bytecode, or a|
        E: pinned eBPF program.|
        E: |
        E: Where CLS_NAME refers to the section name containing the|
        E: classifier (default 'classifier').|
        E: |
        E: Where UDS_FILE points to a unix domain socket file in order|
        E: to hand off control of all created eBPF maps to an agent.|
        E: |
        E: ACTION_SPEC := ... look at individual actions|
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf help
        E: Usage: ... bpf ...|
        E: |
        E: BPF use case:|
        E:  bytecode BPF_BYTECODE|
        E:  bytecode-file FILE|
        E: |
        E: eBPF use case:|
        E:  object-file FILE [ section CLS_NAME ] [ export UDS_FILE ] [ verbose ] [ direct-action ] [ skip_hw | skip_sw ]|
        E:  object-pinned FILE [ direct-action ] [ skip_hw | skip_sw ]|
        E: |
        E: Common remaining options:|
        E:  [ action ACTION_SPEC ]|
        E:  [ classid CLASSID ]|
        E: |
        E: Where BPF_BYTECODE := 's,c t f k,c t f k,c t f k,...'|
        E: c,t,f,k and s are decimals; s denotes number of 4-tuples|
        E: |
        E: Where FILE points to a file containing the BPF_BYTECODE string,|
        E: an ELF file containing eBPF map definitions and bytecode, or a|
        E: pinned eBPF program.|
        E: |
        E: Where CLS_NAME refers to the section name containing the|
        E: classifier (default 'classifier').|
        E: |
        E: Where UDS_FILE points to a unix domain socket file in order|
        E: to hand off control of all created eBPF maps to an agent.|
        E: |
        E: ACTION_SPEC := ... look at individual actions|
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf classid zz
        E: Illegal "classid"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf byte '1,6 0 0 1'
        $ tc filter add dev ifb0 egress protocol ip prio 1 bpf classid 1:5 bytecode '1,6 0 0 1'
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 7 bpf bytecode '1,6 0 0 2' 
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 7 bpf
        filter egress protocol ip pref 1 bpf chain 0 handle 0x7 not_in_hw bytecode '1,6 0 0 2'|
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 7 bpf classid 1:9
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 7 bpf
        filter egress protocol ip pref 1 bpf chain 0 handle 0x7 not_in_hw bytecode '1,6 0 0 2'|
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 8 bpf bytecode '1,6 0 0 2' 
        $ tc filter change dev ifb0 egress protocol ip prio 1 bpf bytecode '1,6 0 0 2' 
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter replace dev ifb0 egress protocol ip prio 1 handle 55 bpf bytecode '1,6 0 0 2' 
        $ tc -j filter show dev ifb0 egress
        [{"protocol":"ip","pref":1,"kind":"bpf","chain":0},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x37","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":2}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x1c","flowid":"1:5","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":1}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x1b","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":1}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x1a","flowid":"1:1","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":1}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x19","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":80,"jt":0,"jf":0,"k":14},{"code":22,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x18","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":177,"jt":0,"jf":0,"k":14},{"code":22,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x17","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":129,"jt":0,"jf":0,"k":0},{"code":22,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x16","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":128,"jt":0,"jf":0,"k":0},{"code":22,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x15","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":22,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x14","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":32,"jt":0,"jf":0,"k":4294963232},{"code":22,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x13","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":40,"jt":0,"jf":0,"k":4294963200},{"code":22,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x12","not_in_hw":true,"bytecode":{"length":3,"insns":[{"code":3,"jt":0,"jf":0,"k":15},{"code":97,"jt":0,"jf":0,"k":15},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x11","not_in_hw":true,"bytecode":{"length":3,"insns":[{"code":2,"jt":0,"jf":0,"k":0},{"code":96,"jt":0,"jf":0,"k":0},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x10","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":108,"jt":0,"jf":0,"k":32},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0xf","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":100,"jt":0,"jf":0,"k":31},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0xe","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":164,"jt":0,"jf":0,"k":5},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0xd","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":148,"jt":0,"jf":0,"k":5},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0xc","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":52,"jt":0,"jf":0,"k":5},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0xb","not_in_hw":true,"bytecode":{"length":2,"insns":[{"code":21,"jt":0,"jf":0,"k":1},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0xa","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x9","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":1}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x8","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":2}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x7","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":2}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x6","direct-action":true,"not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":4294967295}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x5","flowid":"1:2","direct-action":true,"not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":4294967295}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x4","flowid":"1:2","skip_hw":true,"not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":4294967295}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x3","flowid":"1:2","not_in_hw":true,"bytecode":{"length":4,"insns":[{"code":40,"jt":0,"jf":0,"k":12},{"code":21,"jt":0,"jf":1,"k":2048},{"code":6,"jt":0,"jf":0,"k":262144},{"code":6,"jt":0,"jf":0,"k":0}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x2","flowid":"1:1","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":1}]}}},{"protocol":"ip","pref":1,"kind":"bpf","chain":0,"options":{"handle":"0x1","not_in_hw":true,"bytecode":{"length":1,"insns":[{"code":6,"jt":0,"jf":0,"k":1}]}}}]|
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 1 bpf chain 0 |
        filter protocol ip pref 1 bpf chain 0 handle 0x37 not_in_hw bytecode '1,6 0 0 2'|
        filter protocol ip pref 1 bpf chain 0 handle 0x1c flowid 1:5 not_in_hw bytecode '1,6 0 0 1'|
        filter protocol ip pref 1 bpf chain 0 handle 0x1b not_in_hw bytecode '1,6 0 0 1'|
        filter protocol ip pref 1 bpf chain 0 handle 0x1a flowid 1:1 not_in_hw bytecode '1,6 0 0 1'|
        filter protocol ip pref 1 bpf chain 0 handle 0x19 not_in_hw bytecode '2,80 0 0 14,22 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x18 not_in_hw bytecode '2,177 0 0 14,22 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x17 not_in_hw bytecode '2,129 0 0 0,22 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x16 not_in_hw bytecode '2,128 0 0 0,22 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x15 not_in_hw bytecode '1,22 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x14 not_in_hw bytecode '2,32 0 0 4294963232,22 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x13 not_in_hw bytecode '2,40 0 0 4294963200,22 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x12 not_in_hw bytecode '3,3 0 0 15,97 0 0 15,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x11 not_in_hw bytecode '3,2 0 0 0,96 0 0 0,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x10 not_in_hw bytecode '2,108 0 0 32,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0xf not_in_hw bytecode '2,100 0 0 31,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0xe not_in_hw bytecode '2,164 0 0 5,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0xd not_in_hw bytecode '2,148 0 0 5,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0xc not_in_hw bytecode '2,52 0 0 5,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0xb not_in_hw bytecode '2,21 0 0 1,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0xa not_in_hw bytecode '1,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x9 not_in_hw bytecode '1,6 0 0 1'|
        filter protocol ip pref 1 bpf chain 0 handle 0x8 not_in_hw bytecode '1,6 0 0 2'|
        filter protocol ip pref 1 bpf chain 0 handle 0x7 not_in_hw bytecode '1,6 0 0 2'|
        filter protocol ip pref 1 bpf chain 0 handle 0x6 direct-action not_in_hw bytecode '1,6 0 0 4294967295'|
        filter protocol ip pref 1 bpf chain 0 handle 0x5 flowid 1:2 direct-action not_in_hw bytecode '1,6 0 0 4294967295'|
        filter protocol ip pref 1 bpf chain 0 handle 0x4 flowid 1:2 skip_hw not_in_hw bytecode '1,6 0 0 4294967295'|
        filter protocol ip pref 1 bpf chain 0 handle 0x3 flowid 1:2 not_in_hw bytecode '4,40 0 0 12,21 0 1 2048,6 0 0 262144,6 0 0 0'|
        filter protocol ip pref 1 bpf chain 0 handle 0x2 flowid 1:1 not_in_hw bytecode '1,6 0 0 1'|
        filter protocol ip pref 1 bpf chain 0 handle 0x1 not_in_hw bytecode '1,6 0 0 1'|
        $ tc filter del dev ifb0 egress protocol ip prio 1 handle 7 bpf
        $ tc filter del dev ifb0 egress protocol ip prio 1 handle 7 bpf
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev ifb0 egress
        $ tc -j filter show dev ifb0 egress
        []|
        """";
}
