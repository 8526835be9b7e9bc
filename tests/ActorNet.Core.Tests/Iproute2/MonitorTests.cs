using System.Globalization;
using System.Text;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Iproute2.Observed;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

public sealed class MonitorTests
{
    private readonly LabShell _shell = new();

    [Fact]
    [Trait("rule", "DEV-03"), Trait("rule", "DEV-05"), Trait("rule", "DEV-06"), Trait("rule", "DEV-07"), Trait("rule", "DEV-09"), Trait("rule", "FLAG-04")]
    [Trait("rule", "NAME-03"), Trait("rule", "MTU-01"), Trait("rule", "VETH-01"), Trait("rule", "FLAG-03"), Trait("scenario", "mon")]
    public void Links_are_monitored_as_by_the_real_program() =>
        Replay(LinkMonitorTranscript.Text, new MonitorFormat(MonitorProgram.Ip, MonitorTopics.Link, Oneline: true));

    [Fact]
    [Trait("rule", "INET-01"), Trait("rule", "INET-02"), Trait("rule", "LO-01")]
    public void Addresses_are_monitored_as_by_the_real_program() =>
        Replay(AddressMonitorTranscript.Text, new MonitorFormat(MonitorProgram.Ip, MonitorTopics.Address));

    [Fact]
    [Trait("rule", "BR-01"), Trait("rule", "BR-02")]
    public void Stations_are_monitored_as_by_the_real_program() =>
        Replay(FdbMonitorTranscript.Text, new MonitorFormat(MonitorProgram.Bridge, MonitorTopics.Neighbour));

    [Fact]
    public void The_first_call_listens_and_each_further_one_prints_what_happened_since()
    {
        _shell.Run("ip -o monitor link").Output.ShouldBe("");
        _shell.Run("ip link add d0 address 02:00:00:00:00:10 type dummy");

        _shell.Run("ip -o monitor link").Output.ShouldBe(
            "2: d0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN group default \\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\n");
        _shell.Run("ip -o monitor link").Output.ShouldBe("");
        _shell.Run("ip -o monitor link address").Output.ShouldBe("", "another kind of monitor begins to listen now");
    }

    [Fact]
    public void All_puts_the_kind_of_each_event_in_front()
    {
        _shell.Run("ip monitor all");
        _shell.Run("ip link set lo up");

        _shell.Run("ip monitor all").Output.ShouldStartWith("[LINK]1: lo: <LOOPBACK,UP,LOWER_UP>");
        _shell.Run("ip monitor nonsense").Error.ShouldBe("Argument \"nonsense\" is unknown, try \"ip monitor help\".\n");
    }

    [Fact]
    public void A_subscriber_is_told_at_once_and_no_longer_when_it_leaves()
    {
        var lines = new List<string>();
        var sink = new MonitorSink(new MonitorFormat(MonitorProgram.Ip, MonitorTopics.Link, Oneline: true), lines.Add);
        _shell.Namespace.Subscribe(sink);
        _shell.Run("ip link set lo up");
        _shell.Namespace.Unsubscribe(sink);
        _shell.Run("ip link set lo down");

        lines.Count.ShouldBe(1);
    }

    [Fact]
    public void What_nobody_takes_is_bounded_and_the_oldest_goes_first()
    {
        var sink = new MonitorSink(new MonitorFormat(MonitorProgram.Ip, MonitorTopics.Link, Oneline: true));
        _shell.Namespace.Subscribe(sink);
        var lo = _shell.Namespace.Get("lo");
        for (var i = 0; i < MonitorSink.MaxKept + 2; i++) _shell.Namespace.SetMtu(lo, 1000 + i);

        sink.Lost.ShouldBe(2);
        sink.Take().ShouldStartWith("1: lo: <LOOPBACK> mtu 1002 ");
    }

    [Fact]
    public void Monitors_and_subscribers_are_bounded()
    {
        for (var i = 0; i < 40; i++) _shell.Run("ip " + string.Concat(Enumerable.Repeat("-s ", i)) + "monitor link");

        _shell.Run("ip -d monitor address").Error.ShouldContain("16 monitors listen in this namespace already");
        for (var i = 16; i < NetNamespace.MaxSubscribers; i++) _shell.Namespace.Subscribe(new MonitorSink(new MonitorFormat(MonitorProgram.Ip, MonitorTopics.Link)));
        Should.Throw<RtnlException>(() => _shell.Namespace.Subscribe(new MonitorSink(new MonitorFormat(MonitorProgram.Ip, MonitorTopics.Link)))).Errno.ShouldBe(Errno.ENOBUFS);
    }

    [Fact]
    public void Changes_of_traffic_control_are_told_to_who_listens_to_them()
    {
        var sink = new MonitorSink(new MonitorFormat(MonitorProgram.Tc, MonitorTopics.TrafficControl));
        _shell.Namespace.Subscribe(sink);
        _shell.Run("ip link add ifb0 type ifb");
        _shell.Run("tc qdisc add dev ifb0 clsact");

        sink.Take().ShouldContain("qdisc clsact ffff: dev ifb0");
    }

    private void Replay(string text, MonitorFormat format)
    {
        var sink = new MonitorSink(format);
        _shell.Namespace.Subscribe(sink);
        var differences = new StringBuilder();
        var steps = 0;
        foreach (var step in text.ReplaceLineEndings("\n").Split('\n').Aggregate(new List<List<string>>(), Group))
        {
            steps++;
            _shell.Run(step[0][2..]);
            var got = sink.Take();
            var observed = string.Concat(step.Skip(1).Select(static l => l[..^1] + "\n"));
            if (step[0][0] == '$' && !string.Equals(got, observed, StringComparison.Ordinal))
                differences.Append(CultureInfo.InvariantCulture, $"{step[0]}\n-- observed:\n{observed}-- emulated:\n{got}");
        }

        steps.ShouldBeGreaterThan(0);
        differences.ToString().ShouldBeEmpty();
    }

    private static List<List<string>> Group(List<List<string>> steps, string line)
    {
        if (line.StartsWith("$ ", StringComparison.Ordinal) || line.StartsWith("! ", StringComparison.Ordinal)) steps.Add([line]);
        else steps[^1].Add(line);
        return steps;
    }
}
