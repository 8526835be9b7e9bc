"""Measures qdiscs inside a user-mode Linux: pa -> pb, redirected to ifb0, which is a cable to out. Reads jobs.json, writes one file of events for each job."""
import json
import select
import socket
import struct
import subprocess
import sys
import time

SO_SNDBUFFORCE, SO_RCVBUFFORCE, SO_TIMESTAMPNS, OUTGOING = 32, 33, 35, 4
BUFFER = 64 << 20


def tc(line):
    done = subprocess.run(["tc", *line.split()], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"tc {line}: {done.stderr.strip()}")


def ip(line):
    subprocess.run(["ip", *line.split()], check=True)


def listener(device):
    tap = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    tap.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, BUFFER)
    tap.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
    tap.bind((device, 3))
    tap.setblocking(False)
    return tap


def drain(tap):
    while True:
        try:
            data, ancillary, _, address = tap.recvmsg(2048, 256)
        except BlockingIOError:
            return
        if address[2] == OUTGOING:
            continue
        stamp = next(v for level, kind, v in ancillary if level == socket.SOL_SOCKET and kind == SO_TIMESTAMPNS)
        seconds, nanoseconds = struct.unpack("=qq", stamp[:16])
        yield data, seconds * 1_000_000_000 + nanoseconds


def frame(job, sequence):
    data = bytearray(bytes.fromhex(job["frame"]))
    struct.pack_into(">H", data, job["portAt"], job["port"] + sequence % job["flows"])
    struct.pack_into(">iI", data, job["numberAt"], sequence, ~sequence & 0xFFFFFFFF)
    return bytes(data)


def note(job, taps, events):
    for kind, tap in taps:
        for data, stamp in drain(tap):
            if len(data) != job["bytes"]:
                continue
            sequence = struct.unpack_from(">i", data, job["numberAt"])[0]
            events.append(f"{kind} {stamp} {sequence}" if data == frame(job, sequence) else f"damaged {stamp} 0")


def measure(job):
    for line in job["lines"]:
        tc(line)
    taps = [("in", listener("pb")), ("out", listener("out"))]
    sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    sender.setsockopt(socket.SOL_SOCKET, SO_SNDBUFFORCE, BUFFER)
    sender.bind(("pa", 0))
    frames = [frame(job, sequence) for sequence in range(job["frames"])]
    events = []
    begin = time.monotonic_ns()
    for sequence, data in enumerate(frames):
        early = begin + sequence * job["interval"] - time.monotonic_ns()
        if early > 0:
            note(job, taps, events)
            time.sleep(early / 1e9)
        sender.send(data)
    end = time.monotonic() + job["rest"]
    while time.monotonic() < end:
        select.select([tap for _, tap in taps], [], [], 0.05)
        note(job, taps, events)
    for _, tap in taps:
        tap.close()
    sender.close()
    tc("qdisc replace dev ifb0 root pfifo")
    tc("qdisc del dev ifb0 root")
    return events


def main(folder):
    for near, far in (("pa", "pb"), ("ifb0", "out")):
        ip(f"link add {near} type veth peer name {far}")
        ip(f"link set {near} up")
        ip(f"link set {far} up")
    tc("qdisc add dev pb ingress")
    tc("filter add dev pb parent ffff: protocol all u32 match u32 0 0 action mirred egress redirect dev ifb0")
    with open(f"{folder}/jobs.json", encoding="ascii") as file:
        jobs = json.load(file)
    for number, job in enumerate(jobs):
        with open(f"{folder}/{number}.events", "w", encoding="ascii") as file:
            file.write("\n".join(measure(job)))


main(sys.argv[1])
