using System.Diagnostics;
using ActorNet.Node.Cli;
using Shouldly;

namespace ActorNet.Node.Tests.Harness;

/// <summary>The program with a state directory, a log and topologies of its own. Dispose takes everything down and checks that nothing is left.</summary>
internal sealed class Actornet : IDisposable
{
    private static int _count;

    private readonly string _folder;

    public Actornet()
    {
        var number = Interlocked.Increment(ref _count);
        Name = $"t{Environment.ProcessId}-{number}";
        _folder = Path.Combine(Path.GetTempPath(), "actornet-" + Name);
        Directory.CreateDirectory(_folder);
        State = Path.Combine(_folder, "state");
        Settings = Path.Combine(_folder, "settings.conf");
        File.WriteAllText(Settings, $"actornet.node.log.file = \"{Log}\"\n");
    }

    /// <summary>Of the topology, and the beginning of its namespaces' names.</summary>
    public string Name { get; }

    public string State { get; }

    public string Settings { get; }

    public string Log => Path.Combine(_folder, "log");

    public static string Library { get; } = typeof(ExitCodes).Assembly.Location;

    /// <summary>Namespaces of the machine that belong to this topology.</summary>
    public string[] Namespaces => !Directory.Exists("/run/netns") ? [] : [.. Directory.EnumerateFiles("/run/netns").Select(f => Path.GetFileName(f)).Where(n => n.StartsWith(Name + "-", StringComparison.Ordinal)).Order()];

    /// <summary>Files of the state directory.</summary>
    public string[] StateFiles => Directory.Exists(State) ? [.. Directory.EnumerateFiles(State).Select(f => Path.GetFileName(f)).Order()] : [];

    /// <summary>A file with a text, and the topology's name behind it.</summary>
    public string Topology(string text)
    {
        var file = Path.Combine(_folder, "topology.conf");
        File.WriteAllText(file, $"{text}\ntopology = \"{Name}\"\n");
        return file;
    }

    /// <summary>One of configs/, under this name.</summary>
    public string Config(string name) => Topology(File.ReadAllText(Checkout.Config(name)));

    public Outcome Run(params IReadOnlyList<string> words) => Run([], words);

    public Outcome Run(IReadOnlyList<(string Name, string Value)> environment, IReadOnlyList<string> words) => Programs.Run(Info(environment, words), TimeSpan.FromMinutes(2));

    public ProcessStartInfo Info(IReadOnlyList<(string Name, string Value)> environment, IReadOnlyList<string> words)
    {
        var info = Programs.Info("dotnet", [Library, "--config", Settings, "--state-dir", State, .. words]);
        foreach (var (name, value) in environment) info.Environment[name] = value;
        return info;
    }

    /// <summary>Runs what must succeed.</summary>
    public string Do(params IReadOnlyList<string> words)
    {
        var outcome = Run(words);
        outcome.ExitCode.ShouldBe(0, $"actornet {string.Join(' ', words)}: {outcome}\n{LogText}");
        return outcome.Output;
    }

    public string LogText => File.Exists(Log) ? File.ReadAllText(Log) : "(no log)";

    public void Dispose()
    {
        Run("down", "--all");
        Run("gc");
        var left = Namespaces;
        foreach (var name in left) Programs.Run("ip", "netns", "del", name);
        var files = StateFiles;
        Directory.Delete(_folder, recursive: true);
        left.ShouldBeEmpty("namespaces are left");
        files.ShouldBeEmpty("files are left in the state directory");
    }
}
