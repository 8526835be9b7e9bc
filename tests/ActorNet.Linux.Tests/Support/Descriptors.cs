using System.Runtime.InteropServices;
using ActorNet.Linux.Native;

namespace ActorNet.Linux.Tests.Support;

/// <summary>An eventfd as a descriptor that a test makes ready and not ready at will.</summary>
internal sealed class Signal : IDisposable
{
    internal Signal() => Descriptor = LibC.EventFd(0, LibC.EFD_CLOEXEC | LibC.EFD_NONBLOCK);

    internal int Descriptor { get; }

    internal void Raise() => LibC.Write(Descriptor, BitConverter.GetBytes(1UL));

    internal void Lower() => LibC.Read(Descriptor, new byte[8]);

    public void Dispose() => LibC.Close(Descriptor);
}

/// <summary>A non-blocking pipe, whose reader sees a hang-up when the writer is closed.</summary>
internal sealed partial class Pipe : IDisposable
{
    private bool _writerOpen = true;

    internal Pipe()
    {
        int[] ends = new int[2];
        if (Pipe2(ends, LibC.O_NONBLOCK | LibC.O_CLOEXEC) != 0) throw LinuxException.Last("pipe2");
        (Reader, Writer) = (ends[0], ends[1]);
    }

    internal int Reader { get; }

    internal int Writer { get; }

    internal void CloseWriter()
    {
        if (_writerOpen) LibC.Close(Writer);
        _writerOpen = false;
    }

    public void Dispose()
    {
        CloseWriter();
        LibC.Close(Reader);
    }

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static partial int Pipe2([Out] int[] ends, int flags);
}
