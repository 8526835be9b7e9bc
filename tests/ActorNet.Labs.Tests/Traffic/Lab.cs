using ActorNet.Labs.Traffic;
using ActorNet.Topology;

namespace ActorNet.Labs.Tests.Traffic;

/// <summary>Small topologies with traffic.</summary>
internal static class Lab
{
    /// <summary>Two hosts at a bridge, what alice sends redirected to a shaper.</summary>
    public const string Shaped =
        """
        seed = 1
        hosts { alice { address = ["10.0.0.1/24", "fd00::1/64"] }, bob { address = ["10.0.0.2/24", "fd00::2/64"] } }
        boxes { lab { ports = [alice, bob], setup = [
          "ip link add br0 type bridge", "ip link set alice master br0", "ip link set bob master br0", "ip link set br0 up", "ip link add ifb0 type ifb", "ip link set ifb0 up"
          "tc qdisc add dev alice clsact", "tc filter add dev alice ingress matchall action mirred egress redirect dev ifb0"
          "tc qdisc add dev ifb0 root tbf rate 10mbit burst 16kb latency 50ms"
        ] } }

        """;

    /// <summary>Two boxes and a link of 10 ms a way.</summary>
    public const string Line =
        """
        seed = 1
        hosts { alice { address = ["10.0.0.1/24", "fd00::1/64"] }, bob { address = ["10.0.0.2/24", "fd00::2/64"] } }
        boxes {
          left { ports = [alice], setup = "ip link add br0 type bridge\nip link set alice master br0\nip link set x master br0\nip link set br0 up" }
          right { ports = [bob], setup = "ip link add br0 type bridge\nip link set bob master br0\nip link set x master br0\nip link set br0 up" }
        }
        links = [ { a = "left:x", b = "right:x", both { delay = 10ms } } ]

        """;

    public static TopologyModel Load(string text, IEnumerable<string> traffic, IEnumerable<string> expect) =>
        TopologyLoader.LoadText($"{text}\ntraffic = [ {Quoted(traffic)} ]\nexpect = [ {Quoted(expect)} ]\n", "traffic.conf").OrThrow();

    public static TrafficReport Run(string text, string[] traffic, string[]? expect = null, TrafficRunOptions? options = null)
    {
        using var lab = SimulatedLab.Start(Load(text, traffic, expect ?? []));
        return TrafficRun.Run(lab, options);
    }

    private static string Quoted(IEnumerable<string> lines) => string.Join(", ", lines.Select(l => $"\"{l}\""));
}
