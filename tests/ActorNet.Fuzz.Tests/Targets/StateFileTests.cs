using System.Text;
using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Node.Cli;
using ActorNet.Node.Settings;
using ActorNet.Node.Shell.Editing;
using ActorNet.Node.State;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>Files that the program leaves for itself or a user writes: records of daemons, the shell's history, settings.</summary>
public sealed class StateFileTests : IDisposable
{
    private static readonly byte[][] Records =
    [
        Encoding.UTF8.GetBytes("""{"name":"demo","state":"running","pid":812,"startTicks":99,"started":"2026-11-21T18:56:19+00:00","file":"/x.conf","node":"n","boxes":["lab"],"hosts":[{"name":"alice","namespace":"demo-alice","box":"lab","addresses":["10.0.0.1/24"]}]}"""),
        Encoding.UTF8.GetBytes("""{"name":"demo","state":"starting","pid":1,"startTicks":0,"started":"2026-11-21T18:56:19Z","file":"","node":"","boxes":[],"hosts":[]}"""), "null"u8.ToArray(), [],
    ];

    private static readonly byte[][] Histories = [Encoding.UTF8.GetBytes("ip link show\ntc qdisc show\n"), Encoding.UTF8.GetBytes("a\r\n\r\n  \nb"), [0xFF, 0xFE, (byte)'a', 0, 10, 0], []];

    private static readonly string[] Settings = [Hocon.ReferenceConf.Text, "actornet.engine { loops = auto, spin = 10us }", "actornet.node.log { level = debug, file = \"/tmp/x\", files = 3 }", "actornet.frames.pool-bytes = 64MiB"];

    private static readonly string[] Words = ["actornet", "engine", "node", "frames", "loops", "auto", "throughput", "spin", "log", "level", "file", "10us", "64MiB", "0600", "\"x\"", "true", "-1", "{", "}", "="];

    private readonly string _folder = Directory.CreateTempSubdirectory("fuzz").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_record_is_read_or_there_is_none() => Fuzzer.OfBytes("record", static s => ByteMutator.Mutate(s, Records, 4096), bytes =>
    {
        var state = new StateDirectory(_folder);
        File.WriteAllBytes(state.RecordOf("demo"), bytes);
        var record = state.Read("demo");
        if (record is { Name: not "demo" } or { Boxes: null } or { Hosts: null } or { State: null }) throw new InvalidOperationException($"{record} was read.");
        new TopologyCatalog(state).All();
    }).Run(3000);

    [Fact]
    public void A_history_is_read_whatever_stands_in_it() => Fuzzer.OfBytes("history", static s => ByteMutator.Mutate(s, Histories, 4096), bytes =>
    {
        var path = Path.Combine(_folder, "history");
        File.WriteAllBytes(path, bytes);
        var history = new History();
        new HistoryFile(path, static warning => throw new InvalidOperationException(warning)).Load(history);
        if (history.Lines.Any(static l => string.IsNullOrWhiteSpace(l) || l.Contains('\n', StringComparison.Ordinal))) throw new InvalidOperationException("A line that cannot have been entered.");
    }).Run(3000);

    [Fact]
    public void Settings_are_read_or_refused_with_their_place() => Fuzzer.OfText("settings", static s => TextMutator.Mutate(s, Settings, Words), text =>
    {
        // An include could reach any file of the machine.
        if (text.Contains("include", StringComparison.Ordinal)) return;
        var path = Path.Combine(_folder, "settings.conf");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        try
        {
            SettingsReader.Read(path, stateDirectory: null);
        }
        catch (NodeException refusal)
        {
            if (!refusal.Message.Contains(':', StringComparison.Ordinal)) throw new InvalidOperationException($"\"{refusal.Message}\" has no place.", refusal);
        }
    }).Run(1500);
}
