using System.Diagnostics;
using System.Globalization;
using ActorNet.TestKit;

namespace ActorNet.Benchmarks;

/// <summary>
/// How long a virtual hour takes: 20 hosts at four switches in a row, each sending 50 datagrams a second to the next one, so 1,000 frames a second enter the lab; what each host sends is
/// redirected through the IFB of its switch. The bound is 60 s.
/// </summary>
internal static class SimulatedHour
{
    private const int Switches = 4;
    private const int HostsPerSwitch = 5;
    private const int Hosts = Switches * HostsPerSwitch;
    private const int DatagramsPerSecond = 50;
    private const int Payload = 200;

    /// <summary>Runs and prints it.</summary>
    /// <param name="virtualTime">How long the lab runs.</param>
    /// <param name="traced">With every frame followed.</param>
    public static void Run(TimeSpan virtualTime, bool traced)
    {
        using var lab = Lab.Build(Build, new LabOptions { Trace = traced });
        var rate = (DatagramsPerSecond * Payload * 8).ToString(CultureInfo.InvariantCulture) + "bit";
        var watch = Stopwatch.StartNew();
        var flows = Enumerable.Range(0, Hosts).Select(n => Host(lab, n).StartUdp(Host(lab, n + 1), rate, virtualTime, Payload)).ToList();
        lab.Advance(virtualTime + 1.Seconds());
        watch.Stop();
        var sent = flows.Sum(f => f.Sending.Wait().Datagrams);
        var received = flows.Sum(f => f.Received.Datagrams);
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{virtualTime} of {Hosts} hosts: {sent} datagrams sent, {received} received, {seconds:0.0} s: {virtualTime.TotalSeconds / seconds:0} times real time, {seconds * 1e6 / sent:0.00} us a datagram"));
    }

    private static LabHost Host(Lab lab, int number) => lab.Host("host" + (number % Hosts).ToString(CultureInfo.InvariantCulture));

    private static void Build(TopologyBuilder topology)
    {
        for (var n = 0; n < Hosts; n++) topology.Host(Name("host", n), string.Create(CultureInfo.InvariantCulture, $"10.0.0.{n + 1}/24"));
        for (var box = 0; box < Switches; box++)
        {
            List<string> ports = [.. Enumerable.Range(box * HostsPerSwitch, HostsPerSwitch).Select(n => Name("host", n))];
            topology.Box(Name("box", box), b => b.Port([.. ports]).Setup([.. Setup(ports, hasLeft: box > 0, hasRight: box < Switches - 1)]));
        }

        for (var box = 1; box < Switches; box++) topology.Link(Name("box", box - 1) + ":right", Name("box", box) + ":left", "delay 1ms");
    }

    private static IEnumerable<string> Setup(List<string> ports, bool hasLeft, bool hasRight)
    {
        yield return "ip link add br0 type bridge\nip link set br0 up\nip link add ifb0 type ifb\nip link set ifb0 up\ntc qdisc add dev ifb0 root tbf rate 100mbit burst 64kb latency 50ms";
        if (hasLeft) yield return "ip link set left master br0";
        if (hasRight) yield return "ip link set right master br0";
        foreach (var port in ports) yield return $"ip link set {port} master br0\ntc qdisc add dev {port} clsact\ntc filter add dev {port} ingress matchall action mirred egress redirect dev ifb0";
    }

    private static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);
}
