using System.Net;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Hosts;

/// <summary>A host made of code, for demonstrations and tests without root: it owns a <see cref="MiniHost"/> and keeps the time for it. One ping and one UDP run at a time.</summary>
public sealed class HostActor : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan LastReplyTime = TimeSpan.FromSeconds(1);

    private readonly MiniHost _host;
    private readonly ILabClock _clock;
    private IWireSink? _sink;
    private (StartPing Request, IActorRef Asker, int Sent)? _ping;
    private (StartUdp Request, IActorRef Asker, int Sent)? _udp;

    /// <summary>A host without a wire: what it sends is lost until a <see cref="HostWire"/> plugs it in.</summary>
    /// <param name="mac">Its Ethernet address.</param>
    /// <param name="address">Its IPv4 address.</param>
    public HostActor(MacAddress mac, IPAddress address)
    {
        _host = new MiniHost(mac, address, Send);
        _clock = LabClock.Current(Context);
        Receive<FrameArrived>(OnFrame);
        Receive<Plugged>(plugged => _sink = plugged.Sink);
        Receive<StartPing>(OnStartPing);
        Receive<NextPing>(_ => OnNextPing());
        Receive<PingOver>(_ => EndPing());
        Receive<StartUdp>(OnStartUdp);
        Receive<NextUdp>(_ => OnNextUdp());
        Receive<TakeHostReport>(_ => Sender.Tell(_host.Report, Self));
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The recipe.</summary>
    public static Props Configure(MacAddress mac, IPAddress address) => Props.Create(() => new HostActor(mac, address));

    private void Send(byte[] frame)
    {
        if (_sink is null) return;
        if (_sink.Pool.Rent(frame.Length) is not { } skb)
        {
            _sink.ReceiveFailed(DropReason.NoMemory);
            return;
        }

        frame.CopyTo(skb.Span);
        _sink.Receive(skb);
        _sink.EndOfBurst();
    }

    private void OnFrame(FrameArrived arrived)
    {
        _host.Receive(arrived.Frame, _clock.Now);
        if (_ping is { } ping && ping.Sent == ping.Request.Count && _host.RoundTrips.Count == ping.Sent) EndPing();
    }

    private void OnStartPing(StartPing request)
    {
        _host.ForgetPings();
        _ping = (request with { Count = Math.Clamp(request.Count, 1, MiniHost.MaxPings) }, Sender, 0);
        OnNextPing();
    }

    private void OnNextPing()
    {
        if (_ping is not { } ping) return;
        _host.Ping(ping.Request.Target, _clock.Now);
        _ping = ping with { Sent = ping.Sent + 1 };
        if (ping.Sent + 1 < ping.Request.Count) Timers.StartSingleTimer(nameof(NextPing), NextPing.Instance, ping.Request.Interval);
        else Timers.StartSingleTimer(nameof(PingOver), PingOver.Instance, LastReplyTime);
    }

    private void EndPing()
    {
        Timers.Cancel(nameof(PingOver));
        _ping?.Asker.Tell(new PingReport(_ping.Value.Sent, [.. _host.RoundTrips]), Self);
        _ping = null;
    }

    private void OnStartUdp(StartUdp request)
    {
        _udp = (request with { Burst = Math.Clamp(request.Burst, 1, 64) }, Sender, 0);
        OnNextUdp();
    }

    private void OnNextUdp()
    {
        if (_udp is not { } udp) return;
        var burst = Math.Min(udp.Request.Burst, udp.Request.Datagrams - udp.Sent);
        for (var i = 0; i < burst; i++) _host.SendUdp(udp.Request.Target, udp.Request.PayloadBytes);
        _udp = udp with { Sent = udp.Sent + burst };
        if (udp.Sent + burst < udp.Request.Datagrams)
        {
            Timers.StartSingleTimer(nameof(NextUdp), NextUdp.Instance, udp.Request.Interval);
            return;
        }

        udp.Asker.Tell(new UdpReport(udp.Sent + burst), Self);
        _udp = null;
    }

    private sealed class NextPing
    {
        public static NextPing Instance { get; } = new();
    }

    private sealed class PingOver
    {
        public static PingOver Instance { get; } = new();
    }

    private sealed class NextUdp
    {
        public static NextUdp Instance { get; } = new();
    }
}
