using System.Diagnostics;
using ActorNet.Linux.Iproute;
using ActorNet.Linux.Namespaces;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench;

/// <summary>VDE's switch, the classic emulator in user space: one process for the switch, one for each TAP, sockets between them. No ifb, so it has less to do.</summary>
internal sealed class VdePath : TapPath
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly List<BenchProgram> _programs = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actornet-bench-");

    public override string Name => TapPaths.Vde;

    public override string Sender => Alice.Name!.Text;

    public override string Receiver => BobSpace.Name!.Text;

    private NetworkNamespace Alice { get; }

    private NetworkNamespace BobSpace { get; }

    private VdePath(BenchScope scope)
    {
        Alice = scope.AddNamespace("vde-alice");
        BobSpace = scope.AddNamespace("vde-bob");
    }

    /// <summary>Starts the three programs.</summary>
    public static async Task<TapPath> StartAsync(BenchScope scope, CancellationToken stop)
    {
        var path = new VdePath(scope);
        try
        {
            await path.StartSwitchAsync(scope, stop).ConfigureAwait(false);
            await path.PlugAsync(scope, path.Alice, AliceMac, AliceAddress, stop).ConfigureAwait(false);
            await path.PlugAsync(scope, path.BobSpace, BobMac, BobAddress, stop).ConfigureAwait(false);
            return path;
        }
        catch
        {
            await path.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        for (var i = _programs.Count - 1; i >= 0; i--) await _programs[i].DisposeAsync().ConfigureAwait(false);
        _folder.Delete(recursive: true);
    }

    private string SwitchFolder => Path.Combine(_folder.FullName, "switch");

    private async Task StartSwitchAsync(BenchScope scope, CancellationToken stop)
    {
        // Its console reads our pipe, and ends the switch when we are gone.
        var program = BenchProgram.Start(scope.Ledger, new ProcessStartInfo("vde_switch", ["-s", SwitchFolder, "-M", Path.Combine(_folder.FullName, "mgmt")]));
        _programs.Add(program);
        await UntilAsync(program, () => File.Exists(Path.Combine(SwitchFolder, "ctl")), stop).ConfigureAwait(false);
    }

    private async Task PlugAsync(BenchScope scope, NetworkNamespace space, string mac, string address, CancellationToken stop)
    {
        var program = BenchProgram.Start(scope.Ledger, NamespaceCommand.StartInfo(space.Name!.Text, "vde_plug2tap", ["-s", SwitchFolder, Device]));
        _programs.Add(program);
        await UntilAsync(program, () => InterfaceCounters.Received(space, Device) is not null, stop).ConfigureAwait(false);
        var lines =
            $"""
            link set dev {Device} address {mac}
            addr add {address} dev {Device}
            link set dev lo up
            link set dev {Device} up
            """;
        await BenchScope.RunAsync(IprouteTool.Ip, space, lines, stop).ConfigureAwait(false);
    }

    private static async Task UntilAsync(BenchProgram program, Func<bool> isReady, CancellationToken stop)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!isReady())
        {
            await program.CheckAliveAsync().ConfigureAwait(false);
            if (Stopwatch.GetElapsedTime(begin) > Patience) throw new NodeException($"a program of VDE did not become ready within {Patience.TotalSeconds:0} s.");
            await Task.Delay(Interval, stop).ConfigureAwait(false);
        }
    }
}
