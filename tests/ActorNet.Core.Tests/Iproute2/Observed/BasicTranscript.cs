namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: basic and its expressions, as they are printed.</summary>
internal static class BasicTranscript
{
    public const string Text =
        """"
        $ ip link add ifb0 type ifb
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u16 at 12 layer 0 mask 0xffff eq 0x0800) and meta(nf_mark gt 3)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u32 at 12 layer network trans lt 0x0a000001)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq 4 gt 7)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 70000 eq 4294967295)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u16 17 0xff at nexthdr+2)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u16 17 0xff at nexthdr+ 2)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u32 17 0xff at -4)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte(abc at 4 layer transport)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("a\001\x41\\b c" at 4)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'NOT cmp(u8 at 0 eq 1) OR meta(priority shift 4 mask 0xf gt 2)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'not (cmp(u8 at 0 eq 1) or not cmp(u8 at 1 eq 2)) and (cmp(u8 at 2 gt 3) and (meta(random mask 1 eq 0) or meta("va" eq dev)))' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match '(cmp(u8 at 0 eq 1)) or (cmp(u8 at 0 eq 2)) and cmp(u8 at 0 eq 3)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(0 eq 1)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(1 eq priority mask 0)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority eq 0xffffffff)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(priority eq 4294967296)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta("a\001" eq dev)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta(fwmark eq 010)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0x10 eq 12abc)' classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match cmp\( u8 at 0 eq 4 \) and cmp\( u8 at 1 eq 5 \) classid 1:7
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq 4)' match 'cmp(u8 at 0 eq 5)' classid 1:8
        $ tc filter show dev ifb0 egress
        filter protocol ip pref 1 basic chain 0 |
        filter protocol ip pref 1 basic chain 0 handle 0x15 flowid 1:8 |
          cmp(u8 at 0 layer 1 eq 5)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x14 flowid 1:7 |
          cmp(u8 at 0 layer 1 eq 4)|
          AND cmp(u8 at 1 layer 1 eq 5)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x13 flowid 1:7 |
          cmp(u8 at 16 layer 1 eq 12)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x12 flowid 1:7 |
          meta(nf_mark eq 8)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x11 flowid 1:7 |
          meta(61 01 "a." eq dev)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x10 flowid 1:7 |
          meta(priority eq 0)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0xf flowid 1:7 |
          meta(priority eq -1)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0xe flowid 1:7 |
          meta(1 eq priority)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0xd flowid 1:7 |
          meta(0 eq 1)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0xc flowid 1:7 |
          (|
            cmp(u8 at 0 layer 1 eq 1)|
          ) OR (|
            cmp(u8 at 0 layer 1 eq 2)|
          ) AND cmp(u8 at 0 layer 1 eq 3)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0xb flowid 1:7 |
          NOT (|
            cmp(u8 at 0 layer 1 eq 1)|
            OR NOT cmp(u8 at 1 layer 1 eq 2)|
          ) AND (|
            cmp(u8 at 2 layer 1 gt 3)|
            AND (|
              meta(random mask 0x00000001 eq 0)|
              OR meta(va eq dev)|
            )   ) |
        filter protocol ip pref 1 basic chain 0 handle 0xa flowid 1:7 |
          NOT cmp(u8 at 0 layer 1 eq 1)|
          OR meta(priority shift 4 mask 0x0000000f gt 2)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x9 flowid 1:7 |
          nbyte(61 01 41 5c 62 20 63 "a.A\b c" at 4 layer 1)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x8 flowid 1:7 |
          nbyte(61 62 63 "abc" at 4 layer 2)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x7 flowid 1:7 |
          u32(00000011/000000ff at -4)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x6 flowid 1:7 |
          u32(00000011/000000ff at 0)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x5 flowid 1:7 |
          u32(00000011/000000ff at nexthdr+0)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x4 flowid 1:7 |
          cmp(u8 at 4464 layer 1 eq -1)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x3 flowid 1:7 |
          cmp(u8 at 0 layer 1 gt 7)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x2 flowid 1:7 |
          cmp(u32 at 12 layer 1 trans lt 167772161)|
        |
        filter protocol ip pref 1 basic chain 0 handle 0x1 flowid 1:7 |
          cmp(u16 at 12 layer 0 mask 0xffff eq 2048)|
          AND meta(nf_mark gt 3)|
        |
        $ tc -j filter show dev ifb0 egress
        [{"protocol":"ip","pref":1,"kind":"basic","chain":0},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"15","flowid":"1:8"|
          cmp(u8 at 0 layer 1 eq 5)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"14","flowid":"1:7"|
          cmp(u8 at 0 layer 1 eq 4)|
          AND cmp(u8 at 1 layer 1 eq 5)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"13","flowid":"1:7"|
          cmp(u8 at 16 layer 1 eq 12)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"12","flowid":"1:7"|
          meta(nf_mark eq 8)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"11","flowid":"1:7"|
          meta(61 01 "a." eq dev)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"10","flowid":"1:7"|
          meta(priority eq 0)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"f","flowid":"1:7"|
          meta(priority eq -1)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"e","flowid":"1:7"|
          meta(1 eq priority)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"d","flowid":"1:7"|
          meta(0 eq 1)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"c","flowid":"1:7"|
          (|
            cmp(u8 at 0 layer 1 eq 1)|
          ) OR (|
            cmp(u8 at 0 layer 1 eq 2)|
          ) AND cmp(u8 at 0 layer 1 eq 3)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"b","flowid":"1:7"|
          NOT (|
            cmp(u8 at 0 layer 1 eq 1)|
            OR NOT cmp(u8 at 1 layer 1 eq 2)|
          ) AND (|
            cmp(u8 at 2 layer 1 gt 3)|
            AND (|
              meta(random mask 0x00000001 eq 0)|
              OR meta(va eq dev)|
            )   ) }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"a","flowid":"1:7"|
          NOT cmp(u8 at 0 layer 1 eq 1)|
          OR meta(priority shift 4 mask 0x0000000f gt 2)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"9","flowid":"1:7"|
          nbyte(61 01 41 5c 62 20 63 "a.A\b c" at 4 layer 1)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"8","flowid":"1:7"|
          nbyte(61 62 63 "abc" at 4 layer 2)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"7","flowid":"1:7"|
          u32(00000011/000000ff at -4)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"6","flowid":"1:7"|
          u32(00000011/000000ff at 0)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"5","flowid":"1:7"|
          u32(00000011/000000ff at nexthdr+0)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"4","flowid":"1:7"|
          cmp(u8 at 4464 layer 1 eq -1)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"3","flowid":"1:7"|
          cmp(u8 at 0 layer 1 gt 7)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"2","flowid":"1:7"|
          cmp(u32 at 12 layer 1 trans lt 167772161)|
        }},{"protocol":"ip","pref":1,"kind":"basic","chain":0,"options":{"handle":"1","flowid":"1:7"|
          cmp(u16 at 12 layer 0 mask 0xffff eq 2048)|
          AND meta(nf_mark gt 3)|
        }}]|
        $ tc filter change dev ifb0 egress protocol ip prio 1 handle 2 basic classid 1:a
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 2 basic
        filter egress protocol ip pref 1 basic chain 0 handle 0x2 flowid 1:a |
        $ tc filter get dev ifb0 egress protocol ip prio 1 handle 1 basic
        filter egress protocol ip pref 1 basic chain 0 handle 0x1 flowid 1:7 |
          cmp(u16 at 12 layer 0 mask 0xffff eq 2048)|
          AND meta(nf_mark gt 3)|
        |
        """";
}
