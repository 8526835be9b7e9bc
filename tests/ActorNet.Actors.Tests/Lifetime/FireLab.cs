using ActorNet.Actors.Messages;
using ActorNet.Actors.Tests.Harness;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Engine;
using Shouldly;

namespace ActorNet.Actors.Tests.Lifetime;

/// <summary>
/// A lab in which commands and frames are under way at the same time: requests are told and not waited for, and a seed decides which actor's turn comes next.
/// <see cref="Finish"/> removes everything and checks what must hold then.
/// </summary>
internal sealed class FireLab : IDisposable
{
    private readonly VirtualLab _lab;
    private readonly List<OriginWire> _wires = [];
    private readonly Dictionary<string, NetNamespace> _spaces = new(StringComparer.Ordinal);
    private readonly List<Task<object>> _injected = [];
    private readonly List<NetDevice> _held = [];
    private long _arrived;
    private bool _finished;

    public FireLab(ulong seed, params string[] namespaces)
    {
        _lab = new VirtualLab(seed);
        foreach (var ns in namespaces)
        {
            _lab.AddNamespace(ns);
            var anchor = _lab.Ask<PortAttached>(new ToNamespace(ns, new AttachPort("anchor" + ns, 1, Wire: null))).Device;
            _spaces.Add(ns, anchor.Namespace);
            anchor.Namespace.Protocols.Add(Origin);
        }
    }

    public Origin Origin { get; } = new();

    public VirtualLab Lab => _lab;

    /// <summary>Endpoints made so far, those that are gone included.</summary>
    public IReadOnlyList<OriginWire> Wires => _wires;

    /// <summary>A namespace's devices, to look at between runs.</summary>
    public NetNamespace Space(string ns) => _spaces[ns];

    /// <summary>A command whose outcome does not matter.</summary>
    public void Tell(string ns, string line) => _lab.Lab.Tell(new ToNamespace(ns, new RunCommand(CommandLine.Split(line))), ActorRefs.NoSender);

    /// <summary>A TAP endpoint with a wire, up; it exists after the next run, unless its name is taken by another kind.</summary>
    public void AddPort(string ns, string name)
    {
        _lab.Lab.Tell(new ToNamespace(ns, new AttachPort(name, 1, sink => Connect(sink, _spaces[ns].Get(name)))), ActorRefs.NoSender);
        _lab.Lab.Tell(new ToNamespace(ns, new SetLink(name, Up: true)), ActorRefs.NoSender);
    }

    /// <summary>Frames arrive at an endpoint.</summary>
    public void Arrive(OriginWire wire, int count)
    {
        _arrived += count;
        wire.Arrive(count);
    }

    /// <summary>A socket sends frames on whatever device has that name then.</summary>
    public void Inject(string ns, string device, int count)
    {
        var frames = Enumerable.Range(0, count).Select(_ => (ReadOnlyMemory<byte>)Origin.FrameOfAnybody()).ToArray();
        _injected.Add(_lab.Lab.Ask<object>(new ToNamespace(ns, new Inject(device, frames)), TimeSpan.FromSeconds(30)));
    }

    /// <summary>Somebody uses a device, unless it is gone for good.</summary>
    public void Hold(NetDevice device)
    {
        if (device.RegState != RegState.Registered) return;
        device.Hold();
        _held.Add(device);
    }

    /// <summary>Lets one go that is held.</summary>
    public void PutOne()
    {
        if (_held.Count == 0) return;
        var device = _held[^1];
        _held.RemoveAt(_held.Count - 1);
        device.Put();
    }

    public void Run() => _lab.Run();

    public void Advance(int milliseconds) => _lab.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Removes all devices, lets all time pass, and checks: every frame accounted for, none where it does not belong, nobody and nothing left over.</summary>
    public void Finish()
    {
        Run();
        foreach (var ns in _lab.Snapshot().Namespaces.Where(n => !_spaces.ContainsKey(n.Name))) _lab.Sh(_spaces.Keys.First(), "ip netns del " + ns.Name);
        foreach (var ns in _spaces.Keys) _lab.Ask<Done>(new ToNamespace(ns, new RemoveAll()));
        var work = _spaces.Values.First().Work;
        while (_held.Count > 0)
        {
            work.Todo.Waiting.ShouldContain(_held[^1], "a user keeps it, and only a user");
            PutOne();
        }

        Advance(60_000);
        var snapshot = _lab.Snapshot();
        Origin.Wrong.ShouldBeEmpty();
        snapshot.FramesOutstanding.ShouldBe(0);
        snapshot.Actors.ShouldBe(0, "every device's actor has ended");
        work.Todo.Waiting.ShouldBeEmpty("every unregistration has finished");
        work.LinkWatch.Count.ShouldBe(0);
        _wires.ShouldAllBe(w => w.Device.RegState == RegState.Released);
        (Origin.Delivered + Origin.Written + snapshot.Drops.Values.Sum()).ShouldBe(_arrived + Injected(), "delivered, written or dropped with a reason");
        _finished = true;
    }

    /// <summary>A lab that did not finish well is left alone, so that the first finding is the one that is reported.</summary>
    public void Dispose()
    {
        if (_finished) _lab.Dispose();
    }

    /// <summary>Frames that sockets made: what is refused because the device is down never becomes one.</summary>
    private long Injected() => _injected.Sum(a => a.IsCompletedSuccessfully && a.Result is Injected told ? told.Ok + told.NoBuffers : 0);

    private OriginWire Connect(IWireSink sink, NetDevice device)
    {
        var wire = new OriginWire(Origin, sink, device);
        _wires.Add(wire);
        return wire;
    }
}
