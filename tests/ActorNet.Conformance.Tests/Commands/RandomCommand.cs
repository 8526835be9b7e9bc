using System.Globalization;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Generating;

namespace ActorNet.Conformance.Tests.Commands;

/// <summary>`random [COUNT]`.</summary>
internal static class RandomCommand
{
    private const int DefaultCount = 100;

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        var count = arguments.Words is [var word] ? int.Parse(word, CultureInfo.InvariantCulture) : DefaultCount;
        var seed = arguments.Seed ?? Seeds.OfThisRun;
        var code = 0;
        foreach (var kernel in arguments.Kernels)
        {
            await using var real = new KernelBackend(kernel);
            await using var actorNet = new ActorNetBackend(kernel);
            var report = await new RandomRun(kernel, real, actorNet) { Progress = Console.Error.WriteLine, MostShrunk = 4 }.RunAsync(seed, count, arguments.Table());
            await output.WriteAsync(report.ToString());
            if (report.Different.Count > 0) code = 1;
        }
        return code;
    }
}
