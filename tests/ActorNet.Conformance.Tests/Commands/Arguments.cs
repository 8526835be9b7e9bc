using System.Globalization;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;

namespace ActorNet.Conformance.Tests.Commands;

/// <summary>The words of a command by hand.</summary>
internal sealed record Arguments(IReadOnlyList<string> Words, IReadOnlyList<ReferenceKernel> Kernels, int? Seed, IReadOnlyList<string> Ignored)
{
    /// <summary>The known differences, and places that are to be overlooked for now.</summary>
    public IReadOnlyList<KnownDifference> Table() =>
        [.. KnownDifferences.Load(), .. Ignored.Select((place, i) => new KnownDifference($"ignored {i + 1}", "*", place, "*", "--ignore"))];

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var words = new List<string>();
        var kernels = new List<ReferenceKernel>();
        var ignored = new List<string>();
        int? seed = null;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--kernel": kernels.Add(Kernel(Value(args, ref i))); break;
                case "--seed": seed = int.Parse(Value(args, ref i), CultureInfo.InvariantCulture); break;
                case "--ignore": ignored.Add(Value(args, ref i)); break;
                case ['-', '-', ..]: throw new FormatException($"unknown option {args[i]}; there are --kernel, --seed and --ignore");
                default: words.Add(args[i]); break;
            }
        }
        return new Arguments(words, kernels.Count > 0 ? kernels : ReferenceKernel.All, seed, ignored);
    }

    private static ReferenceKernel Kernel(string name) => name == "running" ? ReferenceKernel.Running : ReferenceKernel.Find(name);

    private static string Value(IReadOnlyList<string> args, ref int i) => ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} wants a value");
}
