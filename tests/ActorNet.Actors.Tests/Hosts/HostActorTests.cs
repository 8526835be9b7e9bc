using System.Net;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Actors.Tests.Harness;
using ActorNet.Core.Frames;
using ActorNet.Engine;
using ActorNet.Hosts;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests.Hosts;

/// <summary>The actor around a built-in host: what it is asked side by side, refusals, crashes. What the host itself does is tested in ActorNet.Hosts.Tests.</summary>
public sealed class HostActorTests : IDisposable
{
    private static readonly IPAddress A = IPAddress.Parse("10.0.0.1");
    private static readonly IPAddress B = IPAddress.Parse("10.0.0.2");

    private readonly VirtualLab _lab = new();
    private readonly IActorRef _a;
    private readonly IActorRef _b;

    public HostActorTests()
    {
        _lab.AddNamespace("box");
        _lab.Sh("box", "ip link add br0 type bridge", "ip link set br0 up");
        _a = Plug("a", A, 1);
        _b = Plug("b", B, 2);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Requests_run_side_by_side()
    {
        // given
        Ask<Done>(_b, new OpenUdp(7));
        Ask<Done>(_b, new ListenTcp(80));

        // when
        var pings = _a.Ask<object>(new StartPing(B, 10, TimeSpan.FromMilliseconds(100)));
        var more = _a.Ask<object>(new StartPing(B, 5, TimeSpan.FromMilliseconds(50)));
        var udp = _a.Ask<object>(new StartUdp(B, 7, 1_000_000, 1000, 0, TimeSpan.FromSeconds(1), 4));
        var tcp = _a.Ask<object>(new StartTcp(B, 80, 1_000_000, TimeSpan.Zero, 9));
        _lab.Advance(TimeSpan.FromSeconds(3));

        // then
        AnswerOf<PingReport>(pings).RoundTrips.Count.ShouldBe(10);
        AnswerOf<PingReport>(more).RoundTrips.Count.ShouldBe(5);
        AnswerOf<UdpSent>(udp).ShouldBe(new UdpSent(4, 125, 125_000));
        Ask<UdpFlowReport>(_b, new TakeUdpFlow(4)).Datagrams.ShouldBe(125);
        AnswerOf<TcpReport>(tcp).ShouldSatisfyAllConditions(r => r.Flow.ShouldBe(9), r => r.Outcome.ShouldBe(TcpOutcome.Done), r => r.BytesAcked.ShouldBe(1_000_000));
        Ask<TcpReceived>(_b, new TakeTcpReceived(80)).Bytes.ShouldBe(1_000_000);
        var report = Ask<HostReport>(_b, TakeHostReport.Instance);
        (report.EchoesAnswered, report.UdpDatagrams, report.Ignored).ShouldBe((15, 125, 0));
    }

    [Fact]
    public void Transfer_by_time_ends_even_where_everything_happens_at_once()
    {
        // given
        Ask<Done>(_b, new ListenTcp(80));

        // when
        var tcp = _a.Ask<object>(new StartTcp(B, 80, 0, TimeSpan.FromMilliseconds(10), 1));
        _lab.Advance(TimeSpan.FromSeconds(1));

        // then it went at the speed of the card, 10 Gbit/s
        AnswerOf<TcpReport>(tcp).BytesAcked.ShouldBeInRange(12_000_000, 13_000_000);
    }

    [Fact]
    public void What_cannot_be_done_is_refused_in_words()
    {
        Refusal(_a, new StartPing(IPAddress.Parse("9.9.9.9"), 1, TimeSpan.Zero)).ShouldContain("no way to 9.9.9.9");
        Refusal(_a, new StartTcp(B, 80, 0, TimeSpan.Zero, 1)).ShouldContain("length or a duration");
        Refusal(_a, new TakeDatagrams(9)).ShouldContain("UDP port 9 is not open");
        Refusal(_a, new OpenUdp(0)).ShouldContain("0 is no port");
        Refusal(_a, new TakeTcpReceived(9)).ShouldContain("does not listen");
        Should.Throw<HostStackException>(() => HostActor.Configure(new HostSettings { Mac = MacAddress.Broadcast, Addresses = [] })).Message.ShouldContain("unicast");
    }

    [Fact]
    public void Crash_ends_what_is_under_way_and_leaves_the_addresses()
    {
        // given
        Ask<Done>(_b, new ListenTcp(80));
        var tcp = _a.Ask<object>(new StartTcp(B, 80, 0, TimeSpan.FromSeconds(1), 1));
        var ping = _b.Ask<object>(new StartPing(A, 100, TimeSpan.FromSeconds(1)));
        _lab.Advance(TimeSpan.FromMilliseconds(1));

        // when
        Ask<Done>(_b, CrashHost.Instance);
        _lab.Advance(TimeSpan.FromSeconds(2));

        // then
        AnswerOf<HostRefused>(ping).Reason.ShouldContain("crashed");
        AnswerOf<TcpReport>(tcp).Outcome.ShouldBe(TcpOutcome.Reset);
        Refusal(_b, new TakeTcpReceived(80)).ShouldContain("does not listen");
        var again = _a.Ask<object>(new StartPing(B, 1, TimeSpan.Zero));
        _lab.Advance(TimeSpan.FromSeconds(1));
        AnswerOf<PingReport>(again).RoundTrips.Count.ShouldBe(1);
    }

    private IActorRef Plug(string name, IPAddress address, ulong mac)
    {
        var host = _lab.System.ActorOf(HostActor.Configure(new HostSettings { Mac = new MacAddress(0x0200_0000_0000 + mac), Addresses = [new HostAddress(address, 24)], Seed = mac }), name);
        Ask<PortAttached>(_lab.Lab, new ToNamespace("box", new AttachPort(name, 1, sink => new HostWire(sink, host))));
        _lab.Sh("box", $"ip link set dev {name} master br0", $"ip link set dev {name} up");
        return host;
    }

    private string Refusal(IActorRef host, object request) => Ask<HostRefused>(host, request).Reason;

    private T Ask<T>(IActorRef actor, object request)
    {
        var answer = actor.Ask<object>(request);
        _lab.Run();
        return AnswerOf<T>(answer);
    }

    private static T AnswerOf<T>(Task<object> answer)
    {
        answer.IsCompleted.ShouldBeTrue("the host has answered");
        return answer.GetAwaiter().GetResult().ShouldBeOfType<T>();
    }
}
