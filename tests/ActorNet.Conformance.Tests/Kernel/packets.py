"""Packet sockets and TAP readers of a script, inside the namespaces of its devices."""
import errno
import fcntl
import os
import select
import socket
import struct
import time

SOL_PACKET, PACKET_AUXDATA, PACKET_VNET_HDR, PACKET_QDISC_BYPASS = 263, 8, 15, 20
SO_TIMESTAMPNS = 35
BEGAN = time.time()  # for all listeners: times of different devices can be compared
SO_RCVBUFFORCE, SO_SNDBUFFORCE, SO_PRIORITY, SO_MARK = 33, 32, 12, 36
ETH_P_ALL = 3
TYPES = {0: "host", 1: "broadcast", 2: "multicast", 3: "otherhost", 4: "outgoing"}
TUNSETIFF, IFF_TUN, IFF_TAP, IFF_NO_PI, IFF_MULTI_QUEUE = 0x400454CA, 0x1, 0x2, 0x1000, 0x100


def send(device, spec, between):
    """Sends as `inject` says; `between` is called after each frame that is not to stand back to back with the next."""
    sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    try:
        sender.setsockopt(socket.SOL_SOCKET, SO_SNDBUFFORCE, 64 << 20)
        if spec.priority is not None:
            sender.setsockopt(socket.SOL_SOCKET, SO_PRIORITY, spec.priority)
        if spec.mark is not None:
            sender.setsockopt(socket.SOL_SOCKET, SO_MARK, spec.mark)
        if spec.bypass:
            sender.setsockopt(SOL_PACKET, PACKET_QDISC_BYPASS, 1)
        if spec.gso:
            sender.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
        sender.bind((device, 0))
        sender.setblocking(False)
        return _send_all(sender, spec, between)
    finally:
        sender.close()


def _send_all(sender, spec, between):
    counts = {"ok": 0, "enobufs": 0, "netdown": 0, "toolong": 0}
    known = {errno.ENOBUFS: "enobufs", errno.ENETDOWN: "netdown", errno.EMSGSIZE: "toolong"}
    other = {}
    for sequence in range(spec.count):
        frame = spec.build(sequence)
        try:
            sender.send(spec.vnet_header() + frame if spec.gso else frame)
            counts["ok"] += 1
        except OSError as failure:
            if failure.errno in known:
                counts[known[failure.errno]] += 1
            else:
                name = errno.errorcode.get(failure.errno, str(failure.errno))
                other[name] = other.get(name, 0) + 1
        if spec.gap:
            between(spec.gap)
    if other:
        counts["other"] = other
    return counts


class Listener:
    """A packet socket on a device, as tcpdump opens it, not promiscuous."""

    def __init__(self, device):
        self.index = socket.if_nametoindex(device)
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        self.socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 64 << 20)
        self.socket.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
        self.socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self.socket.bind((device, ETH_P_ALL))
        self.socket.setblocking(False)

    def take(self):
        frames = []
        while True:
            try:
                data, ancillary, _, address = self.socket.recvmsg(1 << 17, 256)
            except BlockingIOError:
                return frames
            except OSError as failure:
                # The device went down or away: said once, then reading goes on.
                if failure.errno in (errno.ENETDOWN, errno.ENODEV):
                    continue
                raise
            data = _put_tag_back(data, ancillary)
            kind = TYPES.get(address[2], str(address[2]))
            frames.append({"time": round(_stamp(ancillary) - BEGAN, 6), "dir": "out" if kind == "outgoing" else "in", "type": kind, "len": len(data), "hex": data.hex()})

    def close(self):
        self.socket.close()


def _stamp(ancillary):
    """When the frame passed, by the kernel's own clock; not when it was read."""
    for level, kind, value in ancillary:
        if level == socket.SOL_SOCKET and kind == SO_TIMESTAMPNS:
            seconds, nanoseconds = struct.unpack("=qq", value[:16])
            return seconds + nanoseconds / 1e9
    return time.time()


def _put_tag_back(data, ancillary):
    """The kernel keeps a VLAN tag beside the bytes (struct tpacket_auxdata); tcpdump shows it in its place, and so do we."""
    for level, kind, value in ancillary:
        if level == SOL_PACKET and kind == PACKET_AUXDATA:
            status, _, _, _, _, tci, protocol = struct.unpack("=IIIHHHH", value[:20])
            if status & 0x10:
                if not status & 0x40:
                    protocol = 0x8100
                return data[:12] + struct.pack("!HH", protocol, tci) + data[12:]
    return data


class Plug:
    """The far end of a TUN or TAP device."""

    def __init__(self, device):
        self.tun, self.fd = False, -1
        for flags in (IFF_TAP, IFF_TAP | IFF_MULTI_QUEUE, IFF_TUN, IFF_TUN | IFF_MULTI_QUEUE):
            fd = os.open(_tun_node(), os.O_RDWR | os.O_NONBLOCK)
            try:
                fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", device.encode(), flags | IFF_NO_PI))
                self.fd, self.tun = fd, bool(flags & IFF_TUN)
                return
            except OSError as failure:
                os.close(fd)
                last = failure
        raise last

    def write(self, spec, between):
        done = {"received": 0, "dropped": 0}
        for sequence in range(spec.count):
            frame = spec.build(sequence)
            try:
                os.write(self.fd, frame[14:] if self.tun else frame)
                done["received"] += 1
            except OSError:
                done["dropped"] += 1
            if spec.gap:
                between(spec.gap)
        return done

    def read(self):
        frames = []
        while select.select([self.fd], [], [], 0)[0]:
            try:
                data = os.read(self.fd, 1 << 17)
            except OSError:
                break
            frames.append({"len": len(data), "hex": data.hex()})
        return frames

    def close(self):
        os.close(self.fd)


def _tun_node():
    if os.path.exists("/dev/net/tun"):
        return "/dev/net/tun"
    own = "/run/tun-node"
    if not os.path.exists(own):
        os.mknod(own, 0o20600, os.makedev(10, 200))
    return own
