using System.Globalization;
using ActorNet.Linux.Namespaces;

namespace ActorNet.Linux.Tests.Support;

/// <summary>Names that no other process and no other test uses.</summary>
internal static class Unique
{
    private static int _last;

    internal static string Name(string suffix = "") =>
        string.Create(CultureInfo.InvariantCulture, $"actornet-test-{Environment.ProcessId}-{Interlocked.Increment(ref _last)}{suffix}");

    /// <summary>A directory that <see cref="TempDirectory.Dispose"/> removes.</summary>
    internal static TempDirectory Directory() => new(Path.Combine(Path.GetTempPath(), Name()));

    /// <summary>A namespace with a name, which the caller removes by <see cref="TestNamespace.Dispose"/>.</summary>
    internal static TestNamespace Namespace() => new(NetworkNamespace.Create(Name()));
}

internal sealed record TempDirectory(string Path) : IDisposable
{
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}

internal sealed record TestNamespace(NetworkNamespace Space) : IDisposable
{
    public string Name { get; } = Space.Name!.Text;

    public void Dispose()
    {
        Space.Remove();
        Space.Dispose();
    }
}
