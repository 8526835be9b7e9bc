using ActorNet.Conformance.Tests.Commands;

namespace ActorNet.Conformance.Tests;

/// <summary>The tests' tools by hand. `dotnet test` does not come here.</summary>
internal static class Program
{
    private const string Usage = """
        dotnet run --project tests/ActorNet.Conformance.Tests -- COMMAND
          compare FILE... [--kernel running|6.18|6.1]   runs scripts on ActorNet and on real kernels and prints every difference (needs root)
          random [COUNT] [--kernel ...] [--seed N]      the same with random scripts; a difference is shrunk to the smallest script
          steady FILE...|COUNT [--kernel ...] [--seed]  runs scripts (COUNT: random ones) twice on the kernel itself, to see whether it repeats its answers
          --ignore PLACE                                overlooks differences there, with * and ?: --ignore "ip * > *.multicast"
          page                                          writes docs/conformance.md anew
        Exit code: 0 equal, 1 different, 2 usage, 3 the machine lacks something.
        """;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["compare", .. var rest]: return await CompareCommand.RunAsync(Arguments.Parse(rest), Console.Out);
                case ["random", .. var rest]: return await RandomCommand.RunAsync(Arguments.Parse(rest), Console.Out);
                case ["steady", .. var rest]: return await SteadyCommand.RunAsync(Arguments.Parse(rest), Console.Out);
                case ["page"]: return PageCommand.Run(Console.Out);
                default:
                    await Console.Error.WriteLineAsync(Usage);
                    return 2;
            }
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or FileNotFoundException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
        catch (Backends.KernelUnavailableException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return 3;
        }
    }
}
