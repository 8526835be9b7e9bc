using System.Globalization;

namespace ActorNet.Linux.Namespaces;

/// <summary>
/// What tells a network namespace from every other one. The inode alone does not: the kernel gives the number of a deleted namespace to the
/// next one. The cookie is never given twice while the machine runs.
/// </summary>
/// <param name="File">Device and inode in <c>nsfs</c>.</param>
/// <param name="Cookie">The value of <c>SO_NETNS_COOKIE</c> (Linux 5.14); 0 when the kernel does not tell.</param>
public readonly record struct NamespaceIdentity(FileIdentity File, ulong Cookie)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"net:[{File.Inode}] cookie {Cookie}");
}
