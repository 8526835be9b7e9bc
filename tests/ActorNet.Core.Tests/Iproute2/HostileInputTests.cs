using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Iproute2.Observed;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

public sealed class HostileInputTests
{
    private static readonly string[] Programs = ["ip", "tc", "bridge", "ethtool"];

    /// <summary>Words that lead far into the parsers, and some that lead nowhere.</summary>
    private static readonly string[] Vocabulary =
    [
        "link", "addr", "netns", "qdisc", "class", "filter", "actions", "fdb", "add", "del", "set", "show", "replace", "change", "flush", "exec", "list", "ls", "get",
        "dev", "name", "type", "ifb", "veth", "dummy", "bridge", "peer", "netns", "other", "box", "master", "nomaster", "up", "down", "mtu", "txqueuelen", "index", "address",
        "broadcast", "alias", "promisc", "on", "off", "arp", "carrier", "multicast", "numtxqueues", "numrxqueues", "ageing_time", "stp_state", "link",
        "ifb0", "va", "vb", "br0", "lo", "nope", "%d", "x%d", "a/b", "", " ", "-", "--", "-s", "-j", "-p", "-d", "-o", "-br", "-n", "-4", "-6", "-c",
        "root", "parent", "handle", "1:", "1:1", "ffff:", "ffff:fff2", "ingress", "egress", "clsact", "ingress_block", "egress_block", "block", "22", "chain", "protocol", "prio", "pref",
        "all", "ip", "arp", "0x88b5", "u32", "matchall", "match", "action", "mirred", "redirect", "mirror", "drop", "pipe", "goto", "flowid", "tbf", "pfifo", "bfifo", "pfifo_fast", "mq", "noqueue",
        "rate", "1mbit", "burst", "1600", "limit", "latency", "50ms", "10.0.0.1/24", "10.0.0.1", "127.0.0.1/8", "fe80::1/64", "scope", "host", "label", "brd", "+", "to", "local",
        "0", "1", "-1", "5", "100", "65535", "4294967296", "99999999999999999999", "0x", "zz", "02:00:00:00:00:01", "01:00:5e:00:00:01", "02:00", "-S", "-k", "self", "static", "br", "brport",
        "{0}", "{", "}", "%s", "\0", "\ud800", "ü", "🦊", "a\nb", "\\", "\"", "help", "-help", "-V", "type", "dynamic",
    ];

