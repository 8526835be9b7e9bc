using System.Globalization;
using ActorNet.Linux.Namespaces;

namespace ActorNet.Linux.Ledger;

/// <summary>Something outside this process that a topology has made and must take away again. A closed set.</summary>
public abstract record OwnedThing
{
    private protected OwnedThing()
    {
    }

    /// <summary>What it is, for people: kind and name.</summary>
    public abstract string Label { get; }
}

/// <summary>A named network namespace. Its identity is known before it gets its name, so it is written down at once.</summary>
/// <param name="Name">Its name in <c>/run/netns</c>.</param>
/// <param name="Identity">What tells it from a later one of the same name.</param>
public sealed record OwnedNamespace(string Name, NamespaceIdentity Identity) : OwnedThing
{
    /// <inheritdoc/>
    public override string Label => $"namespace {Name}";
}

/// <summary>
/// A network interface that outlives this process, such as a veth. A TAP of this process needs no entry: it goes with its descriptor.
/// </summary>
/// <param name="Name">Its name when it was made.</param>
/// <param name="NamespaceName">The namespace where it lives; null for that of the machine.</param>
/// <param name="Where">What tells that namespace from a later one of the same name.</param>
/// <param name="Index">Its index there, which is never given twice; null until it is made.</param>
public sealed record OwnedLink(string Name, string? NamespaceName, NamespaceIdentity Where, int? Index) : OwnedThing
{
    /// <inheritdoc/>
    public override string Label => NamespaceName is null ? $"link {Name}" : $"link {Name} in {NamespaceName}";
}

/// <summary>A process, e.g. a command left running in a host.</summary>
/// <param name="Description">What it is, for people.</param>
/// <param name="ProcessId">Its number; null until it is started.</param>
/// <param name="StartTicks">When it started, see <see cref="ProcessHandle.StartTicks"/>; tells it from a later process of the same
/// number.</param>
public sealed record OwnedProcess(string Description, int? ProcessId, long? StartTicks) : OwnedThing
{
    /// <inheritdoc/>
    public override string Label =>
        ProcessId is null ? $"process ({Description})" : string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} ({Description})");
}

/// <summary>A file or a Unix socket.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Identity">Device and inode; null until it is made.</param>
public sealed record OwnedFile(string Path, FileIdentity? Identity) : OwnedThing
{
    /// <inheritdoc/>
    public override string Label => $"file {Path}";

    /// <summary>The entry for a file that exists now.</summary>
    /// <exception cref="LinuxException">There is none.</exception>
    public static OwnedFile Existing(string path) =>
        Native.LibC.Identify(path, out var identity) == 0
            ? new OwnedFile(path, identity)
            : throw LinuxException.Last($"statx of '{path}'");
}
