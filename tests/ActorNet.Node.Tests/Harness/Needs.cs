using ActorNet.Node.Hosting;
using Xunit;

namespace ActorNet.Node.Tests.Harness;

/// <summary>What a test needs of the machine: without it the test is skipped and says why; with CI=true it fails instead.</summary>
internal static class Needs
{
    public static void Root() => Have(Prerequisites.FirstLack());

    public static void Program(string name, string package) =>
        Have(Prerequisites.OnPath(name) ? null : $"the program '{name}' is missing; install {package}");

    private static void Have(string? lack)
    {
        if (lack is null) return;
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal)) throw new InvalidOperationException($"CI=true, but {lack}");
        Skip.If(true, lack);
    }
}
