using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using ActorNet.Linux.Ledger;
using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>A user-mode Linux, an ordinary process that has every qdisc: started once, it measures all settings one after the other and ends.</summary>
internal static class UserModeKernel
{
    private const string Program = "linux.uml";
    private const string Modules = "/usr/lib/uml/modules";

    private static readonly TimeSpan Boot = TimeSpan.FromMinutes(2);

    /// <summary>What the machine lacks for it, with the remedy; null when nothing.</summary>
    public static string? Lack()
    {
        if (Prerequisites.FirstLack() is { } lack) return lack;
        var missing = new[] { (Program, "user-mode-linux"), ("modprobe", "kmod"), ("python3", "python3"), ("tc", "iproute2") }.Where(t => !Prerequisites.OnPath(t.Item1)).ToList();
        if (!Directory.Exists(Modules) && missing.Count == 0) missing.Add((Modules, "user-mode-linux"));
        return missing.Count == 0
            ? null
            : $"{string.Join(", ", missing.Select(t => t.Item1))} not there. Install with: apt-get install {string.Join(' ', missing.Select(t => t.Item2).Distinct(StringComparer.Ordinal))}.";
    }

    /// <summary>Measures.</summary>
    /// <param name="ledger">Where the process stands meanwhile.</param>
    /// <param name="experiments">What to measure.</param>
    /// <param name="stop">Kills it.</param>
    /// <returns>An observation for each.</returns>
    /// <exception cref="NodeException">It did not start, or a line was refused.</exception>
    public static async Task<IReadOnlyList<Observation>> MeasureAsync(OwnershipLedger ledger, IReadOnlyList<Experiment> experiments, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("actornet-bench-");
        try
        {
            var init = await WriteAsync(folder.FullName, experiments, stop).ConfigureAwait(false);
            var patience = Boot + TimeSpan.FromSeconds(experiments.Sum(e => (e.Traffic.Duration / 1e9 * 3) + e.Rest.TotalSeconds));
            await BenchProgram.RunAsync(ledger, StartInfo(init), patience, stop).ConfigureAwait(false);
            return await ReadAsync(folder.FullName, experiments, stop).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo StartInfo(string init) =>
        new(Program, ["mem=512M", "root=/dev/root", "rootfstype=hostfs", "rootflags=/", "ro", "quiet", $"init={init}", "con=null", "con0=null,fd:1"]);

    private static async Task<string> WriteAsync(string folder, IReadOnlyList<Experiment> experiments, CancellationToken stop)
    {
        var init = Path.Combine(folder, "init");
        var script = Resource("init.sh").Replace("FOLDER", folder, StringComparison.Ordinal).Replace("MODULES", Modules, StringComparison.Ordinal);
        await File.WriteAllTextAsync(init, script, stop).ConfigureAwait(false);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(init, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(Path.Combine(folder, "meter.py"), Resource("meter.py"), stop).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, "jobs.json"), new JsonArray([.. experiments.Select(Job)]).ToJsonString(), stop).ConfigureAwait(false);
        return init;
    }

    private static JsonNode Job(Experiment experiment)
    {
        var frame = new byte[experiment.Traffic.Bytes];
        new ProbeFrame(experiment.Traffic, run: 1).Write(frame, 0);
        return new JsonObject
        {
            ["lines"] = new JsonArray([.. experiment.Lines.Select(l => JsonValue.Create(l))]),
            ["frame"] = Convert.ToHexString(frame),
            ["portAt"] = ProbeFrame.PortAt,
            ["port"] = ProbeFrame.FirstPort,
            ["numberAt"] = ProbeFrame.NumberAt,
            ["bytes"] = experiment.Traffic.Bytes,
            ["frames"] = experiment.Traffic.Frames,
            ["interval"] = experiment.Traffic.Interval,
            ["flows"] = experiment.Traffic.Flows,
            ["rest"] = experiment.Rest.TotalSeconds,
        };
    }

    private static async Task<IReadOnlyList<Observation>> ReadAsync(string folder, IReadOnlyList<Experiment> experiments, CancellationToken stop)
    {
        var log = Path.Combine(folder, "log");
        var status = Path.Combine(folder, "status");
        if (!File.Exists(status)) throw new NodeException($"{Program} ended before it had measured.");
        if (!string.Equals((await File.ReadAllTextAsync(status, stop).ConfigureAwait(false)).Trim(), "0", StringComparison.Ordinal))
            throw new NodeException($"{Program}: {(await File.ReadAllTextAsync(log, stop).ConfigureAwait(false)).Trim()}");
        var seen = new List<Observation>();
        for (var i = 0; i < experiments.Count; i++)
        {
            var events = await File.ReadAllLinesAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i}.events")), stop).ConfigureAwait(false);
            seen.Add(Read(experiments[i].Traffic, events));
        }

        return seen;
    }

    private static Observation Read(Traffic traffic, string[] events)
    {
        var observation = new Observation(traffic);
        foreach (var words in events.Select(e => e.Split(' ')).Where(w => w.Length == 3))
        {
            var (at, sequence) = (long.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
            switch (words[0])
            {
                case "in": observation.OnSent(sequence, at); break;
                case "out": observation.OnArrival(sequence, at); break;
                default: observation.OnDamaged(); break;
            }
        }

        return observation;
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("accuracy-" + name) ?? throw new InvalidOperationException($"{name} is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
