using System.Globalization;
using ActorNet.Linux;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Namespaces;

namespace ActorNet.Node.Hosting;

/// <summary>Programs that were left running in the hosts, such as a server in the background: they would keep a host's namespace alive, nameless.</summary>
internal static class HostProcesses
{
    private static readonly TimeSpan ExitTime = TimeSpan.FromSeconds(5);

    /// <summary>Ends (SIGKILL) every process inside namespaces that a ledger names and that still are the ones it means.</summary>
    /// <returns>How many were ended.</returns>
    public static int End(IEnumerable<LedgerItem> items)
    {
        var inodes = items.Select(item => item.Thing).OfType<OwnedNamespace>().Where(StillOurs).Select(ns => ns.Identity.File.Inode).ToHashSet();
        return inodes.Count == 0 ? 0 : ProcessesIn(inodes).Count(End);
    }

    private static bool StillOurs(OwnedNamespace owned)
    {
        if (!NetworkNamespace.Exists(owned.Name)) return false;
        try
        {
            using var found = NetworkNamespace.Open(owned.Name);
            return found.Identity == owned.Identity;
        }
        catch (LinuxException)
        {
            // Somebody put another kind of file there; the cleaner reports it.
            return false;
        }
    }

    private static IEnumerable<int> ProcessesIn(HashSet<ulong> inodes)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) || pid == Environment.ProcessId) continue;
            if (NamespaceOf(pid) is { } inode && inodes.Contains(inode)) yield return pid;
        }
    }

    /// <summary>The inode in "net:[4026531840]"; null for a process that has just ended.</summary>
    private static ulong? NamespaceOf(int pid)
    {
        try
        {
            var target = new FileInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/ns/net")).LinkTarget;
            return target is { Length: > 6 } && ulong.TryParse(target.AsSpan(5, target.Length - 6), NumberStyles.None, CultureInfo.InvariantCulture, out var inode) ? inode : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool End(int pid)
    {
        using var process = ProcessHandle.Open(pid);
        return process is not null && process.Kill() && process.WaitForExit(ExitTime);
    }
}
