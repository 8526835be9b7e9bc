using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Native;

namespace ActorNet.Linux.Ledger;

/// <summary>Removes one thing, if it is still the one that the ledger means.</summary>
internal static class ThingRemover
{
    private const string Doubtful = "it may be somebody else's; if it is yours, remove it by hand";

    private static readonly TimeSpan ProcessExitTime = TimeSpan.FromSeconds(5);

    internal static CleanedItem Remove(OwnedNamespace thing)
    {
        if (!NetworkNamespace.Exists(thing.Name)) return Gone(thing);
        using var found = TryOpen(thing.Name);
        if (found is null) return RemoveHalfMade(thing);
        if (!Same(found.Identity, thing.Identity)) return NotOurs(thing, $"the namespace of that name is {found.Identity}, ours was {thing.Identity}");
        return found.Remove() ? Removed(thing) : Gone(thing, "it was removed by somebody else just now");
    }

    /// <summary>
    /// A name is made in two steps, an empty file and a mount onto it; whoever is killed between them leaves the file. The ledger says that we were about to make it, and an
    /// empty file that is no namespace is of no use to anybody. A file with something in it is a stranger's.
    /// </summary>
    private static CleanedItem RemoveHalfMade(OwnedNamespace thing)
    {
        var path = NamespaceDirectory.PathOf(NamespaceName.Check(thing.Name));
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null || file.Length > 0) return NotOurs(thing, "the file of that name is not a namespace");
        return LibC.Unlink(path) == 0 ? Removed(thing) : throw LinuxException.Last($"remove '{path}'");
    }

    internal static CleanedItem Remove(OwnedLink thing)
    {
        const string NamespaceGone = "the namespace it lived in is gone";
        if (thing.NamespaceName is not null && !NetworkNamespace.Exists(thing.NamespaceName)) return Gone(thing, NamespaceGone);
        using var where = thing.NamespaceName is null ? NetworkNamespace.OpenCurrent() : TryOpen(thing.NamespaceName);
        return where is null || !Same(where.Identity, thing.Where) ? Gone(thing, NamespaceGone) : where.Run(() => RemoveHere(thing));
    }

    internal static CleanedItem Remove(OwnedProcess thing)
    {
        if (thing.ProcessId is null) return Unconfirmed(thing, "it may have been started; look for it and end it, then remove the ledger file");
        using var process = ProcessHandle.Open(thing.ProcessId.Value);
        if (process is null) return Gone(thing);
        if (process.StartTicks != thing.StartTicks) return NotOurs(thing, "the process of that number started at another time");
        process.Kill();
        return process.WaitForExit(ProcessExitTime)
            ? Removed(thing)
            : new CleanedItem(thing, CleanOutcome.Failed, $"it did not end within {ProcessExitTime.TotalSeconds} s of SIGKILL");
    }

    internal static CleanedItem Remove(OwnedFile thing)
    {
        int outcome = LibC.Identify(thing.Path, out var found);
        if (outcome is -Errno.ENOENT or -Errno.ENOTDIR) return Gone(thing);
        if (outcome != 0) throw new LinuxException($"statx of '{thing.Path}'", -outcome);
        if (thing.Identity is null) return Unconfirmed(thing, Doubtful);
        if (found != thing.Identity) return NotOurs(thing, "the file of that name is another one");
        return LibC.Unlink(thing.Path) == 0 ? Removed(thing) : throw LinuxException.Last($"remove '{thing.Path}'");
    }

    private static CleanedItem RemoveHere(OwnedLink thing)
    {
        bool nameTaken = LibC.IfNameToIndex(thing.Name) != 0;
        if (thing.Index is null) return nameTaken ? Unconfirmed(thing, Doubtful + " (ip link del)") : Gone(thing);
        int outcome = LinkNetlink.Delete(thing.Index.Value);
        if (outcome == 0) return Removed(thing);
        if (outcome != Errno.ENODEV) throw new LinuxException($"delete {thing.Label} (index {thing.Index})", outcome);
        return nameTaken ? NotOurs(thing, "the link of that name has another index") : Gone(thing);
    }

    /// <summary>A file of that name that is not a namespace cannot be entered: null.</summary>
    private static NetworkNamespace? TryOpen(string name)
    {
        try
        {
            return NetworkNamespace.Open(name);
        }
        catch (LinuxException failure) when (failure.ErrorNumber is Errno.EINVAL or Errno.ENOENT)
        {
            return null;
        }
    }

    /// <summary>A kernel that tells no cookie leaves the inode as the only mark.</summary>
    private static bool Same(NamespaceIdentity found, NamespaceIdentity recorded) =>
        found.File == recorded.File && (found.Cookie == recorded.Cookie || found.Cookie == 0 || recorded.Cookie == 0);

    private static CleanedItem Removed(OwnedThing thing) => new(thing, CleanOutcome.Removed, "");

    private static CleanedItem Gone(OwnedThing thing, string detail = "") => new(thing, CleanOutcome.AlreadyGone, detail);

    private static CleanedItem NotOurs(OwnedThing thing, string detail) => new(thing, CleanOutcome.NotOurs, detail);

    private static CleanedItem Unconfirmed(OwnedThing thing, string detail) => new(thing, CleanOutcome.Unconfirmed, detail);
}
