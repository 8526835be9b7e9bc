using ActorNet.Linux.Native;

namespace ActorNet.Linux.Terminals;

/// <summary>
/// The terminal on the standard streams, read byte by byte while it is raw: no echo, no line editing, no signals from keys. It belongs to the process, so there is
/// no use in a second one. Whoever makes it raw gives it back with <see cref="Leave"/>; calls may come from several threads.
/// </summary>
public sealed class RawTerminal
{
    private const int Input = 0;
    private const int Output = 1;

    private readonly byte[] _settings = new byte[LibC.TermiosRoom];
    private readonly Lock _gate = new();
    private bool _isRaw;

    /// <summary>Whether both standard input and standard output are terminals.</summary>
    public static bool IsThere => LibC.IsATty(Input) == 1 && LibC.IsATty(Output) == 1;

    /// <summary>Columns and rows; 80 and 24 when the terminal does not know.</summary>
    public static (int Columns, int Rows) Size
    {
        get
        {
            var size = default(LibC.WinSize);
            var known = LibC.Ioctl(Output, LibC.TIOCGWINSZ, ref size) == 0 && size is { Columns: > 0, Rows: > 0 };
            return known ? (size.Columns, size.Rows) : (80, 24);
        }
    }

    /// <summary>Makes the terminal raw; once more after something else has set it otherwise.</summary>
    /// <exception cref="LinuxException">It cannot be set, for example because this process is in the background.</exception>
    public void Enter()
    {
        lock (_gate)
        {
            if (!_isRaw && LibC.GetTermios(Input, _settings) != 0) throw LinuxException.Last("tcgetattr of standard input");
            Span<byte> raw = stackalloc byte[LibC.TermiosRoom];
            _settings.CopyTo(raw);
            LibC.MakeRaw(raw);
            _isRaw = true;
            if (LibC.SetTermios(Input, raw) != 0) throw LinuxException.Last("tcsetattr of standard input");
        }
    }

    /// <summary>Sets the terminal as it was before. A terminal that has gone away is no error.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (_isRaw) LibC.SetTermios(Input, _settings);
            _isRaw = false;
        }
    }

    /// <summary>Waits for input.</summary>
    /// <param name="milliseconds">How long; negative for as long as it takes.</param>
    /// <returns>Whether <see cref="Read"/> has something to give, be it the end.</returns>
    public static bool Wait(int milliseconds) => LibC.WaitFor(Input, LibC.POLLIN, milliseconds);

    /// <summary>Reads what is there, or waits for it.</summary>
    /// <returns>Bytes read; 0 at the end of the input or when the terminal has gone away.</returns>
    /// <exception cref="LinuxException">It cannot be read.</exception>
    public static int Read(Span<byte> into)
    {
        while (true)
        {
            var count = LibC.Read(Input, into);
            if (count >= 0) return count;
            if (-count == Errno.EIO) return 0;
            if (-count != Errno.EINTR) throw new LinuxException("read of standard input", -count);
        }
    }
}
