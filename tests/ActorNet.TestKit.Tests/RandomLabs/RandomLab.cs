using System.Globalization;
using System.Text;
using ActorNet.Core;

namespace ActorNet.TestKit.Tests.RandomLabs;

/// <summary>
/// A topology drawn by a seed: one to three switches in a row, hosts at each, links with impairments, IFBs with all sorts of qdiscs, redirects, mirrors, filters that drop. Always valid, and
/// without rings, so every frame comes to an end.
/// </summary>
internal sealed class RandomLab
{
    private readonly RandomSource _random;
    private readonly StringBuilder _text = new();
    private readonly List<string> _hosts = [];
    private readonly bool _ordered;

    private RandomLab(ulong seed, bool ordered)
    {
        _random = new RandomSource(seed);
        _ordered = ordered;
    }

    /// <summary>The topology of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="ordered">Nothing that changes the order of a flow's frames or copies them.</param>
    public static LabPlan Plan(ulong seed, bool ordered = false) => LabPlan.FromText(Text(seed, ordered), "random");

    /// <summary>Its file.</summary>
    public static string Text(ulong seed, bool ordered = false) => new RandomLab(seed, ordered).Draw(seed);

    private string Draw(ulong seed)
    {
        var boxes = 1 + Below(3);
        Line($"topology = random-{seed}");
        Line($"seed = {seed}");
        var perBox = Enumerable.Range(0, boxes).Select(_ => 1 + Below(3)).ToArray();
        if (boxes == 1 && perBox[0] == 1) perBox[0] = 2;
        Line($"hosts {{");
        for (var i = 0; i < perBox.Sum(); i++)
        {
            _hosts.Add("host" + i);
            Line($"  host{i} {{ address = [\"10.0.0.{i + 1}/24\", \"fd00::{i + 1}/64\"] }}");
        }

        Line($"}}");
        Line($"boxes {{");
        var next = 0;
        for (var box = 0; box < boxes; box++)
        {
            DrawBox(box, _hosts.GetRange(next, perBox[box]), boxes);
            next += perBox[box];
        }

        Line($"}}");
        Line($"links = [");
        for (var box = 1; box < boxes; box++) Line($"  {{ a = \"box{box - 1}:right\", b = \"box{box}:left\"{Impairments("a-to-b")}{Impairments("b-to-a")} }}");
        Line($"]");
        return _text.ToString();
    }

    private void DrawBox(int box, List<string> ports, int boxes)
    {
        Line($"  box{box} {{");
        Line($"    ports = [{string.Join(", ", ports)}]");
        Line($"    setup = \"\"\"");
        Line($"      ip link add br0 type bridge");
        List<string> joined = [.. ports];
        if (box > 0) joined.Add("left");
        if (box < boxes - 1) joined.Add("right");
        foreach (var device in joined) Line($"      ip link set dev {device} master br0");
        Line($"      ip link set br0 up");
        Line($"      ip link add sink0 type dummy");
        Line($"      ip link set sink0 up");
        var ifbs = Below(3);
        for (var i = 0; i < ifbs; i++) DrawIfb(i);
        foreach (var port in ports) DrawPort(port, ifbs);
        Line($"    \"\"\"");
        Line($"  }}");
    }

    private void DrawIfb(int number)
    {
        Line($"      ip link add ifb{number} {(Chance(3) ? $"numtxqueues {2 + Below(3)} " : "")}type ifb");
        Line($"      ip link set ifb{number} up");
        if (Chance(3)) Line($"      ip link set dev ifb{number} txqueuelen {1 + Below(8)}");
        if (Below(4) > 0) Qdisc($"ifb{number}");
    }

    private void DrawPort(string port, int ifbs)
    {
        if (Chance(4)) Qdisc(port);
        if (Chance(4)) return;
        Line($"      tc qdisc add dev {port} clsact");
        foreach (var side in new[] { "ingress", "egress" })
        {
            if (Chance(5)) Line($"      tc filter add dev {port} {side} pref 1 protocol ip u32 match ip protocol {(Chance(2) ? 17 : 1)} 0xff action mirred egress mirror dev sink0 pipe");
            if (Chance(6)) Line($"      tc filter add dev {port} {side} pref 2 protocol ip matchall action gact continue random determ drop {3 + Below(9)}");
            if (ifbs > 0 && Below(4) > 0) Redirect(port, side, "ifb" + Below(ifbs));
        }
    }

    private void Redirect(string port, string side, string ifb)
    {
        var match = Below(4) switch
        {
            0 => "protocol ip flower ip_proto udp",
            1 => "protocol ip u32 match ip dst 10.0.0.0/28",
            2 => "protocol ipv6 matchall",
            _ => "matchall",
        };
        Line($"      tc filter add dev {port} {side} pref 5 {match} action {(Chance(4) ? $"skbedit priority 1:{1 + Below(3)} pipe action " : "")}mirred egress redirect dev {ifb}");
    }

    private void Qdisc(string device)
    {
        var root = $"      tc qdisc add dev {device} root handle 1: ";
        switch (Below(_ordered ? 8 : 10))
        {
            case 0: Line($"{root}tbf rate {1 + Below(20)}mbit burst {4 + Below(60)}kb latency {1 + Below(50)}ms"); break;
            case 1: Line($"{root}pfifo limit {1 + Below(20)}"); break;
            case 2: Line($"{root}fq_codel limit {10 + Below(200)} target {1 + Below(5)}ms interval 20ms"); break;
            case 3: Line($"{root}netem delay {1 + Below(9)}ms loss {Below(10)}% limit {10 + Below(100)}"); break;
            case 4: Htb(device, root); break;
            case 5: Line($"{root}prio"); break;
            case 6: Line($"{root}sfq limit {8 + Below(60)}"); break;
            case 7: Line($"{root}red limit 60kb min 5kb max 15kb avpkt 1000 burst 10 probability 0.1 bandwidth 10mbit"); break;
            case 8: Line($"{root}netem delay {2 + Below(9)}ms {1 + Below(3)}ms loss {Below(5)}% duplicate {Below(20)}% corrupt {Below(5)}%"); break;
            default: Line($"{root}netem delay {2 + Below(9)}ms reorder {10 + Below(50)}% gap {1 + Below(4)}"); break;
        }
    }

    private void Htb(string device, string root)
    {
        Line($"{root}htb default 2");
        Line($"      tc class add dev {device} parent 1: classid 1:1 htb rate {1 + Below(8)}mbit ceil 10mbit");
        Line($"      tc class add dev {device} parent 1: classid 1:2 htb rate {1 + Below(8)}mbit");
        Line($"      tc filter add dev {device} parent 1: pref 1 protocol ip u32 match ip protocol 17 0xff classid 1:1");
    }

    private string Impairments(string way)
    {
        if (Chance(3)) return "";
        List<string> parts = [$"delay = {1 + Below(20)}ms"];
        if (!_ordered && Chance(3)) parts.Add($"jitter = {1 + Below(900)}us");
        if (Chance(3)) parts.Add($"loss = {Below(12)}%");
        if (!_ordered && Chance(4)) parts.Add($"duplicate = {Below(12)}%");
        if (!_ordered && Chance(5)) parts.Add($"reorder = {1 + Below(30)}%");
        if (Chance(3)) parts.Add($"rate = {1 + Below(20)}mbit");
        return $", {way} {{ {string.Join(", ", parts)} }}";
    }

    private int Below(int bound) => (int)_random.Below((uint)bound);

    private bool Chance(int oneIn) => Below(oneIn) == 0;

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
