using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Rule MIR-11b, row by row: what is sent where, with which marks, what becomes of the original, and what captures see.</summary>
public sealed class MirredMatrixTests
{
    /// <summary>What the capture on the target must see, and how often the original goes on.</summary>
    public sealed record Row(string Hook, string Direction, string Verb, bool Outgoing, int Length, bool Redirected, bool FromIngress, int Originals, string Captures);

    public static TheoryData<Row> Rows =>
    [
        new("ingress", "egress", "redirect", true, 100, true, true, 0, "D in, T out"),
        new("ingress", "egress", "mirror", true, 100, false, false, 1, "D in, T out"),
        new("ingress", "ingress", "redirect", false, 86, true, true, 0, "D in, T in"),
        new("ingress", "ingress", "mirror", false, 86, false, false, 1, "D in, T in"),
        new("egress", "egress", "redirect", true, 100, true, false, 0, "T out"),
        new("egress", "egress", "mirror", true, 100, false, false, 1, "D out, T out"),
        new("egress", "ingress", "redirect", false, 86, true, false, 0, "T in"),
        new("egress", "ingress", "mirror", false, 86, false, false, 1, "D out, T in"),
    ];

    [Theory]
    [Trait("rule", "MIR-11b")]
    [Trait("rule", "MIR-07")]
    [Trait("rule", "MIR-11")]
    [MemberData(nameof(Rows))]
    public void Every_way_of_sending_marks_the_frame_as_the_matrix_says(Row row)
    {
        using var lab = new TcBench();
        var (device, ns) = row.Hook == "ingress" ? (lab.Vb, lab.B) : (lab.Va, lab.A);
        var (target, far) = VethDevice.CreatePair("t0", "t1");
        foreach (var end in new[] { far, target }) ns.Register(end);
        foreach (var end in new[] { far, target }) ns.OpenDevice(end);
        lab.Lab.Run();
        var protocol = new Receiver();
        ns.Protocols.Add(protocol);
        var captures = new List<Sighting>();
        device.AddTap(new Capture("D", captures));
        target.AddTap(new Capture("T", captures));
        lab.Tc(ns, $"qdisc add dev {device.Name} clsact", $"filter add dev {device.Name} {row.Hook} {TcBench.MatchAll} {row.Direction} {row.Verb} dev t0");

        lab.X(1, 100);

        var sent = captures.Single(c => c.At == "T");
        // The receive core writes the number of the device that it works for; on the way out the device where the frame was caught stays.
        var arrivedOn = row.Outgoing ? device.IfIndex : target.IfIndex;
        sent.ShouldBe(new Sighting("T", row.Outgoing, row.Length, row.Redirected, row.FromIngress, arrivedOn, row.Hook == "ingress" ? PacketType.OtherHost : PacketType.Host));
        string.Join(", ", captures.Select(c => $"{c.At} {(c.Outgoing ? "out" : "in")}").Order(StringComparer.Ordinal)).ShouldBe(row.Captures);
        var originals = row.Hook == "ingress" ? protocol.Devices.Count(d => d == device.Name) : (int)device.GetStats().TxPackets;
        originals.ShouldBe(row.Originals);
        protocol.Devices.Count(d => d == "t0").ShouldBe(row.Outgoing ? 0 : 1);
        target.GetStats().TxPackets.ShouldBe(row.Outgoing ? 1 : 0);
        target.GetStats().RxPackets.ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "MIR-05")]
    public void Only_a_redirect_at_ingress_hands_over_the_frame_itself()
    {
        Identities("ingress", "redirect").ShouldBe((true, true), "the original is sent");
        Identities("ingress", "mirror").ShouldBe((false, true), "a copy is sent, and the original goes on");
        Identities("egress", "redirect").ShouldBe((false, false), "a copy is sent, and the original freed");
    }

    [Fact]
    [Trait("rule", "MIR-05")]
    public void Kernel_4_17_copies_always()
    {
        Identities("ingress", "redirect", KernelProfile.Linux417).ShouldBe((false, false), "a copy is sent, and the original freed");
    }

    /// <summary>Whether the target gets the very frame that was caught, and whether that frame still lives when it does.</summary>
    private static (bool Same, bool OriginalLives) Identities(string hook, string verb, KernelProfile? kernel = null)
    {
        using var lab = new TcBench(kernel);
        var (device, ns) = hook == "ingress" ? (lab.Vb, lab.B) : (lab.Va, lab.A);
        var target = new DummyDevice("t0");
        ns.Register(target);
        ns.OpenDevice(target);
        SkBuff? caught = null;
        var result = (false, false);
        if (hook == "ingress") device.AddTap(new Look(skb => caught ??= skb));
        target.AddTap(new Look(skb => result = (ReferenceEquals(caught, skb), caught?.Dev is not null)));
        lab.Tc(ns, $"qdisc add dev {device.Name} clsact", $"filter add dev {device.Name} {hook} {TcBench.MatchAll} egress {verb} dev t0");
        var before = lab.Lab.Pool.Outstanding;
        if (hook == "egress")
        {
            caught = lab.Lab.Frame(100);
            device.SendFromSocket(caught);
            lab.Lab.Run();
            return (result.Item1, device.GetStats().TxPackets > 0);
        }

        var received = new Receiver();
        ns.Protocols.Add(received);
        lab.X(1, 100);
        lab.Lab.Pool.Outstanding.ShouldBe(before);
        return (result.Item1, result.Item1 || received.Devices.Contains(device.Name));
    }

    private sealed record Sighting(string At, bool Outgoing, int Length, bool Redirected, bool FromIngress, int Iif, PacketType Type);

    private sealed class Capture(string name, List<Sighting> seen) : ITap
    {
        public void OnFrame(SkBuff skb, bool outgoing, Instant now) =>
            seen.Add(new Sighting(name, outgoing, skb.Length, skb.Redirected, skb.FromIngress, skb.SkbIif, skb.PacketType));
    }

    private sealed class Look(Action<SkBuff> look) : ITap
    {
        public void OnFrame(SkBuff skb, bool outgoing, Instant now) => look(skb);
    }
}

/// <summary>Takes every frame of the type that tests use, and remembers on which device it arrived.</summary>
internal sealed class Receiver : ActorNet.Core.Net.IProtocolHandler
{
    public List<string> Devices { get; } = [];

    public List<int> Lengths { get; } = [];

    public ushort Protocol => 0x88B5;

    public void Receive(SkBuff skb, NetDevice device)
    {
        Devices.Add(device.Name);
        Lengths.Add(skb.Length);
        skb.Free(DropReason.Consumed);
    }
}
