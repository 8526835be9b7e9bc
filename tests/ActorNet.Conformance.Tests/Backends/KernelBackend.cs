using System.Globalization;
using System.Text.Json.Nodes;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Backends;

/// <summary>A real kernel. Started with the first job, kept for the next ones; one job at a time.</summary>
internal sealed class KernelBackend(ReferenceKernel kernel) : IBackend
{
    /// <summary>Starting another user-mode kernel takes as long as this many scripts.</summary>
    private const int WorthAnother = 25;

    private readonly string _folder = Directory.CreateTempSubdirectory("actornet-conformance-").FullName;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<KernelProcess> _machines = [];
    private int _jobs;

    public string Name => kernel.Title;

    /// <summary>Scripts at a time on one machine. They mostly sleep; with more, the processors are too busy for gaps of a millisecond.</summary>
    public int Parallel { get; init; } = kernel == ReferenceKernel.UserMode ? 5 : 10;

    /// <summary>A user-mode kernel has one processor, so there is one for each of the machine's, up to this.</summary>
    public int MostMachines { get; init; } = kernel == ReferenceKernel.UserMode ? Math.Clamp(Environment.ProcessorCount, 1, 4) : 1;

    /// <summary>The kernel's own version, as uname says it.</summary>
    public async Task<string> VersionAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await StartAsync(1);
            return (await _machines[0].FeaturesAsync())["kernel"]!.GetValue<string>();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<IReadOnlyList<ScriptResult>> RunAsync(IReadOnlyList<Script> scripts)
    {
        if (scripts.Count == 0) return [];
        await _turn.WaitAsync();
        try
        {
            await StartAsync(Math.Clamp((scripts.Count + WorthAnother - 1) / WorthAnother, 1, MostMachines));
            var results = new ScriptResult[scripts.Count];
            await Task.WhenAll(_machines.Select((m, turn) => RunAsync(m, [.. Enumerable.Range(0, scripts.Count).Where(i => i % _machines.Count == turn)], scripts, results)));
            return results;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in _machines) await machine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _turn.Dispose();
    }

    private async Task StartAsync(int machines)
    {
        if (_machines.Count >= machines) return;
        _machines.AddRange(await Task.WhenAll(Enumerable.Range(_machines.Count, machines - _machines.Count).Select(_ => KernelProcess.StartAsync(kernel))));
    }

    /// <summary>Gives one machine its share of the scripts, which go by number since names may repeat.</summary>
    private async Task RunAsync(KernelProcess machine, IReadOnlyList<int> share, IReadOnlyList<Script> scripts, ScriptResult[] results)
    {
        if (share.Count == 0) return;
        var (id, file) = WriteJob(share, scripts);
        foreach (var number in share) results[number] = new ScriptResult(scripts[number].Name, []) { Broken = "the runner said nothing about it" };
        foreach (var answer in await machine.RunAsync(id, file))
        {
            var number = int.Parse(answer["name"]!.GetValue<string>(), CultureInfo.InvariantCulture);
            results[number] = Result(scripts[number], answer);
        }
        File.Delete(file);
    }

    /// <summary>A file of its own for each job: the guest's file system remembers what it has read.</summary>
    private (string Id, string File) WriteJob(IReadOnlyList<int> share, IReadOnlyList<Script> scripts)
    {
        var id = $"job{Interlocked.Increment(ref _jobs)}";
        var file = Path.Combine(_folder, id + ".json");
        var job = new JsonObject
        {
            ["id"] = id,
            ["parallel"] = Parallel,
            ["scripts"] = new JsonArray([.. share.Select(i => new JsonObject
            {
                ["name"] = i.ToString(CultureInfo.InvariantCulture),
                ["lines"] = new JsonArray([.. scripts[i].Lines.Select(l => JsonValue.Create(l.Text))]),
            })]),
        };
        File.WriteAllText(file, job.ToJsonString());
        return (id, file);
    }

    private static ScriptResult Result(Script script, JsonNode answer)
    {
        var lines = script.Lines;
        var replies = answer["replies"]!.AsArray().Select(r =>
        {
            var line = lines[r!["line"]!.GetValue<int>() - 1];
            return Reply.FromJson(r, line.Number, line.Text);
        });
        return new ScriptResult(script.Name, [.. replies])
        {
            Lacking = answer["lacking"]?.GetValue<string>(),
            Broken = answer["broken"]?.GetValue<string>(),
        };
    }
}
