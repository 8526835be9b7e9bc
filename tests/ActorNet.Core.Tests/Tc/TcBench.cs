using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Harness;
using ActorNet.Core.Tests.Sched;
using Shouldly;

namespace ActorNet.Core.Tests.Tc;

/// <summary>The namespaces of section G: va in a, its other end vb, an IFB and further cables in b. tc lines go to one namespace.</summary>
internal sealed class TcBench : IDisposable
{
    public const string MatchAll = "protocol all prio 10 u32 match u32 0 0 action mirred";

    public TcBench(KernelProfile? kernel = null)
    {
        A = Lab.AddNamespace("a", kernel);
        B = Lab.AddNamespace("b", kernel);
        var (va, vb) = VethDevice.CreatePair("va", "vb");
        B.Register(vb);
        A.Register(va);
        A.OpenDevice(va);
        B.OpenDevice(vb);
        Lab.Run();
        Ifb0 = AddIfb("ifb0");
        Va = va;
        Vb = vb;
    }

    public TestLab Lab { get; } = new();

    public NetNamespace A { get; }

    public NetNamespace B { get; }

    public VethDevice Va { get; }

    public VethDevice Vb { get; }

    public IfbDevice Ifb0 { get; }

    public IfbDevice AddIfb(string name)
    {
        var ifb = new IfbDevice(name);
        B.Register(ifb);
        B.OpenDevice(ifb);
        return ifb;
    }

    public (VethDevice Vc, VethDevice Vd) AddCable()
    {
        var (vc, vd) = VethDevice.CreatePair("vc", "vd");
        B.Register(vd);
        B.Register(vc);
        B.OpenDevice(vc);
        B.OpenDevice(vd);
        Lab.Run();
        return (vc, vd);
    }

    public string Tc(NetNamespace ns, params string[] lines) => string.Concat(lines.Select(line => TcRunner.Run(ns, line)));

    /// <summary>va sends; answers how many the socket took.</summary>
    public int X(int count, int size) => Lab.Inject(Va, count, size);

    /// <summary>One frame of 1514 bytes alone, then a burst in one softirq's work.</summary>
    public void Burst(int count, int size)
    {
        X(1, 1514);
        for (var i = 0; i < count; i++) Va.SendFromSocket(Lab.Frame(size));
        Lab.Run();
    }

    /// <summary>Sends one frame with these bytes behind the MAC header through va's egress hook; answers whether it got through.</summary>
    public bool Passes(byte[] payload, ushort type = 0x88B5)
    {
        var before = Va.GetStats().TxPackets;
        var skb = Lab.Frame(14 + payload.Length, type);
        payload.CopyTo(skb.Span[14..]);
        Va.SendFromSocket(skb);
        Lab.Run();
        return Va.GetStats().TxPackets > before;
    }

    public TcAction Action(NetNamespace ns, uint index = 1, string kind = "mirred") => ns.Actions.Find(kind, index).ShouldNotBeNull();

    /// <summary>packets/bytes over overlimits of an action.</summary>
    public string Act(NetNamespace ns, uint index = 1, string kind = "mirred")
    {
        var s = Action(ns, index, kind).Stats;
        return string.Create(CultureInfo.InvariantCulture, $"{s.Packets}/{s.Bytes} over {s.Overlimits}");
    }

    /// <summary>packets/bytes drops of a hook qdisc.</summary>
    public static string Hook(NetDevice device)
    {
        var s = device.HookQdisc!.Stats;
        return string.Create(CultureInfo.InvariantCulture, $"{s.Packets}/{s.Bytes} drops {s.Drops}");
    }

    /// <summary>rx packets/bytes/dropped tx packets/bytes/dropped.</summary>
    public static string Link(NetDevice device)
    {
        var s = device.GetStats();
        return string.Create(CultureInfo.InvariantCulture, $"rx {s.RxPackets}/{s.RxBytes}/{s.RxDropped} tx {s.TxPackets}/{s.TxBytes}/{s.TxDropped}");
    }

    public void Dispose() => Lab.Dispose();
}
