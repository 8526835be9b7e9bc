using ActorNet.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Terminals;

/// <summary>A pseudo-terminal's master: what is written here is typed there, and what a program prints there is read here (<c>pty(7)</c>).</summary>
public sealed class PseudoTerminal : IDisposable
{
    private readonly SafeFileHandle _master;

    private PseudoTerminal(SafeFileHandle master, string path)
    {
        _master = master;
        Path = path;
    }

    /// <summary>The terminal that a program opens.</summary>
    public string Path { get; }

    private int Descriptor => (int)_master.DangerousGetHandle();

    /// <summary>Makes one.</summary>
    /// <param name="columns">Its width.</param>
    /// <param name="rows">Its height.</param>
    /// <exception cref="LinuxException">There is no <c>/dev/ptmx</c>, or no terminal is left.</exception>
    public static PseudoTerminal Open(int columns, int rows)
    {
        var master = LibC.OpenHandle("/dev/ptmx", LibC.O_RDWR | LibC.O_NOCTTY);
        try
        {
            var descriptor = (int)master.DangerousGetHandle();
            if (LibC.GrantPt(descriptor) != 0 || LibC.UnlockPt(descriptor) != 0) throw LinuxException.Last("grantpt, unlockpt");
            var terminal = new PseudoTerminal(master, LibC.PtsName(descriptor) ?? throw LinuxException.Last("ptsname"));
            terminal.Resize(columns, rows);
            return terminal;
        }
        catch
        {
            master.Dispose();
            throw;
        }
    }

    /// <summary>Changes the size; the program in front of it is told by SIGWINCH.</summary>
    /// <exception cref="LinuxException">It is closed.</exception>
    public void Resize(int columns, int rows)
    {
        var size = new LibC.WinSize { Columns = (ushort)columns, Rows = (ushort)rows };
        if (LibC.Ioctl(Descriptor, LibC.TIOCSWINSZ, ref size) != 0) throw LinuxException.Last("TIOCSWINSZ");
    }

    /// <summary>Types bytes.</summary>
    /// <exception cref="LinuxException">The kernel took none of them.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = LibC.Write(Descriptor, bytes);
            if (count < 0 && -count != Errno.EINTR) throw new LinuxException($"write to the master of {Path}", -count);
            bytes = bytes[Math.Max(0, count)..];
        }
    }

    /// <summary>Reads what was printed.</summary>
    /// <param name="into">Where to.</param>
    /// <param name="milliseconds">How long to wait for it.</param>
    /// <returns>Bytes read; 0 when nothing came in time; -1 when no program has the terminal open any more.</returns>
    /// <exception cref="LinuxException">It cannot be read.</exception>
    public int Read(Span<byte> into, int milliseconds)
    {
        if (!LibC.WaitFor(Descriptor, LibC.POLLIN, milliseconds)) return 0;
        var count = LibC.Read(Descriptor, into);
        if (count >= 0) return count;
        return -count is Errno.EIO or Errno.EINTR ? (-count == Errno.EIO ? -1 : 0) : throw new LinuxException($"read from the master of {Path}", -count);
    }

    /// <summary>Closes it; a program in front of it gets SIGHUP.</summary>
    public void Dispose() => _master.Dispose();
}
