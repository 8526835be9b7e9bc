using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Engine;
using ActorNet.Engine.Loops;

namespace ActorNet.Benchmarks;

/// <summary>Two ports on a bridge in a lab on the virtual clock: everything of the path but the kernel.</summary>
internal sealed class LabFixture : IDisposable
{
    private readonly VirtualSystem _virtual = LoopSystem.CreateVirtual("bench");
    private readonly IActorRef _lab;

    public LabFixture(params string[] setup)
    {
        _lab = _virtual.System.ActorOf(LabActor.Configure(new LabSettings()), "lab");
        Ask(new CreateNamespace("lab"));
        Alice = AddPort("alice");
        Bob = AddPort("bob");
        foreach (var line in setup) Command(line);
        for (var i = 0; i < 100; i++) Send(64);
    }

    public CountingWire Alice { get; }

    public CountingWire Bob { get; }

    /// <summary>One burst from alice, carried to its end.</summary>
    public void Send(int frames)
    {
        for (var i = 0; i < frames; i++) Alice.Arrive();
        Alice.EndOfBurst();
        _virtual.RunUntilIdle();
    }

    public void Command(string line)
    {
        var done = (CommandDone)Ask(new ToNamespace("lab", new RunCommand(Core.Iproute2.CommandLine.Split(line))));
        if (done.Result.ExitCode != 0) throw new InvalidOperationException($"{line}: {done.Result.Error}");
    }

    public void Dispose() => _virtual.Dispose();

    private CountingWire AddPort(string name)
    {
        CountingWire? wire = null;
        Ask(new ToNamespace("lab", new AttachPort(name, 1, sink => wire = new CountingWire(sink))));
        Ask(new ToNamespace("lab", new SetLink(name, Up: true)));
        return wire!;
    }

    private object Ask(object message)
    {
        var answer = _lab.Ask<object>(message, TimeSpan.FromSeconds(5));
        _virtual.RunUntilIdle();
        return answer.GetAwaiter().GetResult();
    }
}

/// <summary>The far end of a port: makes frames, counts frames.</summary>
internal sealed class CountingWire(IWireSink sink) : IWire
{
    private static readonly byte[] Template = MakeTemplate();

    public DeviceFeatures Offloads => DeviceFeatures.Sg | DeviceFeatures.HwCsum | DeviceFeatures.AllTso;

    public long Written { get; private set; }

    public WireStatus Write(SkBuff skb, int queue)
    {
        Written++;
        return WireStatus.Written;
    }

    public void Arrive()
    {
        var skb = sink.Pool.Rent(60)!;
        Template.CopyTo(skb.Span);
        sink.Receive(skb);
    }

    public void EndOfBurst() => sink.EndOfBurst();

    private static byte[] MakeTemplate()
    {
        var frame = new byte[60];
        new MacAddress(0x0200_0000_0002).Write(frame);
        new MacAddress(0x0200_0000_0001).Write(frame.AsSpan(6));
        frame[12] = 0x08;
        frame[14] = 0x45;
        frame[17] = 46;
        frame[23] = 17;
        return frame;
    }
}
