using System.Globalization;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;

namespace ActorNet.Core.Tests.Sched;

/// <summary>One sink device "va" that is up, lines of tc carried out as users give them, frames into it, and time.</summary>
internal sealed class ShapeBench : IDisposable
{
    private readonly Iproute2Session _session;

    public ShapeBench(int txQueues = 1, KernelProfile? kernel = null)
    {
        Namespace = Lab.AddNamespace("a", kernel);
        Device = new SinkDevice("va", txQueues);
        Namespace.Register(Device);
        Namespace.OpenDevice(Device);
        _session = new Iproute2Session(Lab.Lab);
        Started = Lab.Now.Nanoseconds;
    }

    public TestLab Lab { get; } = new();

    public NetNamespace Namespace { get; }

    public SinkDevice Device { get; }

    public Qdisc Root => Device.RootQdisc;

    public long Started { get; }

    /// <summary>When frames left, in milliseconds since the start.</summary>
    public IEnumerable<double> Departures => Device.Sent.Select(s => (s.At - Started) / 1e6);

    /// <summary>Gives lines that must succeed; what they print.</summary>
    public string Tc(params string[] lines) => string.Concat(lines.Select(Ok));

    /// <summary>Gives a line that must fail; what it says.</summary>
    public string Refused(string line)
    {
        var result = _session.Execute("a", CommandLine.Split("tc " + line));
        result.ExitCode.ShouldNotBe(0, line);
        return result.Error.TrimEnd('\n');
    }

    /// <summary>Gives a line that succeeds with a warning; the warning.</summary>
    public string Warned(string line)
    {
        var result = _session.Execute("a", CommandLine.Split("tc " + line));
        result.ExitCode.ShouldBe(0, result.Error);
        return result.Error.TrimEnd('\n');
    }

    /// <summary>Sends frames in one softirq's work each; answers how many the socket took.</summary>
    public int X(int count, int size, uint prio = 0, byte mark = 0)
    {
        var taken = 0;
        for (var i = 0; i < count; i++)
        {
            var skb = Lab.Frame(size, mark: mark);
            skb.Priority = prio;
            if (Lab.Inject(Device, skb) == Errno.None) taken++;
        }

        Lab.Run();
        return taken;
    }

    /// <summary>Sends one super-frame of UDP.</summary>
    public Errno SuperFrame(int payload, int segment, uint prio = 0)
    {
        var skb = new TestPacket { Udp = true, PayloadLength = payload, GsoSize = segment }.ToSkb(Lab.Pool);
        skb.Priority = prio;
        return Lab.Inject(Device, skb);
    }

    public void Advance(double milliseconds) => Lab.Advance((long)(milliseconds * 1e6));

    /// <summary>The qdisc with that handle.</summary>
    public Qdisc At(uint major) => QdiscTree.Find(Device, TcHandle.Make(major, 0)).ShouldNotBeNull();

    /// <summary>packets/bytes drops overlimits requeues backlog packets/bytes.</summary>
    public string Q(Qdisc? qdisc = null)
    {
        var q = qdisc ?? Root;
        var s = q.TotalStats;
        return string.Create(CultureInfo.InvariantCulture, $"{s.Packets}/{s.Bytes} drops {s.Drops} over {s.Overlimits} req {s.Requeues} backlog {q.QLen}/{q.Backlog}");
    }

    /// <summary>What <c>tc -s class show</c> says of a class, in one line.</summary>
    public string Class(string id)
    {
        var text = Tc("-s class show dev va classid " + id);
        return string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }

    public void Dispose() => Lab.Dispose();

    private string Ok(string line)
    {
        var result = _session.Execute("a", CommandLine.Split("tc " + line));
        result.ExitCode.ShouldBe(0, $"{line}: {result.Error}");
        return result.Output;
    }
}
