using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Hosting;

namespace ActorNet.Node.Bench;

/// <summary>A topology of our own, in a daemon of its own, as <c>actornet up -d</c> starts it: alice's frames are redirected to ifb0 and come back to a bridge.</summary>
internal sealed class ActorNetPath : TapPath
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BenchScope _scope;
    private readonly string _topology;
    private readonly bool _busyPoll;
    private readonly DirectoryInfo _folder;

    private ActorNetPath(BenchScope scope, bool busyPoll)
    {
        _scope = scope;
        _busyPoll = busyPoll;
        _topology = scope.Name + (busyPoll ? "-busy" : "-lab");
        _folder = Directory.CreateTempSubdirectory("actornet-bench-");
    }

    /// <summary>The daemon's control socket.</summary>
    public string Socket => _scope.State.SocketOf(_topology);

    public override string Name => _busyPoll ? TapPaths.BusyPoll : TapPaths.ActorNet;

    public override string Sender => _topology + "-alice";

    public override string Receiver => _topology + "-bob";

    /// <summary>Starts the daemon.</summary>
    /// <param name="scope">Names it; its ledger is the daemon's own.</param>
    /// <param name="busyPoll">Its loop never sleeps.</param>
    /// <param name="stop">Gives up; nothing is left then.</param>
    public static async Task<TapPath> StartAsync(BenchScope scope, bool busyPoll, CancellationToken stop)
    {
        var path = new ActorNetPath(scope, busyPoll);
        try
        {
            var file = Path.Combine(path._folder.FullName, path._topology + ".conf");
            await File.WriteAllTextAsync(file, Text(path._topology, busyPoll), stop).ConfigureAwait(false);
            string[] config = scope.ConfigFile is null ? [] : ["--config", scope.ConfigFile];
            await DaemonLauncher.StartAsync([file, "--state-dir", scope.State.Path, .. config], progress: null, stop).ConfigureAwait(false);
            return path;
        }
        catch
        {
            path._folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Asks the daemon to take everything down, which it has done when it answers.</summary>
    public override async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        var answer = await ControlClient.AskAsync(_scope.State.SocketOf(_topology), ControlRequest.For(Verbs.Stop), Patience, CancellationToken.None).ConfigureAwait(false);
        if (answer.Error is not null) throw new NodeException(answer.Error);
    }

    /// <summary>The topology's file.</summary>
    /// <param name="topology">Its name.</param>
    /// <param name="busyPoll">Its loop never sleeps.</param>
    public static string Text(string topology, bool busyPoll) =>
        $$"""
        topology = {{topology}}
        {{(busyPoll ? "engine { busy-poll = on }" : "")}}
        hosts {
          alice { address = "{{AliceAddress}}", mac = "{{AliceMac}}" }
          bob { address = "{{BobAddress}}", mac = "{{BobMac}}" }
        }
        boxes {
          lab {
            ports = [alice, bob]
            setup = [
              "ip link add br0 type bridge"
              "ip link set alice master br0"
              "ip link set bob master br0"
              "ip link set br0 up"
              "ip link add ifb0 type ifb"
              "ip link set ifb0 up"
              "tc qdisc add dev alice ingress"
              "tc filter add dev alice parent ffff: protocol all u32 match u32 0 0 action mirred egress redirect dev ifb0"
            ]
          }
        }
        """;
}
