using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using Shouldly;

namespace ActorNet.Core.Tests.Harness;

/// <summary>
/// The topology of the rules' section G: va in namespace a, its other end vb and ifb0 in namespace b. Commands are lines of ip and tc; counters print as
/// <c>rx packets/bytes/dropped tx packets/bytes/dropped</c>, so that expectations read like the observations they come from.
/// </summary>
public sealed class ScenarioLab : IDisposable
{
    public const string MatchAll = "protocol all prio 10 u32 match u32 0 0 action mirred";

    private readonly TestLab _lab = new();
    private readonly Iproute2Session _session;

    public ScenarioLab(KernelProfile? kernel = null)
    {
        _lab.AddNamespace("a", kernel);
        _lab.AddNamespace("b", kernel);
        _session = new Iproute2Session(_lab.Lab);
        A("ip link add va address 02:00:00:00:00:01 type veth peer name vb address 02:00:00:00:00:02 netns b");
        A("ip link set va up");
        B("ip link set vb up", "ip link add ifb0 type ifb", "ip link set ifb0 up");
    }

    public TestLab Lab => _lab;

    public void A(params string[] lines) => Sh("a", lines);

    public void B(params string[] lines) => Sh("b", lines);

    /// <summary>Runs lines that must succeed.</summary>
    public void Sh(string ns, params string[] lines)
    {
        foreach (var line in lines)
        {
            var result = Execute(ns, line);
            result.ExitCode.ShouldBe(0, $"{line}: {result.Error}");
        }

        _lab.Run();
    }

    public CommandResult Execute(string ns, string line) => _session.Execute(ns, CommandLine.Split(line));

    public NetDevice Device(string ns, string name) => _lab.Lab.Find(ns)!.Get(name);

    /// <summary>The redirect of most scenarios: everything that reaches vb goes to ifb0.</summary>
    public void RedirectVbToIfb0() => B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {MatchAll} egress redirect dev ifb0");

    /// <summary>A second cable in namespace b.</summary>
    public void AddCableVc() => B("ip link add vc type veth peer name vd", "ip link set vc up", "ip link set vd up");

    /// <summary>va sends frames of a type nobody listens to; answers how many the socket was told were sent.</summary>
    public int X(int count, int size) => _lab.Inject(Device("a", "va"), count, size);

    public int X(string ns, string device, int count, int size) => _lab.Inject(Device(ns, device), count, size);

    /// <summary>One frame of 1514 bytes alone, then <paramref name="count"/> frames in one softirq's work.</summary>
    public void Burst(int count, int size)
    {
        X(1, 1514);
        var va = Device("a", "va");
        for (var i = 0; i < count; i++) va.SendFromSocket(_lab.Frame(size));
        _lab.Run();
    }

    public string S(string ns, string name)
    {
        var s = Device(ns, name).GetStats();
        return string.Create(CultureInfo.InvariantCulture, $"rx {s.RxPackets}/{s.RxBytes}/{s.RxDropped} tx {s.TxPackets}/{s.TxBytes}/{s.TxDropped}");
    }

    /// <summary>The root qdisc: packets/bytes drops overlimits requeues backlog.</summary>
    public string Q(string ns, string name) => Print(Device(ns, name).RootQdisc);

    /// <summary>The hook qdisc: packets/bytes drops.</summary>
    public string Hook(string ns, string name)
    {
        var s = Device(ns, name).HookQdisc!.Stats;
        return string.Create(CultureInfo.InvariantCulture, $"{s.Packets}/{s.Bytes} drops {s.Drops}");
    }

    /// <summary>All actions of a namespace: packets/bytes over overlimits, parted by semicolons.</summary>
    public string Act(string ns) => string.Join("; ", _lab.Lab.Find(ns)!.Actions.All.Select(Print));

    public MirredAction Mirred(string ns, uint index = 1) => (MirredAction)_lab.Lab.Find(ns)!.Actions.Find("mirred", index)!;

    public Sniffer Sniff(string ns, string name)
    {
        var sniffer = new Sniffer();
        Device(ns, name).AddTap(sniffer);
        return sniffer;
    }

    public void Dispose() => _lab.Dispose();

    private static string Print(Core.Sched.Qdisc q) => string.Create(CultureInfo.InvariantCulture,
        $"{q.Stats.Packets}/{q.Stats.Bytes} drops {q.Stats.Drops} over {q.Stats.Overlimits} req {q.Stats.Requeues} backlog {q.QLen}/{q.Backlog}");

    private static string Print(TcAction a) => string.Create(CultureInfo.InvariantCulture, $"{a.Stats.Packets}/{a.Stats.Bytes} over {a.Stats.Overlimits}");
}

/// <summary>What tcpdump would show: direction, length and the first payload byte of each frame.</summary>
public sealed class Sniffer : ITap
{
    public List<(bool Outgoing, int Length, byte Mark)> Frames { get; } = [];

    public int In => Frames.Count(f => !f.Outgoing);

    public int Out => Frames.Count(f => f.Outgoing);

    public void OnFrame(SkBuff skb, bool outgoing, Instant now)
    {
        var frame = skb.Frame;
        Frames.Add((outgoing, frame.Length, frame.Length > EthernetHeader.Size ? frame[EthernetHeader.Size] : (byte)0));
    }
}
