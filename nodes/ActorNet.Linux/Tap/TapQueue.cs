using System.Diagnostics.CodeAnalysis;
using ActorNet.Linux.Native;

namespace ActorNet.Linux.Tap;

/// <summary>
/// One queue of a TAP: a non-blocking descriptor from which frames that the kernel sends are read, and to which frames that the kernel
/// shall receive are written. Not thread-safe: it belongs to the loop that polls <see cref="Descriptor"/>. No call allocates.
/// </summary>
public sealed class TapQueue : IDisposable
{
    private readonly string _name;
    private TapRefusals _refusals;

    internal TapQueue(string name, int descriptor, int index)
    {
        _name = name;
        Descriptor = descriptor;
        Index = index;
    }

    /// <summary>The descriptor to poll; owned by this object. -1 once disposed.</summary>
    public int Descriptor { get; private set; }

    /// <summary>Which queue of its device it is, from 0.</summary>
    public int Index { get; }

    /// <summary>Frames the kernel refused so far.</summary>
    public TapRefusals Refusals => _refusals;

    /// <summary>Frames that filled the buffer of <see cref="Read"/> to the last byte although it was shorter than
    /// <see cref="VnetHeader.MaxReadBytes"/>:
    /// the kernel cuts without a word, so these were dropped as possibly cut.</summary>
    public long Truncated { get; private set; }

    /// <summary>Reads one frame with its vnet header.</summary>
    /// <param name="into">Where to; with offloads on it needs <see cref="VnetHeader.MaxReadBytes"/>, else vnet header + MTU + 18 +
    /// 1.</param>
    /// <returns>Bytes read, header included; 0 when there is no frame (read again once the descriptor is readable).</returns>
    /// <exception cref="TapClosedException">The interface does not exist any more. The descriptor reports an error on every poll: remove
    /// it from the poller.</exception>
    /// <exception cref="ArgumentException">The buffer is shorter than the headers.</exception>
    public int Read(Span<byte> into)
    {
        if (into.Length < VnetHeader.Size + 14) ThrowShort(into.Length, nameof(into));
        while (true)
        {
            int count = LibC.ReadNonBlocking(Descriptor, into);
            if (count == into.Length && count < VnetHeader.MaxReadBytes) Truncated++;
            else if (count > 0) return count;
            else if (count == -Errno.EAGAIN) return 0;
            else if (count != -Errno.EINTR) ThrowRead(-count);
        }
    }

    /// <summary>Writes one frame that follows its vnet header in memory. The kernel copies it before the call returns.</summary>
    /// <param name="headerAndFrame"><see cref="VnetHeader.Size"/> bytes of header, then the frame.</param>
    public TapWrite Write(ReadOnlySpan<byte> headerAndFrame)
    {
        int count = LibC.WriteNonBlocking(Descriptor, headerAndFrame);
        return count >= 0 ? TapWrite.Written : Sort(-count);
    }

    /// <summary>Writes one frame whose vnet header lies elsewhere. The kernel copies both before the call returns.</summary>
    /// <param name="header"><see cref="VnetHeader.Size"/> bytes.</param>
    /// <param name="frame">The frame from its Ethernet header on.</param>
    public TapWrite Write(ReadOnlySpan<byte> header, ReadOnlySpan<byte> frame)
    {
        int count = LibC.WriteNonBlocking(Descriptor, header, frame);
        return count >= 0 ? TapWrite.Written : Sort(-count);
    }

    /// <summary>Waits for a frame without a poller, for tests and tools.</summary>
    /// <returns>False when the time was over.</returns>
    public bool WaitReadable(TimeSpan timeout) => LibC.WaitFor(Descriptor, LibC.POLLIN, (int)timeout.TotalMilliseconds);

    /// <summary>
    /// Closes the descriptor. With its last queue the interface disappears, wherever it has been moved. Remove it from the poller first.
    /// </summary>
    public void Dispose()
    {
        if (Descriptor < 0) return;
        LibC.Close(Descriptor);
        Descriptor = -1;
    }

    private TapWrite Sort(int errorNumber)
    {
        if (errorNumber is Errno.EAGAIN or Errno.EINTR) return TapWrite.WouldBlock;
        ObjectDisposedException.ThrowIf(Descriptor < 0, this);
        _refusals = _refusals.With(errorNumber);
        return TapWrite.Refused;
    }

    [DoesNotReturn]
    private void ThrowRead(int errorNumber)
    {
        ObjectDisposedException.ThrowIf(Descriptor < 0, this);
        // EFAULT comes from a reader that is caught in the middle of the removal: the socket behind the queue is shut down first.
        if (errorNumber is Errno.EBADFD or Errno.EFAULT) throw new TapClosedException(_name, errorNumber);
        throw new LinuxException($"read from TAP '{_name}'", errorNumber);
    }

    [DoesNotReturn]
    private static void ThrowShort(int length, string parameter) => throw new ArgumentException(
        $"the buffer has {length} bytes; a read needs {VnetHeader.Size + 14}, with offloads {VnetHeader.MaxReadBytes}.", parameter);
}
