using System.Runtime.CompilerServices;

namespace ActorNet.TestKit.Tests.Packaging;

/// <summary>
/// A sample project in a folder of its own, outside of this repository, with the packages that this build makes beside it. It has a cache of its own, so that no older package of the same version
/// can stand in; packages of other people come from the cache of this machine, or from their feed where that cache is empty.
/// </summary>
internal sealed class PackagedSample : IDisposable
{
    private const string OtherPackages = """
        <configuration>
          <packageSources>
            <add key="cache" value="cache" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="cache"><package pattern="*" /></packageSource>
          </packageSourceMapping>
          <disabledPackageSources>
            <add key="nuget.org" value="true" />
          </disabledPackageSources>
        </configuration>
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("actornet-sample-").FullName;

    /// <summary>Copies a sample of <c>tests/samples</c> and packs what it needs.</summary>
    public PackagedSample(string name)
    {
        Folder = Path.Combine(_root, name);
        Copy(Path.Combine(TestsFolder(), "samples", name), Folder);
        Pack(Path.Combine(TestsFolder(), "ActorNet.TestKit", "ActorNet.TestKit.csproj"), Path.Combine(Folder, "feed"));
        UseCache();
        var home = Directory.CreateDirectory(Path.Combine(_root, "home")).FullName;
        User = new CleanProcess(home, asNobody: true);
        User.Own(_root);
    }

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>Who uses it; not root.</summary>
    public CleanProcess User { get; }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Takes the assemblies that were built with this test where it can find them; builds them otherwise.</summary>
    private void Pack(string project, string feed)
    {
        var builder = new CleanProcess(Path.Combine(_root, "builder"), asNobody: false);
        string[] pack = ["pack", project, "-c", Configuration(), "-o", feed, "-v", "q", "-nodeReuse:false"];
        builder.Dotnet(_root, [.. pack, .. Artifacts() is { } artifacts ? ["--no-build", "--artifacts-path", artifacts] : (string[])["--artifacts-path", Path.Combine(_root, "artifacts")]]);
        if (Directory.GetFiles(feed, "ActorNet.TestKit.*.nupkg").Length != 1) throw new InvalidOperationException($"{feed} has no package ActorNet.TestKit.");
    }

    /// <summary>This test lies in <c>ARTIFACTS/bin/PROJECT/CONFIGURATION</c> when it was built with <c>--artifacts-path</c>.</summary>
    private static string? Artifacts()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return configuration.Parent is { Name: "ActorNet.TestKit.Tests", Parent: { Name: "bin", Parent: { } artifacts } } ? artifacts.FullName : null;
    }

    private static string Configuration() =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";

    private void UseCache()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string[] files = Directory.Exists(packages) ? Directory.GetFiles(packages, "*.nupkg", SearchOption.AllDirectories) : [];
        if (!Array.Exists(files, static f => Path.GetFileName(f).StartsWith("xunit.", StringComparison.Ordinal))) return;
        var cache = Directory.CreateDirectory(Path.Combine(_root, "cache")).FullName;
        foreach (var file in files.Where(static f => !Path.GetFileName(f).StartsWith("actornet.", StringComparison.OrdinalIgnoreCase))) File.Copy(file, Path.Combine(cache, Path.GetFileName(file)), overwrite: true);
        File.WriteAllText(Path.Combine(_root, "nuget.config"), OtherPackages);
    }

    private static string TestsFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
