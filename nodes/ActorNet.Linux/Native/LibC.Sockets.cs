using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorNet.Linux.Native;

/// <summary>This part: the sockets that .NET's own class does not offer (packet, netlink) and their messages.</summary>
internal static unsafe partial class LibC
{
    /// <summary><c>struct msghdr</c> of <c>sys/socket.h</c> on 64-bit machines.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct MsgHdr
    {
        internal void* Name;
        internal uint NameLength;
        internal IoVec* Vectors;
        internal nuint VectorCount;
        internal void* Control;
        internal nuint ControlLength;
        internal int Flags;
    }

    [LibraryImport(Library, EntryPoint = "socket", SetLastError = true)]
    internal static partial int Socket(int family, int type, int protocol);

    [LibraryImport(Library, EntryPoint = "bind", SetLastError = true)]
    private static partial int BindRaw(int descriptor, void* address, uint length);

    [LibraryImport(Library, EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetSockOptRaw(int descriptor, int level, int name, void* value, uint length);

    [LibraryImport(Library, EntryPoint = "getsockopt", SetLastError = true)]
    private static partial int GetSockOptRaw(int descriptor, int level, int name, void* value, uint* length);

    [LibraryImport(Library, EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint RecvMsgRaw(int descriptor, MsgHdr* message, int flags);

    internal static int Bind<T>(int descriptor, ref T address)
        where T : unmanaged
    {
        fixed (T* pointer = &address) return BindRaw(descriptor, pointer, (uint)sizeof(T));
    }

    internal static int SetSockOpt(int descriptor, int level, int name, int value) =>
        SetSockOptRaw(descriptor, level, name, &value, sizeof(int));

    internal static int GetSockOpt(int descriptor, int level, int name, out ulong value)
    {
        ulong result = 0;
        uint length = sizeof(ulong);
        int outcome = GetSockOptRaw(descriptor, level, name, &result, &length);
        value = result;
        return outcome;
    }

    /// <summary>
    /// Receives one message with its sender's address and control data: its full length, which may exceed <paramref name="into"/>
    /// (<c>MSG_TRUNC</c>), or the negated errno.
    /// </summary>
    internal static int ReceiveMessage<T>(int descriptor, Span<byte> into, out T address, Span<byte> control, out int controlLength)
        where T : unmanaged
    {
        const int MSG_TRUNC = 0x20;
        Unsafe.SkipInit(out address);
        fixed (byte* data = into)
        fixed (byte* controlData = control)
        fixed (T* name = &address)
        {
            var vector = new IoVec { Base = data, Length = (nuint)into.Length };
            var message = new MsgHdr
            {
                Name = name,
                NameLength = (uint)sizeof(T),
                Vectors = &vector,
                VectorCount = 1,
                Control = controlData,
                ControlLength = (nuint)control.Length,
            };
            nint count = RecvMsgRaw(descriptor, &message, MSG_TRUNC);
            controlLength = count >= 0 ? (int)message.ControlLength : 0;
            return count >= 0 ? (int)count : -Marshal.GetLastPInvokeError();
        }
    }
}
