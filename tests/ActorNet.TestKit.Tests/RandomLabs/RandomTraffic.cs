using ActorNet.Core;

namespace ActorNet.TestKit.Tests.RandomLabs;

/// <summary>What the hosts of a lab do, drawn by a seed: pings, datagrams and connections side by side, commands and faults in between. Ends at rest.</summary>
internal sealed class RandomTraffic
{
    private readonly Lab _lab;
    private readonly RandomSource _random;
    private readonly List<LabHost> _hosts;
    private readonly List<UdpFlow> _flows = [];
    private readonly List<LabTask<PingResult>> _pings = [];
    private readonly List<LabTask<TcpResult>> _streams = [];

    private RandomTraffic(Lab lab, ulong seed)
    {
        _lab = lab;
        _random = new RandomSource(seed ^ 0x7261666669630000);
        _hosts = [.. lab.Topology.Hosts.Select(h => lab.Host(h.Name))];
    }

    /// <summary>Runs it.</summary>
    /// <param name="lab">A new lab.</param>
    /// <param name="seed">Draws.</param>
    /// <param name="watch">Called now and then, at rest.</param>
    /// <returns>What came of everything.</returns>
    public static TrafficOutcome Run(Lab lab, ulong seed, Action? watch = null) => new RandomTraffic(lab, seed).Run(watch ?? (static () => { }));

    private TrafficOutcome Run(Action watch)
    {
        var rounds = 3 + Below(5);
        for (var round = 0; round < rounds; round++)
        {
            Begin();
            if (Below(4) == 0) Disturb();
            _lab.Advance(TimeSpan.FromMicroseconds(Below(60_000)));
            watch();
        }

        var pings = _pings.Select(p => p.Wait()).ToList();
        var flows = _flows.Select(f => f.Wait()).ToList();
        var streams = _streams.Select(s => s.Wait()).ToList();
        _lab.Advance(5.Seconds());
        watch();
        return new TrafficOutcome(pings, [.. _flows.Select((f, i) => (flows[i].Sent, f.Received))], streams);
    }

    private void Begin()
    {
        var from = _hosts[Below(_hosts.Count)];
        var to = _hosts[Below(_hosts.Count)];
        if (from == to) to = _hosts[(_hosts.IndexOf(from) + 1) % _hosts.Count];
        var target = to.Addresses[Below(2)];
        switch (Below(5))
        {
            case 0 or 1: _pings.Add(from.StartPing(target, 1 + Below(12), Below(30).Milliseconds(), 10 + Below(1000))); break;
            case 2 or 3: _flows.Add(from.StartUdp(to, (1 + Below(12)) + "mbit", (1 + Below(100)).Milliseconds(), 100 + Below(1300), ecn: Below(2) == 0)); break;
            default: _streams.Add(from.StartTcp(to, 1 + Below(120_000))); break;
        }
    }

    private void Disturb()
    {
        var host = _hosts[Below(_hosts.Count)];
        switch (Below(3))
        {
            case 0: _lab.Drop(host.Name, nth: 1 + Below(5)); break;
            case 1: _lab.Crash(_lab.Topology.Hosts.First(h => h.Name == host.Name).Box + ":br0"); break;
            default:
                _lab.LinkDown(host.Name);
                _lab.LinkUp(host.Name, at: _lab.Elapsed + (1 + Below(20)).Milliseconds());
                break;
        }
    }

    private int Below(int bound) => (int)_random.Below((uint)bound);
}
