namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: comparisons that are written wrong, and the list of what can be compared.</summary>
internal static class MetaErrorTranscript
{
    public const string Text =
        """"
        $ ip link add ifb0 type ifb
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(nosuch eq 1)' classid 1:7
        E: meta: unknown meta id|
        E: |
        E: ... >>meta(nosuch eq 1)<< ...|
        E: ... meta(>>nosuch<< eq 1)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(indev eq "va")' classid 1:7
        E: meta: unknown meta id|
        E: |
        E: ... >>meta(indev eq "va")<< ...|
        E: ... meta(>>indev<< eq va)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority ge 4)' classid 1:7
        E: meta: invalid operand|
        E: ... >>meta(priority ge 4)<< ...|
        E: ... meta(priority >>ge<< 4)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority)' classid 1:7
        E: meta: missing operand|
        E: ... >>meta(priority)<< ...|
        E: ... meta(>>priority<<)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority eq)' classid 1:7
        E: meta: missing rvalue|
        E: ... >>meta(priority eq)<< ...|
        E: ... meta(>>priority<< eq)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority eq 4 5)' classid 1:7
        E: meta: unexpected trailer|
        E: ... >>meta(priority eq 4 5)<< ...|
        E: ... meta(priority eq 4 >>5<<)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority shift)' classid 1:7
        E: meta: missing argument|
        E: ... >>meta(priority shift)<< ...|
        E: ... meta(priority >>shift<<)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority shift zz eq 4)' classid 1:7
        E: meta: invalid shift, must be numeric|
        E: ... >>meta(priority shift zz eq 4)<< ...|
        E: ... meta(priority shift >>zz<< eq 4)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority mask)' classid 1:7
        E: meta: missing argument|
        E: ... >>meta(priority mask)<< ...|
        E: ... meta(priority >>mask<<)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority mask zz eq 4)' classid 1:7
        E: meta: invalid mask, must be numeric|
        E: ... >>meta(priority mask zz eq 4)<< ...|
        E: ... meta(priority mask >>zz<< eq 4)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority eq -1)' classid 1:7
        E: meta: unknown meta id|
        E: |
        E: ... >>meta(priority eq -1)<< ...|
        E: ... meta(priority eq >>-1<<)...|
        E: Usage: meta(OBJECT { eq | lt | gt } OBJECT)|
        E: where: OBJECT  := { META_ID | VALUE }|
        E:        META_ID := id [ shift SHIFT ] [ mask MASK ]|
        E: |
        E: Example: meta(nf_mark gt 24)|
        E:          meta(indev shift 1 eq "ppp")|
        E:          meta(tcindex mask 0xf0 eq 0xf0)|
        E: |
        E: For a list of meta identifiers, use meta(list).|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(list)' classid 1:7
        E: --------------------------------------------------------|
        E:   ID               Type       Description|
        E: --------------------------------------------------------|
        E: Generic:|
        E:   random           INT        Random value (32 bit)|
        E:   loadavg_1        INT        Load average in last minute|
        E:   loadavg_5        INT        Load average in last 5 minutes|
        E:   loadavg_15       INT        Load average in last 15 minutes|
        E: |
        E: Interfaces:|
        E:   dev              INT,VAR    Device the packet is on|
        E: |
        E: Packet attributes:|
        E:   priority         INT        Priority of packet|
        E:   protocol         INT        Link layer protocol|
        E:   pkt_type         INT        Packet type (uni|multi|broad|...)cast|
        E:   pkt_len          INT        Length of packet|
        E:   data_len         INT        Length of data in packet|
        E:   mac_len          INT        Length of link layer header|
        E: |
        E: Netfilter:|
        E:   nf_mark          INT        Netfilter mark|
        E:   fwmark           INT        Alias for nf_mark|
        E: |
        E: Traffic Control:|
        E:   tc_index         INT        TC Index|
        E: |
        E: Routing:|
        E:   rt_classid       INT        Routing ClassID (cls_route)|
        E:   rt_iif           INT        Incoming interface index|
        E:   vlan             INT        Vlan tag|
        E: |
        E: Sockets:|
        E:   sk_family        INT        Address family|
        E:   sk_state         INT        State|
        E:   sk_reuse         INT        Reuse Flag|
        E:   sk_bind_if       INT,VAR    Bound interface|
        E:   sk_refcnt        INT        Reference counter|
        E:   sk_shutdown      INT        Shutdown mask|
        E:   sk_proto         INT        Protocol|
        E:   sk_type          INT        Type|
        E:   sk_rcvbuf        INT        Receive buffer size|
        E:   sk_rmem          INT        RMEM|
        E:   sk_wmem          INT        WMEM|
        E:   sk_omem          INT        OMEM|
        E:   sk_wmem_queue    INT        WMEM queue|
        E:   sk_snd_queue     INT        Send queue length|
        E:   sk_rcv_queue     INT        Receive queue length|
        E:   sk_err_queue     INT        Error queue length|
        E:   sk_fwd_alloc     INT        Forward allocations|
        E:   sk_sndbuf        INT        Send buffer size|
        E: --------------------------------------------------------|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority eq "va")' classid 1:7
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta("va" eq 5)' classid 1:7
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(dev shift 1 eq "v")' classid 1:7
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta("" eq dev)' classid 1:7
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8)' classid 1:7
        E: cmp: offset and value required|
        E: ... >>cmp(u8)<< ...|
        E: ... cmp(u8)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u9 at 0 eq 4)' classid 1:7
        E: cmp: invalid alignment|
        E: ... >>cmp(u9 at 0 eq 4)<< ...|
        E: ... cmp(>>u9<< at 0 eq 4)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at)' classid 1:7
        E: cmp: missing argument|
        E: ... >>cmp(u8 at)<< ...|
        E: ... cmp(u8 >>at<<)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at zz eq 4)' classid 1:7
        E: cmp: invalid offset, must be numeric|
        E: ... >>cmp(u8 at zz eq 4)<< ...|
        E: ... cmp(u8 at >>zz<< eq 4)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq)' classid 1:7
        E: cmp: missing argument|
        E: ... >>cmp(u8 at 0 eq)<< ...|
        E: ... cmp(u8 at 0 >>eq<<)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq zz)' classid 1:7
        E: cmp: invalid value|
        E: ... >>cmp(u8 at 0 eq zz)<< ...|
        E: ... cmp(u8 at 0 eq >>zz<<)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 layer 3 eq 4)' classid 1:7
        E: cmp: illegal layer, must be in 0..2|
        E: ... >>cmp(u8 at 0 layer 3 eq 4)<< ...|
        E: ... cmp(u8 at 0 layer >>3<< eq 4)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 layer zz eq 4)' classid 1:7
        E: cmp: invalid layer|
        E: ... >>cmp(u8 at 0 layer zz eq 4)<< ...|
        E: ... cmp(u8 at 0 layer >>zz<< eq 4)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 mask zz eq 4)' classid 1:7
        E: cmp: invalid mask|
        E: ... >>cmp(u8 at 0 mask zz eq 4)<< ...|
        E: ... cmp(u8 at 0 mask >>zz<< eq 4)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 bla eq 4)' classid 1:7
        E: nbyte: unknown parameter|
        E: ... >>cmp(u8 at 0 bla eq 4)<< ...|
        E: ... cmp(u8 at 0 >>bla<< eq 4)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at -1 eq 4)' classid 1:7
        E: cmp: invalid offset, must be numeric|
        E: ... >>cmp(u8 at -1 eq 4)<< ...|
        E: ... cmp(u8 at >>-1<< eq 4)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq 4) cmp(u8 at 0 eq 4)' classid 1:7
        E: What is "cmp(u8 at 0 eq 4) cmp(u8 at 0 eq 4)"?|
        E: Usage: ... basic [ match EMATCH_TREE ]|
        E:                  [ action ACTION_SPEC ] [ classid CLASSID ]|
        E: |
        E: Where:	SELECTOR := SAMPLE SAMPLE ...|
        E: 	FILTERID := X:Y:Z|
        E: 	ACTION_SPEC := ... look at individual actions|
        E: |
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq 4) or (cmp(u8 at 1 eq zz) and meta(nosuch eq 1)) and bla(x)' classid 1:7
        E: Unknown ematch "bla"|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq 4)'
        E: What is "cmp(u8 at 0 eq 4)"?|
        E: Usage: ... basic [ match EMATCH_TREE ]|
        E:                  [ action ACTION_SPEC ] [ classid CLASSID ]|
        E: |
        E: Where:	SELECTOR := SAMPLE SAMPLE ...|
        E: 	FILTERID := X:Y:Z|
        E: 	ACTION_SPEC := ... look at individual actions|
        E: |
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        """";
}
