"""The frames of `inject` and `receive`: their words, and their bytes as the shell language defines them."""
import ipaddress
import socket
import struct

KINDS = ("hex", "eth", "udp", "tcp", "icmp", "arp")
PROTOCOLS = {"udp": 17, "tcp": 6, "icmp": 1}
UNITS = {"ns": 1e-9, "us": 1e-6, "usec": 1e-6, "ms": 1e-3, "msec": 1e-3, "s": 1.0, "sec": 1.0, "m": 60.0, "min": 60.0}


class WordError(Exception):
    """A line that cannot be understood; says what is wrong."""


def duration(word):
    """Seconds of `5ms`, `1.5s`, `20us`; a unit is mandatory."""
    for unit in sorted(UNITS, key=len, reverse=True):
        if word.endswith(unit):
            try:
                return float(word[:-len(unit)]) * UNITS[unit]
            except ValueError:
                break
    raise WordError(f'"{word}" is not a duration; write it like 5ms or 1.5s')


def number(word):
    try:
        return int(word, 0)
    except ValueError:
        raise WordError(f'"{word}" is not a number') from None


def priority(word):
    """A number, or a class handle MAJ:MIN in hex."""
    if ":" in word:
        major, minor = word.split(":")
        return int(major, 16) << 16 | int(minor or "0", 16)
    return number(word)


def mac(word):
    return bytes.fromhex(word.replace(":", ""))


def endpoint(word, port):
    address, _, given = word.partition(":")
    return ipaddress.IPv4Address(address), int(given) if given else port


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


class Spec:
    """What the words after the device say."""

    def __init__(self, words):
        if not words or words[0] not in KINDS:
            raise WordError("expected a frame: hex, eth, udp, tcp, icmp or arp")
        self.kind = words[0]
        self.source, self.destination = mac("02:00:00:00:00:01"), mac("ff:ff:ff:ff:ff:ff" if self.kind == "arp" else "02:00:00:00:00:02")
        self.sender, self.receiver = endpoint("10.9.0.1", 1000), endpoint("10.9.0.2", 9)
        self.type, self.vlan, self.size, self.data = 0x88B5, None, 42 if self.kind == "arp" else 100, b""
        self.count, self.gap, self.queue, self.priority, self.mark, self.gso, self.bypass = 1, 0.0, None, None, None, 0, False
        rest = words[1:]
        if self.kind == "hex":
            if not rest:
                raise WordError("hex wants the bytes")
            self.data = bytes.fromhex(rest[0].replace(":", ""))
            rest = rest[1:]
        self._read(rest)

    def _read(self, words):
        readers = {
            "src": lambda w: setattr(self, "source", mac(w)),
            "dst": lambda w: setattr(self, "destination", mac(w)),
            "from": lambda w: setattr(self, "sender", endpoint(w, 1000)),
            "to": lambda w: setattr(self, "receiver", endpoint(w, 9)),
            "type": lambda w: setattr(self, "type", int(w, 16)),
            "vlan": lambda w: setattr(self, "vlan", number(w)),
            "size": lambda w: setattr(self, "size", number(w)),
            "count": lambda w: setattr(self, "count", number(w)),
            "gap": lambda w: setattr(self, "gap", duration(w)),
            "queue": lambda w: setattr(self, "queue", number(w)),
            "prio": lambda w: setattr(self, "priority", priority(w)),
            "mark": lambda w: setattr(self, "mark", number(w)),
            "gso": lambda w: setattr(self, "gso", number(w)),
        }
        words = list(words)
        while words:
            word = words.pop(0)
            if word == "bypass":
                self.bypass = True
            elif word in readers and words:
                readers[word](words.pop(0))
            else:
                raise WordError(f'"{word}" is not a word of a frame, or its value is missing')

    def build(self, sequence):
        """One frame from its MAC header on."""
        if self.kind == "hex":
            return self.data
        tag = struct.pack("!HH", 0x8100, self.vlan) if self.vlan is not None else b""
        header = self.destination + self.source + tag
        room = self.size - len(header) - 2
        if self.kind == "eth":
            body = struct.pack("!I", sequence & 0xFFFFFFFF)[:max(0, room)]
            return (header + struct.pack("!H", self.type) + body).ljust(self.size, b"\0")
        if self.kind == "arp":
            body = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + self.source + self.sender[0].packed + bytes(6) + self.receiver[0].packed
            return (header + struct.pack("!H", 0x0806) + body).ljust(self.size, b"\0")
        return header + struct.pack("!H", 0x0800) + self._ip(room, sequence)

    def _ip(self, length, sequence):
        head = struct.pack("!BBHHHBBH4s4s", 0x45, 0, length, sequence & 0xFFFF, 0, 64, PROTOCOLS[self.kind], 0, self.sender[0].packed, self.receiver[0].packed)
        head = head[:10] + struct.pack("!H", checksum(head)) + head[12:]
        fixed = {"udp": 8, "tcp": 20, "icmp": 8}[self.kind]
        room = length - 20 - fixed
        if room < 0:
            raise WordError(f"size {self.size} is too small for {self.kind}")
        payload = struct.pack("!I", sequence & 0xFFFFFFFF)[:room].ljust(room, b"x")
        return head + self._transport(payload, sequence)

    def _transport(self, payload, sequence):
        ports = (self.sender[1], self.receiver[1])
        if self.kind == "icmp":
            head, at = struct.pack("!BBHHH", 8, 0, 0, 1, sequence & 0xFFFF), 2
            pseudo = b""
        else:
            if self.kind == "udp":
                head, at = struct.pack("!HHHH", *ports, 8 + len(payload), 0), 6
            else:
                head, at = struct.pack("!HHIIBBHHH", *ports, sequence & 0xFFFFFFFF, 0, 0x50, 0x10, 65535, 0, 0), 16
            pseudo = self.sender[0].packed + self.receiver[0].packed + struct.pack("!BBH", 0, PROTOCOLS[self.kind], len(head) + len(payload))
        if self.gso and pseudo:
            value = ~checksum(pseudo) & 0xFFFF
        else:
            value = checksum(pseudo + head + payload)
            if self.kind == "udp" and value == 0:
                value = 0xFFFF
        return head[:at] + struct.pack("!H", value) + head[at + 2:] + payload

    def vnet_header(self):
        """The virtio header of a super-frame (struct virtio_net_hdr)."""
        start = 14 + (4 if self.vlan is not None else 0) + 20
        udp = self.kind == "udp"
        return struct.pack("=BBHHHH", 1, 5 if udp else 1, start + (8 if udp else 20), self.gso, start, 6 if udp else 16)
