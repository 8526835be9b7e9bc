using System.Net;
using ActorNet.Actors.Hosts;
using ActorNet.Core.Frames;
using ActorNet.Engine;

namespace ActorNet.TestKit;

/// <summary>A built-in host of a lab. What takes time is over when a call returns; the forms that begin with <c>Start</c> return at once, so that several things go on side by side.</summary>
public sealed partial class LabHost
{
    private readonly Lab _lab;
    private readonly IActorRef _actor;
    private readonly Topology.Host _host;

    internal LabHost(Lab lab, IActorRef actor, Topology.Host host)
    {
        _lab = lab;
        _actor = actor;
        _host = host;
    }

    /// <summary>Its name.</summary>
    public string Name => _host.Name;

    /// <summary>Its Ethernet address.</summary>
    public MacAddress Mac => _host.Mac;

    /// <summary>Its addresses.</summary>
    public IReadOnlyList<IPAddress> Addresses => [.. _host.Addresses.Select(a => a.Address)];

    /// <summary>Its first address.</summary>
    /// <exception cref="LabFailureException">It has none.</exception>
    public IPAddress Address => _host.Addresses.Count > 0 ? _host.Addresses[0].Address : throw new LabFailureException($"Host {Name} has no address: give it one in the topology.");

    /// <summary>What it has seen so far.</summary>
    public HostReport Report => Ask<HostReport>("report", TakeHostReport.Instance);

    internal Topology.Host Description => _host;

    /// <summary>Pings another host at its first address, and lets time pass until it is over.</summary>
    /// <param name="target">The other host.</param>
    /// <param name="count">Requests.</param>
    /// <param name="interval">Time between them; null for 1 s.</param>
    /// <param name="payload">Bytes behind the echo header.</param>
    /// <exception cref="LabFailureException">The host refuses.</exception>
    public PingResult Ping(LabHost target, int count = 3, TimeSpan? interval = null, int payload = 56)
    {
        ArgumentNullException.ThrowIfNull(target);
        return StartPing(target.Address, count, interval, payload).Wait();
    }

    /// <inheritdoc cref="Ping(LabHost, int, TimeSpan?, int)"/>
    /// <param name="target">An IPv4 or IPv6 address.</param>
    /// <param name="count">Requests.</param>
    /// <param name="interval">Time between them; null for 1 s.</param>
    /// <param name="payload">Bytes behind the echo header.</param>
    public PingResult Ping(string target, int count = 3, TimeSpan? interval = null, int payload = 56) => StartPing(IPAddress.Parse(target), count, interval, payload).Wait();

    /// <summary>Begins to ping.</summary>
    /// <param name="target">IPv4 or IPv6.</param>
    /// <param name="count">Requests.</param>
    /// <param name="interval">Time between them; null for 1 s.</param>
    /// <param name="payload">Bytes behind the echo header.</param>
    public LabTask<PingResult> StartPing(IPAddress target, int count = 3, TimeSpan? interval = null, int payload = 56) =>
        Start("ping", new StartPing(target, count, interval ?? TimeSpan.FromSeconds(1), payload), answer => new PingResult((PingReport)answer));

    private T Ask<T>(string what, object request) => (T)_lab.AskHost(_actor, request, Name + ": " + what);

    private LabTask<T> Start<T>(string what, object request, Func<object, T> read)
    {
        var name = Name + ": " + what;
        return new LabTask<T>(_lab, _lab.Begin(_actor, request), name, answer => read(Lab.Accept(answer, name)));
    }
}