    [Fact]
    public void No_words_make_the_session_throw_or_leave_half_a_device()
    {
        var words = Gen.Elements(Vocabulary).ListOf().Select(l => l.ToArray());
        var commands = Gen.Elements(Programs).SelectMany(program => words, (program, rest) => (string[])[program, .. rest]).ListOf(20);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(14), Prop.ForAll(commands.ToArbitrary(), list => RefusalsChangeNothing([.. list])));
    }

    /// <summary>Commands that make sense, with up to three words taken out, doubled, put in or exchanged: these get deep into the parsers and into the kernel's part.</summary>
    [Fact]
    public void No_command_that_almost_makes_sense_makes_the_session_throw_or_leaves_half_a_device()
    {
        var change = Gen.Choose(0, 3).SelectMany(_ => Gen.Choose(0, 20), (kind, at) => (Kind: kind, At: at)).SelectMany(_ => Gen.Elements(Vocabulary), (c, word) => (c.Kind, c.At, Word: word));
        var command = Gen.Elements(Corpus()).SelectMany(_ => change.ListOf(3), (line, changes) => Mutate(line, changes));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(command.ListOf(60).ToArbitrary(), list => RefusalsChangeNothing([.. list])));
    }

    [Fact]
    public void No_line_of_text_makes_the_session_throw()
    {
        var shell = new Shell();
        var property = Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), line =>
        {
            foreach (var program in Programs) shell.Run(program + " " + line.Get).ShouldNotBeNull();
            shell.Run(line.Get).ShouldNotBeNull();
        });
        Check.One(Config.QuickThrowOnFailure, property);
    }

    [Fact]
    public void Every_output_in_JSON_can_be_read_back()
    {
        var shell = Furnished();
        shell.Ok("ip link set va alias '\"\\ \u0001 ü 🦊 </script>'");
        foreach (var command in new[] { "ip -j -s -s -d link", "ip -j -d -s addr", "tc -j -s -d qdisc", "tc -j -s filter show dev va ingress", "bridge -j -d link", "bridge -j -s fdb", "ip -j netns", "tc -j actions ls action mirred", "ip -j -br addr" })
        {
            foreach (var pretty in new[] { "", " -p" })
            {
                var space = command.IndexOf(' ', StringComparison.Ordinal);
                var output = shell.Ok(command[..space] + pretty + command[space..]);
                using var json = System.Text.Json.JsonDocument.Parse(output);
                json.RootElement.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Array);
            }
        }
    }

    [Fact]
    public void Sizes_are_refused_before_they_cost_anything()
    {
        var shell = new Shell();
        shell.Session.Execute("box", [.. Enumerable.Repeat("ip", Iproute2Session.MaxWords + 1)]).ExitCode.ShouldBe(1);
        shell.Fails("ip link add x numtxqueues 2147483647 type ifb", 2).ShouldBe("Error: Invalid number of transmit queues.\n");
        shell.Fails("ip link add x numrxqueues 2147483647 type veth", 2).ShouldBe("Error: Invalid number of receive queues.\n");
    }

    [Fact]
    public void An_unknown_namespace_or_program_is_named()
    {
        var shell = new Shell();
        shell.Session.Execute("nowhere", ["ip", "link"]).Error.ShouldBe("Cannot open network namespace \"nowhere\": No such file or directory\n");
        shell.Fails("rm -rf /", 127).ShouldBe("rm: command not found; ip, tc, bridge and ethtool are known.\n");
        shell.Session.Execute("box", []).ExitCode.ShouldBe(1);
    }

    private static string[] Corpus() =>
    [
        .. new[] { LinkTranscript.Text, LinkErrorTranscript.Text, AddressTranscript.Text, QdiscTranscript.Text, FilterTranscript.Text, BridgeTranscript.Text }
            .SelectMany(t => new Transcript(t).Commands),
        "ip link add p0 mtu 1400 type veth peer name p1 netns other index 9", "ip link set va netns other name vq up", "ip -n other link add ifb0 type ifb", "ip link set vb nomaster netns other",
    ];

    private static string[] Mutate(string line, IEnumerable<(int Kind, int At, string Word)> changes)
    {
        var words = CommandLine.Split(line).ToList();
        foreach (var (kind, at, word) in changes)
        {
            // Half of the changes fall behind the end and do nothing, so that sound commands remain.
            if (at < 1 || at >= words.Count) continue;
            if (kind == 0) words.RemoveAt(at);
            else if (kind == 1) words.Insert(at, words[at]);
            else if (kind == 2) words.Insert(at, word);
            else words[at] = word;
        }

        return [.. words];
    }

    private static Shell Furnished()
    {
        var shell = new Shell("box", "other");
        foreach (var line in new[]
        {
            "ip link add ifb0 type ifb", "ip link add va type veth peer name vb", "ip link add br0 type bridge", "ip link set va up", "ip link set vb master br0",
            "ip link set vb up", "ip link set br0 up", "ip link set ifb0 up", "ip addr add 10.0.0.1/24 dev va", "tc qdisc add dev va clsact",
            "tc filter add dev va ingress protocol all u32 match u32 0 0 action mirred egress redirect dev ifb0",
            "tc qdisc add dev ifb0 root tbf rate 1mbit burst 1600 limit 3000",
        })
        {
            shell.Ok(line);
        }

        return shell;
    }

    private static void RefusalsChangeNothing(string[][] commands)
    {
        var shell = Furnished();
        foreach (var argv in commands)
        {
            var before = Devices(shell.Lab);
            var result = shell.Session.Execute("box", argv);
            if (result.ExitCode == 0) continue;
            (result.Error.Length + result.Output.Length).ShouldBeGreaterThan(0, "a refusal without a word, on neither output: " + string.Join(' ', argv));
            Devices(shell.Lab).ShouldBe(before, ignoreOrder: true, string.Join(' ', argv));
        }

        foreach (var device in Devices(shell.Lab)) Consistent(device);
    }

    private static List<NetDevice> Devices(NetLab lab) => [.. lab.Namespaces.SelectMany(ns => ns.Devices)];

    private static void Consistent(NetDevice device)
    {
        device.RegState.ShouldBe(RegState.Registered);
        device.Namespace.Find(device.Name).ShouldBeSameAs(device);
        device.Namespace.Find(device.IfIndex).ShouldBeSameAs(device);
    }
}
