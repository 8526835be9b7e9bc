using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;
using Shouldly;

namespace ActorNet.Core.Tests.Harness;

/// <summary>
/// Runs namespaces without actors: frames in one list, drains after all frames, timers by deadline. Slow and obvious, so that it can serve as the
/// model of what the actors do. Dispose checks that no frame leaked.
/// </summary>
public sealed class TestLab : IDisposable
{
    private readonly Queue<(NetDevice Target, FramePath Path, SkBuff Skb, MirredAction? Via)> _frames = new();
    private readonly Queue<NetDevice> _raised = new();
    private readonly Queue<IfbQueue> _drains = new();
    private readonly SortedDictionary<(long At, long Order), NetDevice> _timers = [];
    private readonly Dictionary<NetDevice, (long At, long Order)> _armed = [];
    private long _order;

    public SkBuffPool Pool { get; } = new(maxFrames: 100_000, maxBytes: 512L << 20);

    public NetLab Lab { get; } = new();

    public Instant Now { get; private set; } = new(1_000_000_000);

    public NetNamespace AddNamespace(string name, KernelProfile? kernel = null)
    {
        var ns = new NetNamespace(name, kernel, seed: 1) { Clock = () => Now };
        ns.DeviceRegistered = Adopt;
        Lab.Add(ns);
        return ns;
    }

    /// <summary>Hands a frame to a device's transmit path as a packet socket does.</summary>
    public Errno Inject(NetDevice device, SkBuff skb) => device.SendFromSocket(skb);

    public int Inject(NetDevice device, int count, int size, ushort type = 0x88B5)
    {
        var ok = 0;
        for (var i = 0; i < count; i++)
        {
            if (Inject(device, Frame(size, type, mark: (byte)i)) == Errno.None) ok++;
        }

        Run();
        return ok;
    }

    public SkBuff Frame(int size, ushort type = 0x88B5, string dst = "02:00:00:00:00:02", string src = "02:00:00:00:00:01", byte mark = 0)
    {
        var skb = Pool.Rent(size) ?? throw new InvalidOperationException("pool exhausted");
        skb.Span.Clear();
        MacAddress.TryParse(dst, out var d).ShouldBeTrue();
        MacAddress.TryParse(src, out var s).ShouldBeTrue();
        d.Write(skb.Span);
        s.Write(skb.Span[6..]);
        skb.Span[12] = (byte)(type >> 8);
        skb.Span[13] = (byte)type;
        if (size > 14) skb.Span[14] = mark;
        return skb;
    }

    /// <summary>Lets a frame arrive at a device from outside.</summary>
    public void Receive(NetDevice device, SkBuff skb) => _frames.Enqueue((device, FramePath.Wire, skb, null));

    /// <summary>Everything that can happen now: frames first, then what the control plane put off.</summary>
    public void Run()
    {
        while (true)
        {
            if (_frames.TryDequeue(out var item)) Deliver(item.Target, item.Path, item.Skb, item.Via);
            else if (_raised.TryDequeue(out var device)) device.RunTxQueues();
            else if (_drains.TryDequeue(out var queue)) RunDrain(queue);
            else if (Lab.Work.Deadline <= Now) Lab.Work.Run(Now);
            else return;
        }
    }

    /// <summary>Lets time pass, deadline by deadline.</summary>
    public void Advance(long nanoseconds)
    {
        var end = Now.Plus(nanoseconds);
        Run();
        while (NextDeadline() is var next && next <= end.Nanoseconds)
        {
            Now = new Instant(Math.Max(Now.Nanoseconds, next));
            if (_timers.Count > 0 && _timers.First() is var (key, device) && key.At == next)
            {
                _timers.Remove(key);
                _armed.Remove(device);
                device.OnWatchdog();
            }

            Run();
        }

        Now = end;
    }

    public void Dispose()
    {
        Run();
        foreach (var ns in Lab.Namespaces) ns.DeleteAll();
        Run();
        Pool.CollectForeign();
        Pool.Outstanding.ShouldBe(0, "every frame must have been delivered, dropped or purged");
    }

    private long NextDeadline()
    {
        var timer = _timers.Count > 0 ? _timers.First().Key.At : long.MaxValue;
        return Math.Min(timer, Lab.Work.Deadline.Nanoseconds);
    }

    private void Adopt(NetDevice device) => device.Runtime = new Runtime(this, device);

    private void Deliver(NetDevice target, FramePath path, SkBuff skb, MirredAction? via)
    {
        if (target.RegState is RegState.Unregistered or RegState.Released)
        {
            skb.Free(DropReason.DeviceGone);
            return;
        }

        var origin = MirredOrigin.Of(skb);
        switch (path)
        {
            case FramePath.Wire: target.ReceiveFromWire(skb); break;
            case FramePath.Receive: Report(target.NetifReceive(skb), via, origin); break;
            case FramePath.Transmit: Report(!target.Transmit(skb).IsLoss(), via, origin); break;
            case FramePath.BridgeInput: ((Core.Bridge.BridgeDevice)target).Input(skb); break;
            case FramePath.Reinject when skb.FromIngress: target.NetifReceive(skb); break;
            case FramePath.Reinject: target.Transmit(skb); break;
            case FramePath.IfbQueue: Arrive((IfbDevice)target, skb); break;
        }
    }

    private void Arrive(IfbDevice ifb, SkBuff skb)
    {
        var queue = ifb.Queues[skb.QueueMapping];
        if (queue.Xmit(skb)) _drains.Enqueue(queue);
    }

    private void RunDrain(IfbQueue queue)
    {
        if (queue.Drain(queue.Device.Runtime)) _drains.Enqueue(queue);
    }

    private static void Report(bool ok, MirredAction? via, MirredOrigin origin)
    {
        if (!ok) via?.OnSendFailed(origin);
    }

    private sealed class Runtime(TestLab lab, NetDevice device) : IDeviceRuntime
    {
        public Instant Now => lab.Now;

        public Instant Jiffies => lab.Now;

        public SkBuffPool Pool => lab.Pool;

        public void Send(NetDevice target, FramePath path, SkBuff skb, MirredAction? via = null) => lab._frames.Enqueue((target, path, skb, via));

        public Core.Sched.XmitResult SendThrough(NetDevice from, NetDevice target, SkBuff skb) => target.Transmit(skb);

        public void RaiseTx() => lab._raised.Enqueue(device);

        public void ArmWatchdog(Instant deadline)
        {
            if (lab._armed.Remove(device, out var old)) lab._timers.Remove(old);
            if (deadline == Instant.Never) return;
            var key = (deadline.Nanoseconds, lab._order++);
            lab._timers.Add(key, device);
            lab._armed[device] = key;
        }
    }
}
