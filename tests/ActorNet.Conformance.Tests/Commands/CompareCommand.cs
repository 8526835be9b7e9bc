using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Commands;

/// <summary>`compare FILE...`: scenario files, each with every kernel that its header names.</summary>
internal static class CompareCommand
{
    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        if (arguments.Words.Count == 0) throw new FormatException("compare wants files of tests/scenarios");
        var scripts = arguments.Words.Select(ScenarioFile.Read).ToList();
        var table = arguments.Table();
        var (equal, different) = (0, 0);
        foreach (var kernel in arguments.Kernels)
        {
            foreach (var left in scripts.Where(s => !kernel.Takes(s))) await output.WriteLineAsync($"{left.Name} on {kernel.Name}: left out, as its header says");
            var taken = scripts.Where(kernel.Takes).ToList();
            await using var real = new KernelBackend(kernel);
            await using var actorNet = new ActorNetBackend(kernel);
            foreach (var verdict in await new Differential(kernel, real, actorNet).RunAsync(taken, table))
            {
                if (verdict.IsEqual) equal++;
                else different++;
                await output.WriteAsync(verdict.ToString());
            }
        }
        await output.WriteLineAsync($"{equal} equal, {different} different");
        return different == 0 ? 0 : 1;
    }
}
