using System.Runtime.CompilerServices;

namespace ActorNet.TestKit.Tests.Determinism;

/// <summary>These tests as the other configuration compiles them: Debug for Release, Release for Debug.</summary>
internal static class Twin
{
#if DEBUG
    public const string OtherConfiguration = "Release";
#else
    public const string OtherConfiguration = "Debug";
#endif

    /// <summary>The project file of these tests.</summary>
    public static string Project { get; } = FindProject();

    /// <summary>Builds it without what only looks at the sources.</summary>
    /// <returns>The assembly.</returns>
    public static async Task<string> BuildAsync()
    {
        var artifacts = Path.Combine(AppContext.BaseDirectory, "twin");
        await OtherProcess.RunAsync(
        [
            "build", Project, "-c", OtherConfiguration, "--artifacts-path", artifacts, "-nodeReuse:false", "-v", "q", "-clp:ErrorsOnly",
            "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false", "-p:UseSharedCompilation=false",
        ]);
        var name = Path.GetFileNameWithoutExtension(Project);
        return Path.Combine(artifacts, "bin", name, OtherConfiguration.ToLowerInvariant(), name + ".dll");
    }

    private static string FindProject([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "ActorNet.TestKit.Tests.csproj");
}
