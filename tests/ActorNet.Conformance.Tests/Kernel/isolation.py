"""Namespaces of the scripts: each script has a network namespace and a /run/netns of its own, gone with its process."""
import ctypes
import os
import socket
import struct
import fcntl

CLONE_NEWNS, CLONE_NEWNET = 0x00020000, 0x40000000
MS_REC, MS_PRIVATE = 0x4000, 1 << 18
_libc = ctypes.CDLL(None, use_errno=True)


def _check(result, what):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(flags):
    _check(_libc.unshare(flags), "unshare")


def enter(fd):
    """Puts this thread into the network namespace behind the descriptor."""
    _check(_libc.setns(fd, CLONE_NEWNET), "setns")


def own_netns():
    return os.open("/proc/self/ns/net", os.O_RDONLY)


def private_names():
    """An empty /run/netns that nobody else sees, so that scripts may use any name."""
    unshare(CLONE_NEWNS)
    _check(_libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None), "mount --make-rprivate /")
    os.makedirs("/run/netns", exist_ok=True)
    _check(_libc.mount(b"names", b"/run/netns", b"tmpfs", 0, None), "mount /run/netns")


def disable_ipv6():
    """In the network namespace of this thread: no router solicitations, no neighbour discovery."""
    for which in ("all", "default"):
        path = f"/proc/sys/net/ipv6/conf/{which}/disable_ipv6"
        if os.path.exists(path):
            with open(path, "w", encoding="ascii") as file:
                file.write("1")


def loopback_up():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14x", b"lo", 0x1))  # SIOCSIFFLAGS, IFF_UP


class Barrier:
    """Waits until this processor has done the network work that was handed to it: a datagram to oneself queues up behind it in the backlog of the processor.
    Several rounds, because an IFB's tasklet runs after the receive work and may cause more of it."""

    ROUNDS = 5

    def __init__(self, netns):
        home = own_netns()
        try:
            enter(netns)
            self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            self._socket.bind(("127.0.0.1", 0))
            self._socket.connect(self._socket.getsockname())
            self._socket.settimeout(10)
        finally:
            enter(home)
            os.close(home)

    def wait(self):
        for _ in range(self.ROUNDS):
            self._socket.send(b"?")
            self._socket.recv(1)


def barrier_netns():
    """A namespace with nothing but a running loopback; answers its descriptor and leaves this thread where it was."""
    home = own_netns()
    try:
        unshare(CLONE_NEWNET)
        loopback_up()
        return own_netns()
    finally:
        enter(home)
        os.close(home)
