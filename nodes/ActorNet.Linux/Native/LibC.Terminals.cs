using System.Runtime.InteropServices;

namespace ActorNet.Linux.Native;

/// <summary>This part: terminals, <c>termios(3)</c> and <c>pty(7)</c>.</summary>
internal static unsafe partial class LibC
{
    internal const int O_NOCTTY = 0x100;
    internal const nuint TIOCGWINSZ = 0x5413;
    internal const nuint TIOCSWINSZ = 0x5414;

    /// <summary>Room for <c>struct termios</c>, which takes 60 bytes or less; its fields are never looked at here.</summary>
    internal const int TermiosRoom = 256;

    private const int TCSADRAIN = 1;

    /// <summary><c>struct winsize</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct WinSize
    {
        internal ushort Rows;
        internal ushort Columns;
        internal ushort PixelsX;
        internal ushort PixelsY;
    }

    [LibraryImport(Library, EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int TcGetAttr(int descriptor, byte* termios);

    [LibraryImport(Library, EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int TcSetAttr(int descriptor, int when, byte* termios);

    [LibraryImport(Library, EntryPoint = "cfmakeraw")]
    private static partial void CfMakeRaw(byte* termios);

    [LibraryImport(Library, EntryPoint = "isatty")]
    internal static partial int IsATty(int descriptor);

    [LibraryImport(Library, EntryPoint = "grantpt", SetLastError = true)]
    internal static partial int GrantPt(int descriptor);

    [LibraryImport(Library, EntryPoint = "unlockpt", SetLastError = true)]
    internal static partial int UnlockPt(int descriptor);

    [LibraryImport(Library, EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int PtsNameRaw(int descriptor, byte* buffer, nuint length);

    /// <summary>Reads how a terminal is set, to be given to <see cref="SetTermios"/> later.</summary>
    internal static int GetTermios(int descriptor, Span<byte> termios)
    {
        fixed (byte* pointer = termios) return TcGetAttr(descriptor, pointer);
    }

    /// <summary>Sets a terminal once what was written has gone out; input that was not read stays.</summary>
    internal static int SetTermios(int descriptor, ReadOnlySpan<byte> termios)
    {
        fixed (byte* pointer = termios) return TcSetAttr(descriptor, TCSADRAIN, pointer);
    }

    /// <summary>Changes settings to those in which every byte goes through as it is.</summary>
    internal static void MakeRaw(Span<byte> termios)
    {
        fixed (byte* pointer = termios) CfMakeRaw(pointer);
    }

    /// <summary>Path of the terminal that belongs to a master; null when the descriptor is none.</summary>
    internal static string? PtsName(int descriptor)
    {
        byte* name = stackalloc byte[64];
        return PtsNameRaw(descriptor, name, 64) == 0 ? Marshal.PtrToStringUTF8((nint)name) : null;
    }
}
