using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Native;

namespace ActorNet.Linux.Packets;

/// <summary>
/// A raw <c>AF_PACKET</c> socket bound to one interface: sends frames as they are, and receives what the interface sends and receives, as
/// tcpdump does. Non-blocking; not thread-safe.
/// </summary>
/// <seealso href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</seealso>
public sealed class PacketSocket : IDisposable
{
    private readonly string _interface;

    private PacketSocket(int descriptor, string interfaceName)
    {
        Descriptor = descriptor;
        _interface = interfaceName;
    }

    /// <summary><c>struct sockaddr_ll</c> of <c>linux/if_packet.h</c>.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 20)]
    private struct SockAddrLl
    {
        [FieldOffset(0)]
        internal ushort Family;

        [FieldOffset(2)]
        internal ushort Protocol;

        [FieldOffset(4)]
        internal int InterfaceIndex;

        [FieldOffset(10)]
        internal byte PacketType;
    }

    /// <summary>The descriptor to poll; owned by this object. -1 once disposed.</summary>
    public int Descriptor { get; private set; }

    /// <summary>Opens a socket on an interface of a namespace.</summary>
    /// <param name="inside">The namespace; null for that of the calling thread.</param>
    /// <param name="interfaceName">The interface in that namespace.</param>
    /// <param name="receiveBufferBytes">Room for frames not received yet, in bytes of kernel memory; beyond it the kernel drops. 4 MiB
    /// unless said otherwise.</param>
    /// <param name="sendBufferBytes">Room for frames that were sent and are not gone yet, wherever they wait on their way through this machine; 0 for the kernel's
    /// own default, about a hundred frames.</param>
    /// <param name="stamps">The kernel shall say when each frame passed, see <see cref="PacketInfo.Nanoseconds"/>.</param>
    /// <exception cref="LinuxException">No such interface (ENODEV), or not permitted (CAP_NET_RAW).</exception>
    public static PacketSocket Open(NetworkNamespace? inside, string interfaceName, int receiveBufferBytes = 4 << 20, int sendBufferBytes = 0, bool stamps = false)
    {
        var name = InterfaceName.Check(interfaceName);
        return inside is null ? OpenHere(name, receiveBufferBytes, sendBufferBytes, stamps) : inside.Run(() => OpenHere(name, receiveBufferBytes, sendBufferBytes, stamps));
    }

    /// <summary>Sends one frame, from its Ethernet header on. The kernel copies it before the call returns.</summary>
    /// <returns>False when the socket's send buffer is full; wait until it is writable.</returns>
    /// <exception cref="LinuxException">The interface is down (ENETDOWN) or gone (ENXIO), or the frame is longer than its MTU allows
    /// (EMSGSIZE).</exception>
    public bool Send(ReadOnlySpan<byte> frame)
    {
        int count = LibC.WriteNonBlocking(Descriptor, frame);
        if (count >= 0) return true;
        ObjectDisposedException.ThrowIf(Descriptor < 0, this);
        if (count is -Errno.EAGAIN or -Errno.ENOBUFS or -Errno.EINTR) return false;
        throw new LinuxException($"send of {frame.Length} bytes on '{_interface}'", -count);
    }

    /// <summary>Receives one frame, from its Ethernet header on.</summary>
    /// <param name="into">Where to; a longer frame is cut, see <see cref="PacketInfo.Length"/>.</param>
    /// <param name="info">What the kernel says about it.</param>
    /// <returns>Bytes put into the buffer; 0 when no frame waits.</returns>
    /// <exception cref="LinuxException">The interface went down (ENETDOWN, reported once) or is gone.</exception>
    public int Receive(Span<byte> into, out PacketInfo info)
    {
        Span<byte> control = stackalloc byte[128];
        int length = LibC.ReceiveMessage(Descriptor, into, out SockAddrLl from, control, out int controlLength);
        info = default;
        if (length >= 0)
        {
            info = Describe(from, length, control[..controlLength]);
            return Math.Min(length, into.Length);
        }
        ObjectDisposedException.ThrowIf(Descriptor < 0, this);
        if (length is -Errno.EAGAIN or -Errno.EINTR) return 0;
        throw new LinuxException($"receive on '{_interface}'", -length);
    }

    /// <summary>Waits for a frame without a poller.</summary>
    /// <returns>False when the time was over.</returns>
    public bool WaitReadable(TimeSpan timeout) => LibC.WaitFor(Descriptor, LibC.POLLIN, (int)timeout.TotalMilliseconds);

