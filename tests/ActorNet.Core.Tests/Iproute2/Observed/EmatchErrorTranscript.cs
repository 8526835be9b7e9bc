namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: tests of the frame that are written wrong.</summary>
internal static class EmatchErrorTranscript
{
    public const string Text =
        """"
        $ ip link add ifb0 type ifb
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u32 17 0xff at 3)' classid 1:7
        E: u32: invalid offset alignment, must be aligned to 4.|
        E: ... >>u32(u32 17 0xff at 3)<< ...|
        E: ... u32(u32 17 0xff at >>3<<)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 256 0xff at 4)' classid 1:7
        E: Illegal key (>0xFF)|
        E: ... >>u32(u8 256 0xff at 4)<< ...|
        E: ... u32(u8 256 0xff at >>4<<)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u16 1 65536 at 4)' classid 1:7
        E: Illegal mask (>0xFFFF)|
        E: ... >>u32(u16 1 65536 at 4)<< ...|
        E: ... u32(u16 1 65536 at >>4<<)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 zz 0xff at 4)' classid 1:7
        E: u32: invalid key, must be numeric|
        E: ... >>u32(u8 zz 0xff at 4)<< ...|
        E: ... u32(u8 >>zz<< 0xff at 4)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 5 zz at 4)' classid 1:7
        E: u32: invalid mask, must be numeric|
        E: ... >>u32(u8 5 zz at 4)<< ...|
        E: ... u32(u8 5 >>zz<< at 4)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 5 5 on 4)' classid 1:7
        E: u32: missing "at"|
        E: ... >>u32(u8 5 5 on 4)<< ...|
        E: ... u32(u8 5 5 >>on<< 4)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 5 5 at)' classid 1:7
        E: u32: missing offset|
        E: ... >>u32(u8 5 5 at)<< ...|
        E: ... u32(u8 5 5 at)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 5 5 at zz)' classid 1:7
        E: u32: invalid offset|
        E: ... >>u32(u8 5 5 at zz)<< ...|
        E: ... u32(u8 5 5 at >>zz<<)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 5 5 at 4 5)' classid 1:7
        E: u32: unexpected trailer|
        E: ... >>u32(u8 5 5 at 4 5)<< ...|
        E: ... u32(u8 5 5 at 4 >>5<<)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u9 5 5 at 4)' classid 1:7
        E: u32: invalid alignment|
        E: ... >>u32(u9 5 5 at 4)<< ...|
        E: ... u32(>>u9<< 5 5 at 4)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8)' classid 1:7
        E: u32: missing key|
        E: ... >>u32(u8)<< ...|
        E: ... u32(u8)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 5)' classid 1:7
        E: u32: missing mask|
        E: ... >>u32(u8 5)<< ...|
        E: ... u32(u8 5)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32(u8 5 5)' classid 1:7
        E: u32: missing "at"|
        E: ... >>u32(u8 5 5)<< ...|
        E: ... u32(u8 5 5)...|
        E: Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E: |
        E: Example: u32(u16 0x1122 0xffff at nexthdr+4)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("" at 4)' classid 1:7
        E: nbyte: needle length is 0|
        E: ... >>nbyte("" at 4)<< ...|
        E: ... nbyte(>><< at 4)...|
        E: Usage: nbyte(NEEDLE at OFFSET [layer LAYER])|
        E: where: NEEDLE := { string | "c-escape-sequence" }|
        E:        OFFSET := int|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: nbyte("ababa" at 12 layer 1)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("abc" at zz)' classid 1:7
        E: nbyte: invalid offset, must be numeric|
        E: ... >>nbyte("abc" at zz)<< ...|
        E: ... nbyte(abc at >>zz<<)...|
        E: Usage: nbyte(NEEDLE at OFFSET [layer LAYER])|
        E: where: NEEDLE := { string | "c-escape-sequence" }|
        E:        OFFSET := int|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: nbyte("ababa" at 12 layer 1)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("abc" at 3 layer 5)' classid 1:7
        E: nbyte: illegal layer, must be in 0..2|
        E: ... >>nbyte("abc" at 3 layer 5)<< ...|
        E: ... nbyte(abc at 3 layer >>5<<)...|
        E: Usage: nbyte(NEEDLE at OFFSET [layer LAYER])|
        E: where: NEEDLE := { string | "c-escape-sequence" }|
        E:        OFFSET := int|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: nbyte("ababa" at 12 layer 1)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("abc" at 3 layer zz)' classid 1:7
        E: nbyte: invalid layer|
        E: ... >>nbyte("abc" at 3 layer zz)<< ...|
        E: ... nbyte(abc at 3 layer >>zz<<)...|
        E: Usage: nbyte(NEEDLE at OFFSET [layer LAYER])|
        E: where: NEEDLE := { string | "c-escape-sequence" }|
        E:        OFFSET := int|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: nbyte("ababa" at 12 layer 1)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("abc" at 3 bla)' classid 1:7
        E: nbyte: unknown parameter|
        E: ... >>nbyte("abc" at 3 bla)<< ...|
        E: ... nbyte(abc at 3 >>bla<<)...|
        E: Usage: nbyte(NEEDLE at OFFSET [layer LAYER])|
        E: where: NEEDLE := { string | "c-escape-sequence" }|
        E:        OFFSET := int|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: nbyte("ababa" at 12 layer 1)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("abc" at)' classid 1:7
        E: nbyte: missing argument|
        E: ... >>nbyte("abc" at)<< ...|
        E: ... nbyte(abc >>at<<)...|
        E: Usage: nbyte(NEEDLE at OFFSET [layer LAYER])|
        E: where: NEEDLE := { string | "c-escape-sequence" }|
        E:        OFFSET := int|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: nbyte("ababa" at 12 layer 1)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("a\001b" at)' classid 1:7
        E: nbyte: missing argument|
        E: ... >>nbyte("a\001b" at)<< ...|
        E: ... nbyte(a.b >>at<<)...|
        E: Usage: nbyte(NEEDLE at OFFSET [layer LAYER])|
        E: where: NEEDLE := { string | "c-escape-sequence" }|
        E:        OFFSET := int|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: nbyte("ababa" at 12 layer 1)|
        E: Illegal "ematch"|
        = 1
        """";
}
