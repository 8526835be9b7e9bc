namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: the options of netem, as text and as JSON.</summary>
internal static class NetemTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc add dev ifb0 root handle 1: netem
        $ tc qdisc show dev ifb0
        qdisc netem 1: root refcnt 2 limit 1000|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc replace dev ifb0 root netem limit 5
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 5|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":5,"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 10ms
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0,"correlation":0},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 10ms 2ms
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms  2ms|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0.002,"correlation":0},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 10ms 2ms 25%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms  2ms 25%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0.002,"correlation":0.25},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 10ms 2ms 25% distribution normal
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms  2ms 25%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0.002,"correlation":0.25},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 10ms 2ms distribution pareto
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms  2ms 25%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0.002,"correlation":0.25},"ecn":false,"gap":0}}]|
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms  2ms 25%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0.002,"correlation":0.25},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 1500us 0.5ms 0.5%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 1.5ms  499us 0.5%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.001499,"jitter":0.000499,"correlation":0.005},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 100
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 99us|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":9.9e-05,"jitter":0,"correlation":0.005},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 100ns
        E: Illegal "latency"|
        = 1
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 99us|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":9.9e-05,"jitter":0,"correlation":0.005},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 1.5
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 0us|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0,"jitter":0,"correlation":0.005},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss 1%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 1%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":0.01,"correlation":0},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem drop 1% 25%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 1% 25%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":0.01,"correlation":0.25},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss random 0.1% 50%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 0.1% 50%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":0.001,"correlation":0.5},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss state 1%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss state p13 1% p31 99% p32 0% p23 100% p14 0%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-state":{"p13":0.01,"p31":0.99,"p32":0,"p23":1,"p14":0},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss state 1% 50% 10% 90% 2%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss state p13 1% p31 50% p32 10% p23 90% p14 2%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-state":{"p13":0.01,"p31":0.5,"p32":0.1,"p23":0.9,"p14":0.02},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss gemodel 1%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss gemodel p 1% r 99% 1-h 100% 1-k 0%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-gemodel":{"p":0.01,"r":0.99,"1-h":1,"1-k":0},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss gemodel 1% 10% 70% 0.1%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss gemodel p 1% r 10% 1-h 70% 1-k 0.1%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-gemodel":{"p":0.01,"r":0.1,"1-h":0.7,"1-k":0.001},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss gemodel 1% 10%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss gemodel p 1% r 10% 1-h 100% 1-k 0%|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-gemodel":{"p":0.01,"r":0.1,"1-h":1,"1-k":0},"ecn":false,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss 1% ecn
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 1% 50% ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":0.01,"correlation":0.5},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem duplicate 1%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 duplicate 1% ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"duplicate":{"duplicate":0.01,"correlation":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem duplicate 1% 20%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 duplicate 1% ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"duplicate":{"duplicate":0.01,"correlation":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem corrupt 0.1%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 corrupt 0.1% ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"corrupt":{"corrupt":0.001,"correlation":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem corrupt 0.1% 7%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 corrupt 0.1% 7% ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"corrupt":{"corrupt":0.001,"correlation":0.07},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 10ms reorder 25% 50%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms reorder 25% 50% corrupt 0.1% 7% ecn  gap 1|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0,"correlation":0},"reorder":{"reorder":0.25,"correlation":0.5},"corrupt":{"corrupt":0.001,"correlation":0.07},"ecn":true,"gap":1}}]|
        $ tc qdisc replace dev ifb0 root netem delay 10ms reorder 25% gap 5
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms reorder 25% corrupt 0.1% 7% ecn  gap 5|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0,"correlation":0},"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"ecn":true,"gap":5}}]|
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 10ms reorder 25% corrupt 0.1% 7% ecn  gap 5|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.01,"jitter":0,"correlation":0},"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"ecn":true,"gap":5}}]|
        $ tc qdisc replace dev ifb0 root netem rate 1mbit
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 1Mbit ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":125000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem rate 1mbit 20
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 1Mbit packetoverhead 20 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":125000,"packetoverhead":20,"cellsize":0,"celloverhead":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem rate 1mbit 20 48 5
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 1Mbit packetoverhead 20 cellsize 48 celloverhead 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":125000,"packetoverhead":20,"cellsize":48,"celloverhead":5},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem rate 1mbit -20 48 -5
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 1Mbit packetoverhead -20 cellsize 48 celloverhead -5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":125000,"packetoverhead":-20,"cellsize":48,"celloverhead":-5},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem rate 40gbit
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 40Gbit ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":5000000000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem slot 10ms
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 40Gbit slot 10ms 10ms ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":5000000000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"min-delay":0.01,"max-delay":0.01,"packets":0,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem slot 10ms 20ms
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 40Gbit slot 10ms 20ms ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":5000000000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"min-delay":0.01,"max-delay":0.02,"packets":0,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem slot 10ms 20ms packets 5 bytes 1000
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 40Gbit slot 10ms 20ms packets 5 bytes 1000 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":5000000000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"min-delay":0.01,"max-delay":0.02,"packets":5,"bytes":1000},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem slot distribution pareto 10ms 5ms packets 5
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 40Gbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":5000000000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 40Gbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":5000000000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 25% corrupt 0.1% 7% rate 40Gbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.25,"correlation":0},"corrupt":{"corrupt":0.001,"correlation":0.07},"rate":{"rate":5000000000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem limit 10 delay 1ms 1ms 1% loss 2% 3% duplicate 4% 5% corrupt 6% 7% reorder 8% 9% rate 10mbit ecn
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 10 delay 1ms  1ms 1% loss 2% 3% duplicate 4% 5% reorder 8% 9% corrupt 6% 7% rate 10Mbit slot distribution 10ms 5ms packets 5 ecn  gap 1|
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":10,"delay":{"delay":0.001,"jitter":0.001,"correlation":0.01},"loss-random":{"loss":0.02,"correlation":0.03},"duplicate":{"duplicate":0.04,"correlation":0.05},"reorder":{"reorder":0.08,"correlation":0.09},"corrupt":{"corrupt":0.06,"correlation":0.07},"rate":{"rate":1250000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":1}}]|
        $ tc qdisc replace dev ifb0 root netem loss 0.0001%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 0.000100001% 3% reorder 8% 9% corrupt 6% 7% rate 10Mbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":1.00001e-06,"correlation":0.03},"reorder":{"reorder":0.08,"correlation":0.09},"corrupt":{"corrupt":0.06,"correlation":0.07},"rate":{"rate":1250000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss 33.333%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 33.333% 3% reorder 8% 9% corrupt 6% 7% rate 10Mbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":0.33333,"correlation":0.03},"reorder":{"reorder":0.08,"correlation":0.09},"corrupt":{"corrupt":0.06,"correlation":0.07},"rate":{"rate":1250000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss 100%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 100% 3% reorder 8% 9% corrupt 6% 7% rate 10Mbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":1,"correlation":0.03},"reorder":{"reorder":0.08,"correlation":0.09},"corrupt":{"corrupt":0.06,"correlation":0.07},"rate":{"rate":1250000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss 0.5
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 0.5% 3% reorder 8% 9% corrupt 6% 7% rate 10Mbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"loss-random":{"loss":0.005,"correlation":0.03},"reorder":{"reorder":0.08,"correlation":0.09},"corrupt":{"corrupt":0.06,"correlation":0.07},"rate":{"rate":1250000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem loss 0%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 8% 9% corrupt 6% 7% rate 10Mbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.08,"correlation":0.09},"corrupt":{"corrupt":0.06,"correlation":0.07},"rate":{"rate":1250000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        $ tc qdisc replace dev ifb0 root netem delay 5000s
        E: Illegal 705032704 time (too large)|
        E: Illegal "latency"|
        = 1
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 reorder 8% 9% corrupt 6% 7% rate 10Mbit slot distribution 10ms 5ms packets 5 ecn |
        $ tc -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"reorder":{"reorder":0.08,"correlation":0.09},"corrupt":{"corrupt":0.06,"correlation":0.07},"rate":{"rate":1250000,"packetoverhead":0,"cellsize":0,"celloverhead":0},"slot":{"distribution":0.01,"jitter":0.005,"packets":5,"bytes":0},"ecn":true,"gap":0}}]|
        """;
}
