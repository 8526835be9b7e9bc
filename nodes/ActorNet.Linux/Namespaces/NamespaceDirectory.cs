using ActorNet.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Namespaces;

/// <summary>
/// The directory in which <c>ip netns</c> keeps names: each is an empty file onto which the namespace is bind-mounted. The directory itself
/// is a shared mount, so that a name removed in one mount namespace is removed in all.
/// </summary>
internal static class NamespaceDirectory
{
    private const string Root = "/var/run/netns";

    internal static string PathOf(NamespaceName name) => $"{Root}/{name}";

    /// <summary>Gives a namespace a name.</summary>
    /// <exception cref="LinuxException">The name is taken (EEXIST), or mounting is not permitted. Nothing is left behind.</exception>
    internal static void Publish(SafeFileHandle handle, NamespaceName name)
    {
        Prepare();
        string path = PathOf(name);
        int descriptor = LibC.Open(path, LibC.O_RDONLY | LibC.O_CREAT | LibC.O_EXCL);
        if (descriptor < 0)
            throw LinuxException.Last($"create namespace '{name}' ({path})", "Remove the old one (ip netns del) or choose another name.");
        LibC.Close(descriptor);
        if (LibC.Mount($"/proc/self/fd/{handle.DangerousGetHandle()}", path, "none", LibC.MS_BIND) == 0) return;
        var failure = LinuxException.Last($"bind mount of namespace '{name}' onto {path}", "Run as root, or with CAP_SYS_ADMIN.");
        LibC.Unlink(path);
        throw failure;
    }

    /// <summary>Takes a name away; the namespace lives on while something else holds it.</summary>
    internal static void Unpublish(NamespaceName name)
    {
        string path = PathOf(name);
        if (LibC.Unmount(path, LibC.MNT_DETACH | LibC.UMOUNT_NOFOLLOW) != 0)
        {
            var failure = LinuxException.Last($"unmount {path}", "Run as root, or with CAP_SYS_ADMIN.");
            if (failure.ErrorNumber is not (Errno.EINVAL or Errno.ENOENT)) throw failure;
        }
        if (LibC.Unlink(path) != 0)
        {
            var failure = LinuxException.Last($"remove {path}");
            if (failure.ErrorNumber != Errno.ENOENT) throw failure;
        }
    }

    private static void Prepare()
    {
        LibC.MakeDirectory(Root, LibC.PublicDirectory);
        if (Share() == 0) return;
        // EINVAL: not a mount point yet; it becomes one by being mounted onto itself, as iproute2 does.
        if (LibC.Mount(Root, Root, "none", LibC.MS_BIND | LibC.MS_REC) != 0 || Share() != 0)
            throw LinuxException.Last($"mount {Root} as a shared directory", "Run as root, or with CAP_SYS_ADMIN.");
    }

    private static int Share() => LibC.Mount("", Root, "none", LibC.MS_SHARED | LibC.MS_REC);
}