    /// <summary>Closes the descriptor. Remove it from a poller first.</summary>
    public void Dispose()
    {
        if (Descriptor < 0) return;
        LibC.Close(Descriptor);
        Descriptor = -1;
    }

    private static PacketSocket OpenHere(InterfaceName name, int receiveBufferBytes, int sendBufferBytes, bool stamps)
    {
        uint index = LibC.IfNameToIndex(name.Text);
        if (index == 0) throw LinuxException.Last($"look up interface '{name}'");
        // Protocol 0 receives nothing, so no frame of another interface slips in before the bind.
        int socket = LibC.Socket(NetConstants.AF_PACKET, NetConstants.SOCK_RAW | NetConstants.SOCK_NONBLOCK | NetConstants.SOCK_CLOEXEC, 0);
        if (socket < 0) throw LinuxException.Last("socket(AF_PACKET)", "Run as root or with CAP_NET_RAW.");
        var address = new SockAddrLl
        {
            Family = NetConstants.AF_PACKET,
            Protocol = BinaryPrimitives.ReverseEndianness(NetConstants.ETH_P_ALL),
            InterfaceIndex = (int)index,
        };
        if (LibC.SetSockOpt(socket, NetConstants.SOL_PACKET, NetConstants.PACKET_AUXDATA, 1) == 0
            && LibC.SetSockOpt(socket, NetConstants.SOL_SOCKET, NetConstants.SO_RCVBUFFORCE, receiveBufferBytes) == 0
            && (sendBufferBytes == 0 || LibC.SetSockOpt(socket, NetConstants.SOL_SOCKET, NetConstants.SO_SNDBUFFORCE, sendBufferBytes) == 0)
            && (!stamps || LibC.SetSockOpt(socket, NetConstants.SOL_SOCKET, NetConstants.SO_TIMESTAMPNS, 1) == 0)
            && LibC.Bind(socket, ref address) == 0)
            return new PacketSocket(socket, name.Text);
        var failure = LinuxException.Last($"set up a packet socket on '{name}'");
        LibC.Close(socket);
        throw failure;
    }

    private static PacketInfo Describe(SockAddrLl from, int length, ReadOnlySpan<byte> control)
    {
        var info = new PacketInfo((PacketDirection)from.PacketType, length, false, 0, 0);
        // Control messages, each at a multiple of eight: length with this header, level, type, then the data.
        const int header = 16;
        while (control.Length >= header)
        {
            long size = MemoryMarshal.Read<long>(control);
            if (size < header || size > control.Length) break;
            info = Add(info, MemoryMarshal.Read<int>(control[8..]), MemoryMarshal.Read<int>(control[12..]), control[header..(int)size]);
            control = control[Math.Min(control.Length, ((int)size + 7) & ~7)..];
        }
        return info;
    }

    private static PacketInfo Add(PacketInfo info, int level, int type, ReadOnlySpan<byte> data)
    {
        const int TimespecSize = 16;
        const int AuxdataSize = 20;
        if (level == NetConstants.SOL_SOCKET && type == NetConstants.SO_TIMESTAMPNS && data.Length >= TimespecSize)
            return info with { Nanoseconds = (MemoryMarshal.Read<long>(data) * 1_000_000_000) + MemoryMarshal.Read<long>(data[8..]) };
        return level == NetConstants.SOL_PACKET && type == NetConstants.PACKET_AUXDATA && data.Length >= AuxdataSize ? AddTag(info, data) : info;
    }

    /// <summary>From <c>struct tpacket_auxdata</c>.</summary>
    private static PacketInfo AddTag(PacketInfo info, ReadOnlySpan<byte> auxdata)
    {
        const uint TP_STATUS_VLAN_VALID = 0x10;
        const uint TP_STATUS_VLAN_TPID_VALID = 0x40;
        uint status = MemoryMarshal.Read<uint>(auxdata);
        if ((status & TP_STATUS_VLAN_VALID) == 0) return info;
        ushort protocol = (status & TP_STATUS_VLAN_TPID_VALID) != 0 ? MemoryMarshal.Read<ushort>(auxdata[18..]) : (ushort)0x8100;
        return info with { HasVlanTag = true, VlanTci = MemoryMarshal.Read<ushort>(auxdata[16..]), VlanProtocol = protocol };
    }
}
