using ActorNet.Actors.Messages;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using Shouldly;

namespace ActorNet.Actors.Tests.Harness;

/// <summary>A lab of actors on the virtual clock. Dispose removes every device and checks that no frame leaked.</summary>
public sealed class VirtualLab : IDisposable
{
    private readonly VirtualSystem _virtual;

    public VirtualLab(ulong seed = 0, LabSettings? settings = null)
    {
        _virtual = LoopSystem.CreateVirtual("test", seed);
        Lab = _virtual.System.ActorOf(LabActor.Configure(settings ?? new LabSettings()), "lab");
        Run();
    }

    public IActorRef Lab { get; }

    public ActorSystem System => _virtual.System;

    public void Run() => _virtual.RunUntilIdle();

    public void Advance(TimeSpan time) => _virtual.Advance(time);

    public void AddNamespace(string name) => Ask<NamespaceCreated>(new CreateNamespace(name, Seed: 1));

    /// <summary>Runs lines of ip and tc that must succeed.</summary>
    public void Sh(string ns, params string[] lines)
    {
        foreach (var line in lines)
        {
            var result = Execute(ns, line);
            result.ExitCode.ShouldBe(0, $"{line}: {result.Error}");
        }
    }

    public CommandResult Execute(string ns, string line) => Ask<CommandDone>(new ToNamespace(ns, new RunCommand(CommandLine.Split(line)))).Result;

    /// <summary>Makes a TAP endpoint whose wire is a list.</summary>
    public ListWire AddPort(string ns, string name)
    {
        ListWire? wire = null;
        Ask<PortAttached>(new ToNamespace(ns, new AttachPort(name, 1, sink => wire = new ListWire(sink))));
        Ask<Done>(new ToNamespace(ns, new SetLink(name, Up: true)));
        return wire!;
    }

    public LabSnapshot Snapshot() => Ask<LabSnapshot>(TakeSnapshot.Instance);

    public DeviceSnapshot Device(string ns, string name) =>
        Snapshot().Namespaces.Single(n => n.Name == ns).Devices.Single(d => d.Name == name);

    /// <summary>rx packets/bytes/dropped tx packets/bytes/dropped.</summary>
    public string S(string ns, string name)
    {
        var s = Device(ns, name).Stats;
        return $"rx {s.RxPackets}/{s.RxBytes}/{s.RxDropped} tx {s.TxPackets}/{s.TxBytes}/{s.TxDropped}";
    }

    public T Ask<T>(object message)
    {
        var answer = Lab.Ask<object>(message, TimeSpan.FromSeconds(5));
        Run();
        answer.IsCompleted.ShouldBeTrue($"no answer to {message}");
        return answer.GetAwaiter().GetResult().ShouldBeOfType<T>();
    }

    public void Dispose()
    {
        foreach (var ns in Snapshot().Namespaces) Ask<Done>(new ToNamespace(ns.Name, new RemoveAll()));
        Run();
        Snapshot().FramesOutstanding.ShouldBe(0, "every frame must have been delivered, dropped or purged");
        _virtual.Dispose();
    }
}
