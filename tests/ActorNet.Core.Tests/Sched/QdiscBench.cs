using System.Globalization;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Harness;

namespace ActorNet.Core.Tests.Sched;

/// <summary>One sink device "va" that is up, tc lines for it, frames into it, and time.</summary>
internal sealed class QdiscBench : IDisposable
{
    public QdiscBench(int txQueues = 1)
    {
        Namespace = Lab.AddNamespace("a");
        Device = new SinkDevice("va", txQueues);
        Namespace.Register(Device);
        Namespace.OpenDevice(Device);
        Started = Lab.Now.Nanoseconds;
    }

    public TestLab Lab { get; } = new();

    public NetNamespace Namespace { get; }

    public SinkDevice Device { get; }

    public Qdisc Root => Device.RootQdisc;

    public long Started { get; }

    /// <summary>When frames left, in milliseconds since the start.</summary>
    public IEnumerable<double> Departures => Device.Sent.Select(s => (s.At - Started) / 1e6);

    public string Tc(params string[] lines) => string.Concat(lines.Select(line => TcRunner.Run(Namespace, line)));

    public string Refused(string line) => TcRunner.Refused(Namespace, line);

    public string Unreadable(string line) => TcRunner.Unreadable(Namespace, line);

    /// <summary>Sends frames; answers how many the socket took.</summary>
    public int X(int count, int size) => Lab.Inject(Device, count, size);

    public void Advance(double milliseconds) => Lab.Advance((long)(milliseconds * 1e6));

    /// <summary>packets/bytes drops overlimits requeues backlog packets/bytes.</summary>
    public string Q(Qdisc? qdisc = null)
    {
        var q = qdisc ?? Root;
        var s = q.TotalStats;
        return string.Create(CultureInfo.InvariantCulture, $"{s.Packets}/{s.Bytes} drops {s.Drops} over {s.Overlimits} req {s.Requeues} backlog {q.QLen}/{q.Backlog}");
    }

    public void Dispose() => Lab.Dispose();
}
