using System.Globalization;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Generating;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Commands;

/// <summary>`steady FILE...|COUNT`: runs scripts twice on a kernel. One that the kernel answers differently each time is not fit for a comparison.</summary>
internal static class SteadyCommand
{
    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        var unsteady = 0;
        foreach (var kernel in arguments.Kernels)
        {
            var scripts = Scripts(arguments, kernel);
            await using var real = new KernelBackend(kernel);
            await output.WriteLineAsync($"{scripts.Count} scripts, {scripts.Sum(s => s.Lines.Count)} lines, twice on {kernel.Title} ({await real.VersionAsync()})");
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var (first, second) = (await real.RunAsync(scripts), await real.RunAsync(scripts));
            for (var i = 0; i < scripts.Count; i++)
            {
                var differences = Comparer.Compare(scripts[i], first[i], second[i]);
                if (differences.Count == 0) continue;
                unsteady++;
                await output.WriteLineAsync($"{scripts[i].Name}: {differences.Count} differences between two runs (shown as kernel and ActorNet), first {differences[0]}");
                if (scripts[i].Path.Length == 0) await output.WriteLineAsync(scripts[i].Text);
            }
            await output.WriteLineAsync(CultureInfo.InvariantCulture, $"{unsteady} unsteady, {watch.Elapsed.TotalSeconds / 2:0.0} s per run");
        }
        return unsteady == 0 ? 0 : 1;
    }

    private static Task WriteLineAsync(this TextWriter output, CultureInfo culture, FormattableString text) => output.WriteLineAsync(text.ToString(culture));

    private static List<Script> Scripts(Arguments arguments, ReferenceKernel kernel) =>
        arguments.Words is [var word] && int.TryParse(word, CultureInfo.InvariantCulture, out var count)
            ? [.. ScriptGenerator.Sample(kernel, arguments.Seed ?? Seeds.OfThisRun, count).Select(s => s.Script)]
            : [.. arguments.Words.Select(ScenarioFile.Read).Where(kernel.Takes)];
}
