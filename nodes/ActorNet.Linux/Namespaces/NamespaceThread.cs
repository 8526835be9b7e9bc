using System.Runtime.ExceptionServices;
using ActorNet.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Namespaces;

/// <summary>
/// Runs code in another network namespace. The namespace belongs to a thread, so the code gets a thread of its own that ends with it: a
/// thread that has changed namespaces never returns to the pool, and there is nothing to restore.
/// </summary>
internal static class NamespaceThread
{
    /// <summary>Runs code inside a namespace and waits for it.</summary>
    internal static T RunIn<T>(SafeFileHandle handle, string name, Func<T> body) => Run(body, () =>
    {
        if (LibC.SetNs(handle, LibC.CLONE_NEWNET) != 0) throw LinuxException.Last($"setns to namespace {name}", Remedy);
    });

    /// <summary>Runs code inside a namespace made for it, which lives on only as far as the code keeps a handle.</summary>
    internal static T RunInNew<T>(Func<T> body) => Run(body, () =>
    {
        if (LibC.Unshare(LibC.CLONE_NEWNET) != 0) throw LinuxException.Last("unshare(CLONE_NEWNET)", Remedy);
    });

    private const string Remedy = "Run as root, or with CAP_SYS_ADMIN and CAP_NET_ADMIN.";

    private static T Run<T>(Func<T> body, Action enter)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                enter();
                result = body();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true, Name = "actornet-netns" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
