namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: expressions that are written wrong.</summary>
internal static class EmatchSyntaxTranscript
{
    public const string Text =
        """"
        $ ip link add ifb0 type ifb
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'u32()' classid 1:7
        E: Parse error: syntax error|
        E: ... >>u32()<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("a\400b" at 4)' classid 1:7
        E: error: octal escape sequence out of range|
        E: Parse error: syntax error|
        E: ... >>nbyte("a\400b" at 4)<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'nbyte("a\9b" at 4)' classid 1:7
        E: error: invalid octale escape sequence|
        E: Parse error: syntax error|
        E: ... >>nbyte("a\9b" at 4)<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'meta()' classid 1:7
        E: Parse error: syntax error|
        E: ... >>meta()<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'bla(x)' classid 1:7
        E: Unknown ematch "bla"|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'bla' classid 1:7
        E: Parse error: syntax error|
        E: ... bla >>classid<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match '(cmp(u8 at 0 eq 4)' classid 1:7
        E: Parse error: syntax error|
        E: ... (cmp(u8 at 0 eq 4) >>classid<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq 4) and' classid 1:7
        E: Parse error: syntax error|
        E: ... cmp(u8 at 0 eq 4) and classid >>1:7<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'and cmp(u8 at 0 eq 4)' classid 1:7
        E: Parse error: syntax error|
        E: ... >>and cmp(u8 at 0 eq 4)<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'not not cmp(u8 at 0 eq 4)' classid 1:7
        E: Parse error: syntax error|
        E: ... >>not not cmp(u8 at 0 eq 4)<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match '()' classid 1:7
        E: Parse error: syntax error|
        E: ... >>()<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match '' classid 1:7
        E: Parse error: syntax error|
        E: ...  classid >>1:7<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match 'cmp(u8 at 0 eq 4' classid 1:7
        E: Parse error: syntax error|
        E: ... cmp(u8 at 0 eq 4 classid >>1:7<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match '(meta(nosuch eq 1)) and cmp(u8 at 0 eq zz)' classid 1:7
        E: cmp: invalid value|
        E: ... >>(meta(nosuch eq 1)) and cmp(u8 at 0 eq zz)<< ...|
        E: ... cmp(u8 at 0 eq >>zz<<)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match classid 1:7
        E: Parse error: syntax error|
        E: ... classid >>1:7<< ...|
        E: Usage: EXPR|
        E: where: EXPR  := TERM [ { and | or } EXPR ]|
        E:        TERM  := [ not ] { MATCH | '(' EXPR ')' }|
        E:        MATCH := module '(' ARGS ')'|
        E:        ARGS := ARG1 ARG2 ...|
        E: |
        E: Example: a(x y) and not (b(x) or c(x y z))|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match cmp\( u8 at 0 eq 4 \) and cmp\( u8 at 1 eq zz \) classid 1:7
        E: cmp: invalid value|
        E: ... cmp( u8 at 0 eq 4 ) and cmp( u8 at 1 eq zz >>)<< ...|
        E: ... cmp(u8 at 1 eq >>zz<<)...|
        E: Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)|
        E: where: ALIGN  := { u8 | u16 | u32 }|
        E:        ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]|
        E:        LAYER  := { link | network | transport | 0..2 }|
        E: |
        E: Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)|
        E: Illegal "ematch"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic match cmp\( u8 at 0 eq 4 \) bogus
        E: What is "bogus"?|
        E: Usage: ... basic [ match EMATCH_TREE ]|
        E:                  [ action ACTION_SPEC ] [ classid CLASSID ]|
        E: |
        E: Where:	SELECTOR := SAMPLE SAMPLE ...|
        E: 	FILTERID := X:Y:Z|
        E: 	ACTION_SPEC := ... look at individual actions|
        E: |
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic bla
        E: What is "bla"?|
        E: Usage: ... basic [ match EMATCH_TREE ]|
        E:                  [ action ACTION_SPEC ] [ classid CLASSID ]|
        E: |
        E: Where:	SELECTOR := SAMPLE SAMPLE ...|
        E: 	FILTERID := X:Y:Z|
        E: 	ACTION_SPEC := ... look at individual actions|
        E: |
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic help
        E: Usage: ... basic [ match EMATCH_TREE ]|
        E:                  [ action ACTION_SPEC ] [ classid CLASSID ]|
        E: |
        E: Where:	SELECTOR := SAMPLE SAMPLE ...|
        E: 	FILTERID := X:Y:Z|
        E: 	ACTION_SPEC := ... look at individual actions|
        E: |
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic classid zz
        E: Illegal "classid"|
        = 1
        $ tc filter add dev ifb0 egress protocol ip prio 1 basic classid 1:9 skip_hw
        E: What is "skip_hw"?|
        E: Usage: ... basic [ match EMATCH_TREE ]|
        E:                  [ action ACTION_SPEC ] [ classid CLASSID ]|
        E: |
        E: Where:	SELECTOR := SAMPLE SAMPLE ...|
        E: 	FILTERID := X:Y:Z|
        E: 	ACTION_SPEC := ... look at individual actions|
        E: |
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter show dev ifb0 egress
        """";
}
