"""Which devices, qdiscs, classifiers and actions the kernel has: tried, not guessed."""
import os
import shlex
import subprocess

import isolation

QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}}
BASE = ("ip link add pa type veth peer name pb", "ip link set pa up", "tc qdisc add dev pa clsact")
DEVICES = {kind: f"ip link add p1 type {kind}" for kind in ("ifb", "dummy", "bridge", "veth")}
DEVICES |= {"vlan": "ip link add link pa name p1 type vlan id 5", "vxlan": "ip link add p1 type vxlan id 5 dstport 4789", "tun": "ip tuntap add dev p1 mode tap"}
QDISCS = {
    "tbf": "rate 1mbit burst 2000 limit 3000", "htb": "", "netem": "delay 1ms", "prio": "", "pfifo": "", "bfifo": "", "red": "limit 100000 avpkt 1000", "sfq": "",
    "codel": "", "fq_codel": "", "drr": "", "plug": "limit 1000",
}
CLASSIFIERS = {
    "u32": "u32 match u32 0 0", "matchall": "matchall classid 1:1", "flower": "flower classid 1:1", "fw": "handle 1 fw classid 1:1",
    "basic": "basic classid 1:1", "bpf": "bpf bytecode '1,6 0 0 1,'",
}
ACTIONS = {
    "mirred": "egress redirect dev pa", "gact": "drop", "police": "rate 1mbit burst 2000", "skbedit": "mark 1", "vlan": "pop", "pedit": "munge offset 0 u8 set 0",
    "csum": "ip", "nat": "ingress 10.0.0.1 10.0.0.2", "sample": "rate 1 group 1", "simple": "sdata x",
}


def probe(_):
    """In a child, so that nothing stays."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        isolation.unshare(isolation.CLONE_NEWNET)
        isolation.private_names()
        with os.fdopen(write, "w") as pipe:
            pipe.write(" ".join(_try_all()))
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        found = pipe.read().split()
    os.waitpid(pid, 0)
    return found


def _works(command):
    return subprocess.run(shlex.split(command), check=False, **QUIET).returncode == 0


def _try_all():
    for command in BASE:
        _works(command)
    found = []
    for kind, command in DEVICES.items():
        if _works(command):
            found.append(kind)
            _works("ip link del p1")
    for kind, options in QDISCS.items():
        if _works(f"tc qdisc add dev pa root {kind} {options}"):
            found.append(kind)
            _works("tc qdisc del dev pa root")
    for kind, options in CLASSIFIERS.items():
        if _works(f"tc filter add dev pa ingress {options}"):
            found.append(kind)
            _works("tc filter del dev pa ingress")
    for kind, options in ACTIONS.items():
        if _works(f"tc actions add action {kind} {options}"):
            found.append(kind)
    return found
