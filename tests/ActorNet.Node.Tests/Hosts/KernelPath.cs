using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorNet.Actors;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Linux.Hosts;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Loops;
using ActorNet.Linux.Tap;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using KernelHost = ActorNet.Linux.Hosts.Host;
using KernelHostAddress = ActorNet.Linux.Hosts.HostAddress;

namespace ActorNet.Node.Tests.Hosts;

/// <summary>A kernel and a built-in host, in two ports of one emulated bridge: kernel - TAP - "real" - br0 - "built" - host.</summary>
internal sealed class KernelPath : IAsyncDisposable
{
    public static readonly IPAddress Built4 = IPAddress.Parse("10.9.0.2");
    public static readonly IPAddress Built6 = IPAddress.Parse("fd09::2");
    public static readonly IPAddress Kernel4 = IPAddress.Parse("10.9.0.1");
    public static readonly IPAddress Kernel6 = IPAddress.Parse("fd09::1");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _last;

    private readonly string _directory;
    private readonly OwnershipLedger _ledger;
    private readonly HostNetwork _hosts;
    private readonly ActorSystem _system;
    private readonly IActorRef _lab;
    private readonly IActorRef _host;

    private KernelPath(string directory, OwnershipLedger ledger, HostNetwork hosts, bool ecn)
    {
        (_directory, _ledger, _hosts) = (directory, ledger, hosts);
        _system = LoopSystem.Create("kernel", new LoopOptions { Loops = 1, PollerFactory = static () => new EpollPoller() });
        _lab = _system.ActorOf(LabActor.Configure(new LabSettings()).WithDispatcher(Dispatchers.Loop(0)), "lab");
        var settings = new HostSettings
        {
            Mac = new MacAddress(0x0200_0000_0909),
            Addresses = [new(Built4, 24), new(Built6, 64)],
            Ecn = ecn,
            Seed = 7,
        };
        _host = _system.ActorOf(HostActor.Configure(settings).WithDispatcher(Dispatchers.Loop(0)), "host");
    }

    public KernelHost Kernel => _hosts.Hosts[0];

    public static async Task<KernelPath> StartAsync(TapOffloads offloads = TapOffloads.All, bool ecn = false)
    {
        Needs.Root();
        var name = string.Create(CultureInfo.InvariantCulture, $"actornet-kernel-{Environment.ProcessId}-{Interlocked.Increment(ref _last)}");
        var directory = Path.Combine(Path.GetTempPath(), name);
        var ledger = OwnershipLedger.Create(directory, "kernel");
        var spec = new HostSpec
        {
            Name = "kernel",
            NamespaceName = name,
            Interfaces = [new HostInterface { Addresses = [KernelHostAddress.Parse("10.9.0.1/24"), KernelHostAddress.Parse("fd09::1/64")], Tap = new TapOptions { Offloads = offloads } }],
        };
        var hosts = await HostNetwork.CreateAsync([spec], ledger);
        var path = new KernelPath(directory, ledger, hosts, ecn);
        await path.BuildAsync();
        return path;
    }

    /// <summary>Runs a command in the emulated box.</summary>
    public async Task ShAsync(string line)
    {
        var done = (CommandDone)await _lab.Ask<object>(new ToNamespace("lab", new RunCommand(CommandLine.Split(line))), Patience);
        done.Result.ExitCode.ShouldBe(0, $"{line}: {done.Result.Error}");
    }

    /// <summary>Both directions behave so from now on.</summary>
    /// <param name="netem">A netem and its settings; empty for none.</param>
    public async Task TroubleAsync(string netem)
    {
        if (netem.Length == 0) return;
        await ShAsync("tc qdisc add dev real root " + netem);
        await ShAsync("tc qdisc add dev built root " + netem);
    }

    /// <summary>Asks the built-in host.</summary>
    public async Task<T> AskAsync<T>(object request) => (T)await _host.Ask<object>(request, Patience);

    /// <summary>Runs a program in the kernel's namespace.</summary>
    public Outcome Run(string program, params string[] arguments) => Programs.Run("ip", ["netns", "exec", Kernel.Spec.NamespaceName, program, .. arguments]);

    /// <summary>Makes a socket in the kernel's namespace.</summary>
    public Socket Socket(IPAddress address, bool stream) => Kernel.Namespace.Run(
        () => new Socket(address.AddressFamily, stream ? SocketType.Stream : SocketType.Dgram, stream ? ProtocolType.Tcp : ProtocolType.Udp));

    /// <summary>Sets a switch of the kernel's namespace.</summary>
    public void Sysctl(string name, string value) => Kernel.Namespace.Run(() => File.WriteAllText("/proc/sys/" + name.Replace('.', '/'), value));

    public async ValueTask DisposeAsync()
    {
        await _lab.Ask<object>(new ToNamespace("lab", new RemoveAll()), Patience);
        await _system.Terminate().WaitAsync(Patience);
        _system.Dispose();
        _hosts.Dispose();
        _ledger.Dispose();
        if (Directory.Exists(_directory)) Directory.Delete(_directory, recursive: true);
    }

    private async Task BuildAsync()
    {
        (await _lab.Ask<object>(new CreateNamespace("lab"), Patience)).ShouldBeOfType<NamespaceCreated>();
        var tap = Kernel.Taps[0];
        await AttachAsync(new AttachPort("real", 1, sink => TapPort.Attach(EventLoop.Current!.Poller, tap, sink)));
        await AttachAsync(new AttachPort("built", 1, sink => new HostWire(sink, _host)));
        foreach (var line in (string[])["ip link add br0 type bridge", "ip link set real master br0", "ip link set built master br0", "ip link set br0 up", "ip link set real up", "ip link set built up"])
            await ShAsync(line);
    }

    private async Task AttachAsync(AttachPort port) => (await _lab.Ask<object>(new ToNamespace("lab", port), Patience)).ShouldBeOfType<PortAttached>();
}
