using System.Runtime.InteropServices;

namespace ActorNet.Linux.Native;

/// <summary>This part: sessions and the standard streams.</summary>
internal static unsafe partial class LibC
{
    internal const int O_WRONLY = 1;
    internal const int O_APPEND = 0x400;

    [LibraryImport(Library, EntryPoint = "setsid", SetLastError = true)]
    internal static partial int SetSid();

    [LibraryImport(Library, EntryPoint = "dup2", SetLastError = true)]
    internal static partial int Dup2(int from, int to);
}
