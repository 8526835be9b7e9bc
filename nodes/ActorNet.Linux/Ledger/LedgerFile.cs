using ActorNet.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Ledger;

/// <summary>The file operations under a ledger: lock, durable append, atomic replacement.</summary>
internal static class LedgerFile
{
    /// <summary>Takes the file for this process until the handle is closed.</summary>
    /// <exception cref="LedgerBusyException">Another holder has it, or it was replaced or removed meanwhile.</exception>
    internal static void Lock(SafeFileHandle handle, string path)
    {
        if (LibC.FLock(handle, LibC.LOCK_EX | LibC.LOCK_NB) != 0)
        {
            var failure = LinuxException.Last($"lock '{path}'");
            throw failure.ErrorNumber == Errno.EAGAIN ? new LedgerBusyException(path) : failure;
        }
        // The lock is on the file that was opened; the name may mean another one by now.
        bool same = LibC.Identify(handle, out var locked) == 0 && LibC.Identify(path, out var named) == 0 && locked == named;
        if (!same) throw new LedgerBusyException(path);
    }

    /// <summary>
    /// Gives the lock back and closes the file. Closing alone is not enough: a child that another thread is just starting holds a copy of
    /// every descriptor until it runs its program, and with it the lock.
    /// </summary>
    internal static void Release(SafeFileHandle handle)
    {
        if (!handle.IsClosed) LibC.FLock(handle, LibC.LOCK_UN);
        handle.Dispose();
    }

    /// <summary>Writes at an offset and waits for the disk; returns the offset behind.</summary>
    internal static long Append(SafeFileHandle handle, long offset, byte[] bytes)
    {
        RandomAccess.Write(handle, bytes, offset);
        RandomAccess.FlushToDisk(handle);
        return offset + bytes.Length;
    }

    /// <summary>Puts a new file in the place of the old one, such that a crash leaves one of them whole; the new one is locked.</summary>
    internal static SafeFileHandle Replace(string directory, string path, byte[] bytes)
    {
        string fresh = path + ".new";
        LibC.Unlink(fresh);
        var handle = LibC.OpenHandle(fresh, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL, LibC.OwnerOnlyFile);
        try
        {
            Lock(handle, fresh);
            Append(handle, 0, bytes);
            if (LibC.Rename(fresh, path) != 0) throw LinuxException.Last($"rename '{fresh}' to '{path}'");
            LibC.SyncDirectory(directory);
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }
}
