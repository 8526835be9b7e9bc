using System.Net;
using System.Net.NetworkInformation;
using ActorNet.Linux.Hosts;
using ActorNet.Linux.Iproute;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Packets;
using ActorNet.Linux.Tap;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Hosts;

public sealed class HostNetworkTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly TempDirectory _directory = Unique.Directory();
    private readonly OwnershipLedger _ledger;

    public HostNetworkTests() => _ledger = OwnershipLedger.Create(_directory.Path, "lab");

    public void Dispose()
    {
        _ledger.Dispose();
        _directory.Dispose();
    }

    [SkippableFact]
    public async Task Host_has_what_was_asked_for()
    {
        Root.Required();
        var spec = Spec("alice", new HostInterface
        {
            MacAddress = PhysicalAddress.Parse("02:00:00:00:00:0a"),
            Mtu = 9000,
            TransmitQueueLength = 77,
            Addresses = [HostAddress.Parse("10.9.0.1/24"), HostAddress.Parse("fd09::1/64")],
            Gateways = [IPAddress.Parse("10.9.0.254"), IPAddress.Parse("fd09::fe")],
        });

        using var hosts = await HostNetwork.CreateAsync([spec], _ledger);

        string text = await ShowAsync(spec, "addr show dev eth0", "link show dev lo", "route show", "-6 route show", "route show table all");
        text.ShouldContain("mtu 9000");
        text.ShouldContain("qlen 77");
        text.ShouldContain("link/ether 02:00:00:00:00:0a");
        text.ShouldContain("inet 10.9.0.1/24");
        text.ShouldContain("inet6 fd09::1/64");
        text.ShouldNotContain("tentative");
        text.ShouldContain("lo: <LOOPBACK,UP,LOWER_UP>");
        text.ShouldContain("default via 10.9.0.254 dev eth0");
        text.ShouldContain("default via fd09::fe dev eth0");
        hosts["alice"].Taps.ShouldHaveSingleItem().CurrentName().ShouldBe("eth0");
        _ledger.Items.ShouldHaveSingleItem().Thing.ShouldBe(new OwnedNamespace(spec.NamespaceName, hosts["alice"].Namespace.Identity));
    }

    [SkippableFact]
    public async Task Nothing_shows_among_the_machines_own_interfaces()
    {
        Root.Required();
        string[] before = Names();

        using var hosts = await HostNetwork.CreateAsync([Spec("alice"), Spec("bob")], _ledger);

        Names().ShouldBe(before);
        static string[] Names() => [.. NetworkInterface.GetAllNetworkInterfaces().Select(device => device.Name).Order(StringComparer.Ordinal)];
    }

    [SkippableFact]
    public async Task Host_may_have_several_interfaces_and_queues()
    {
        Root.Required();
        var spec = Spec("router",
            new HostInterface { Name = "left", Addresses = [HostAddress.Parse("10.1.0.1/24")] },
            new HostInterface { Name = "right", Addresses = [HostAddress.Parse("10.2.0.1/24")], Tap = new TapOptions { Queues = 2 } });

        using var hosts = await HostNetwork.CreateAsync([spec], _ledger);

        hosts["router"].Taps.Select(tap => (tap.Name, tap.Queues.Count)).ShouldBe([("left", 1), ("right", 2)]);
        (await ShowAsync(spec, "route show")).ShouldContain("10.2.0.0/24 dev right");
    }

    [SkippableFact]
    public async Task Host_without_ipv6_sends_nothing_on_its_own()
    {
        // given a host without IPv6 and, as the end of the wait, one frame sent by hand after everything else
        Root.Required();
        using var hosts = await HostNetwork.CreateAsync([Spec("alice", new HostInterface()) with { Ipv6 = HostIpv6.Off }], _ledger);
        var queue = hosts["alice"].Taps[0].Queue;
        using var socket = PacketSocket.Open(hosts["alice"].Namespace, "eth0");
        socket.Send(Frames.Experimental(60, 1)).ShouldBeTrue();

        // when the first frame is read
        byte[] buffer = new byte[VnetHeader.MaxReadBytes];
        queue.WaitReadable(Long).ShouldBeTrue();
        int count = queue.Read(buffer);

        // then it is the one sent by hand
        Frames.IsExperimental(buffer.AsSpan(VnetHeader.Size, count - VnetHeader.Size)).ShouldBeTrue();
        File.Exists("/proc/sys/net/ipv6/conf/all/disable_ipv6").ShouldBeTrue();
        Setting(hosts["alice"], "disable_ipv6").ShouldBe("1");
    }

    [SkippableTheory]
    [InlineData(HostIpv6.Static, "0", "0")]
    [InlineData(HostIpv6.Full, "1", "1")]
    public async Task Ipv6_switches_are_set_on_the_interface(HostIpv6 mode, string dad, string advertisements)
    {
        Root.Required();
        using var hosts = await HostNetwork.CreateAsync([Spec("alice", new HostInterface()) with { Ipv6 = mode }], _ledger);

        Setting(hosts["alice"], "accept_dad").ShouldBe(dad);
        Setting(hosts["alice"], "accept_ra").ShouldBe(advertisements);
    }

    [SkippableFact]
    public async Task Disposed_hosts_leave_neither_namespace_nor_entry()
    {
        Root.Required();
        var spec = Spec("alice");
        var hosts = await HostNetwork.CreateAsync([spec], _ledger);

        hosts.Dispose();
        hosts.Dispose();

        NetworkNamespace.Exists(spec.NamespaceName).ShouldBeFalse();
        _ledger.Items.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Killed_process_is_cleaned_up_after()
    {
        // given hosts whose process "was killed": its descriptors are closed, its clean-up never ran
        Root.Required();
        var specs = new[] { Spec("alice"), Spec("bob") };
        var hosts = await HostNetwork.CreateAsync(specs, _ledger);
        foreach (var tap in hosts.Hosts.SelectMany(host => host.Taps)) tap.Dispose();
        _ledger.Dispose();

        var report = LedgerCleaner.Clean(OwnershipLedger.Open(_directory.Path, "lab"));

        report.Items.ShouldAllBe(item => item.Outcome == CleanOutcome.Removed);
        report.LedgerRemoved.ShouldBeTrue();
        specs.ShouldAllBe(spec => !NetworkNamespace.Exists(spec.NamespaceName));
    }

    [SkippableFact]
    public async Task One_host_that_fails_undoes_all_and_is_named_with_the_words_of_ip()
    {
        Root.Required();
        var good = Spec("alice");
        var bad = Spec("bob", new HostInterface { Addresses = [HostAddress.Parse("10.9.0.2/24")], Gateways = [IPAddress.Parse("192.0.2.1")] });

        var failure = await Should.ThrowAsync<HostNetworkException>(() => HostNetwork.CreateAsync([good, bad], _ledger));

        var one = failure.Failures.ShouldHaveSingleItem();
        one.Host.ShouldBe("bob");
        one.Fault.ShouldContain("route add default via 192.0.2.1 dev eth0");
        one.Fault.ShouldContain("invalid gateway");
        NetworkNamespace.Exists(good.NamespaceName).ShouldBeFalse();
        NetworkNamespace.Exists(bad.NamespaceName).ShouldBeFalse();
        _ledger.Items.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Namespace_of_somebody_else_is_not_taken_and_not_removed()
    {
        Root.Required();
        using var theirs = Unique.Namespace();
        var spec = Spec("alice") with { NamespaceName = theirs.Name };

        var failure = await Should.ThrowAsync<HostNetworkException>(() => HostNetwork.CreateAsync([spec], _ledger));

        failure.Message.ShouldContain("exists already");
        NetworkNamespace.Exists(theirs.Name).ShouldBeTrue();
        _ledger.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_faults_are_reported_at_once_and_nothing_is_made()
    {
        var shared = Unique.Name();
        HostSpec[] specs =
        [
            Spec("a", new HostInterface { Name = "bad name" }, new HostInterface { Mtu = 67 }, new HostInterface { TransmitQueueLength = -1 }),
            Spec("b", new HostInterface { MacAddress = PhysicalAddress.Parse("01:00:00:00:00:01"), Tap = new TapOptions { Queues = 0 } }),
            Spec("c", new HostInterface { Addresses = [HostAddress.Parse("fd00::1/64")] }) with { Ipv6 = HostIpv6.Off },
            Spec("d", new HostInterface { Gateways = [IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.2")] }) with { NamespaceName = shared },
            Spec("d") with { NamespaceName = shared },
            Spec("e") with { NamespaceName = "-all" },
        ];

        var failure = await Should.ThrowAsync<HostNetworkException>(() => HostNetwork.CreateAsync(specs, _ledger));

        failure.Failures.Select(one => one.Host).ShouldBe(["a", "a", "a", "a", "b", "b", "c", "d", "d", "d", "e"]);
        NetworkNamespace.Exists(shared).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_hundred_hosts_come_up_and_go_away()
    {
        Root.Required();
        HostSpec[] specs =
        [
            .. Enumerable.Range(1, 100).Select(number =>
                Spec($"h{number}", new HostInterface { Addresses = [HostAddress.Parse($"10.9.0.{number}/24"), HostAddress.Parse($"fd09::{number}/64")] })),
        ];

        var hosts = await HostNetwork.CreateAsync(specs, _ledger);
        hosts.Hosts.Count.ShouldBe(100);
        hosts["h100"].Taps.Count.ShouldBe(1);
        hosts.Dispose();

        specs.ShouldAllBe(spec => !NetworkNamespace.Exists(spec.NamespaceName));
    }

    private static HostSpec Spec(string name, params HostInterface[] interfaces)
    {
        var spec = new HostSpec { Name = name, NamespaceName = Unique.Name("-" + name) };
        return interfaces.Length == 0 ? spec : spec with { Interfaces = interfaces };
    }

    private static string Setting(Host host, string name) =>
        host.Namespace.Run(() => File.ReadAllText($"/proc/sys/net/ipv6/conf/eth0/{name}").Trim());

    private static async Task<string> ShowAsync(HostSpec spec, params string[] lines)
    {
        var batch = new IpBatch(IprouteTool.Ip, spec.NamespaceName);
        foreach (string line in lines) batch.AddLine(line);
        return (await batch.RunAsync(Long)).Output;
    }
}
