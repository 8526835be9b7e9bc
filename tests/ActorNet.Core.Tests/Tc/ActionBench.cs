using System.Reflection;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Runs one action, given in tc's words, on frames: no hook, no filter.</summary>
internal sealed class ActionBench : IDisposable
{
    private readonly TcBench _lab;

    public ActionBench(KernelProfile? kernel = null) => _lab = new TcBench(kernel);

    public SkBuffPool Pool => _lab.Lab.Pool;

    /// <summary>Verdict and reason of the run before.</summary>
    public (TcVerdict Verdict, DropReason Because) Last { get; private set; }

    public TcAction Make(string words) => ActionParser.ParseOne(new ArgReader(words.Split(' '))).Create(_lab.B);

    /// <summary>Makes a frame that stands at its MAC header.</summary>
    public SkBuff Frame(byte[] bytes)
    {
        var skb = Pool.Rent(bytes.Length)!;
        bytes.CopyTo(skb.Span);
        skb.Protocol = (ushort)TestPacket.Get16(bytes, 12);
        skb.QdiscPktLen = bytes.Length;
        return skb;
    }

    /// <summary>Runs the action on a frame with these bytes and answers the bytes that come out.</summary>
    public byte[] Run(string words, byte[] bytes, bool atIngress = false) => Run(Make(words), bytes, atIngress);

    /// <summary>Runs the action on a frame with these bytes and answers the bytes that come out.</summary>
    public byte[] Run(TcAction action, byte[] bytes, bool atIngress = false)
    {
        var skb = Frame(bytes);
        if (atIngress) skb.Pull(EthernetHeader.Size);
        Run(action, skb, atIngress);
        var result = skb.Frame.ToArray();
        skb.Free(DropReason.Consumed);
        return result;
    }

    /// <summary>Runs the action on a frame, which stays the caller's.</summary>
    public void Run(TcAction action, SkBuff skb, bool atIngress = false)
    {
        var context = new TcContext { Device = _lab.Vb, AtIngress = atIngress, Now = _lab.Lab.Now };
        Last = (action.Run(skb, ref context), context.ShotBecause);
    }

    /// <summary>Runs the action on a frame that shares its bytes when there is no buffer to copy them into; answers the bytes.</summary>
    public byte[] RunWithoutBuffers(TcAction action, byte[] bytes)
    {
        var pool = new SkBuffPool(64, SkBuffPool.LargeFrame + SkBuffPool.Headroom);
        var skb = pool.Rent(SkBuffPool.LargeFrame)!;
        bytes.CopyTo(skb.Span);
        skb.Length = bytes.Length;
        skb.Protocol = (ushort)TestPacket.Get16(bytes, 12);
        var copy = pool.Clone(skb)!;
        var runtime = DispatchProxy.Create<IDeviceRuntime, NothingButAPool>();
        ((NothingButAPool)(object)runtime).Pool = pool;
        var usual = _lab.Vb.Runtime;
        _lab.Vb.Runtime = runtime;
        var context = new TcContext { Device = _lab.Vb, AtIngress = false, Now = _lab.Lab.Now };
        Last = (action.Run(skb, ref context), context.ShotBecause);
        var result = skb.Frame.ToArray();
        skb.Free(DropReason.Consumed);
        copy.Free(DropReason.Consumed);
        _lab.Vb.Runtime = usual;
        return result;
    }

    public void Dispose() => _lab.Dispose();

    /// <summary>A runtime of which nothing is asked but its pool.</summary>
    internal class NothingButAPool : DispatchProxy
    {
        public SkBuffPool? Pool { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == "get_" + nameof(IDeviceRuntime.Pool) ? Pool : throw new NotSupportedException(targetMethod?.Name);
    }
}
