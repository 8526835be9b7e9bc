"""Carries out the lines of one script of the shell language on the kernel it runs on."""
import errno
import json
import os
import shlex
import socket
import subprocess
import time

import isolation
import packets
from frames import Spec, WordError, duration

PROGRAMS = ("ip", "tc", "bridge", "ethtool")
JSON_PROGRAMS = ("ip", "tc", "bridge")
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "HOME": "/"}


class NotHere(Exception):
    """The line means something that only the emulator can do."""


class Script:
    def __init__(self, barrier):
        self._barrier = barrier
        self._home = isolation.own_netns()
        self._listeners, self._plugs, self._monitors = {}, {}, {}
        self._verbs = {
            "inject": self._inject, "receive": self._receive, "advance": self._advance, "sleep": self._advance, "listen": self._listen,
            "unlisten": self._unlisten, "sniff": self._sniff, "plug": self._plug, "unplug": self._unplug, "read": self._read, "echo": self._echo,
        }
        isolation.disable_ipv6()

    def run(self, lines):
        replies = []
        for index, line in enumerate(lines):
            reply = {"line": index + 1, "cmd": line}
            try:
                words = shlex.split(line.strip().removeprefix("!"), comments=True)
                if not words:
                    continue
                reply.update(self._execute(words))
            except (WordError, ValueError) as wrong:
                reply.update(ok=False, error=str(wrong))
            replies.append(reply)
        return replies

    def close(self):
        for monitor in self._monitors.values():
            monitor.kill()
            monitor.wait()
        for thing in [*self._listeners.values(), *self._plugs.values()]:
            thing.close()

    def _execute(self, words):
        if words[0] in PROGRAMS:
            return self._program(words)
        if words[0] not in self._verbs:
            raise NotHere(words[0])
        ns, rest = None, words[1:]
        if rest[:1] == ["-n"] and len(rest) > 1:
            ns, rest = rest[1], rest[2:]
        try:
            output = self._in(ns, lambda: self._verbs[words[0]](ns, rest))
        except FileNotFoundError:
            return {"ok": False, "error": f'Cannot open network namespace "{ns}": No such file or directory'}
        except OSError as failure:
            # if_nametoindex of the standard library raises without a number.
            if failure.errno in (None, errno.ENODEV, errno.ENXIO):
                return {"ok": False, "error": f'Cannot find device "{rest[0]}"'}
            return {"ok": False, "error": os.strerror(failure.errno)}
        return {"ok": True} if output is None else {"ok": True, "output": output}

    def _in(self, ns, action):
        """Does something in a named namespace, and comes back."""
        if ns is None:
            return action()
        fd = os.open(f"/run/netns/{ns}", os.O_RDONLY)
        try:
            isolation.enter(fd)
            return action()
        finally:
            isolation.enter(self._home)
            os.close(fd)

    # ---- programs ---------------------------------------------------------------------------------------------------

    def _program(self, words):
        if "monitor" in words and words[0] in JSON_PROGRAMS:
            return self._monitor(words)
        ns, words = self._namespace_of(words)
        done = self._in(ns, lambda: subprocess.run(
            self._with_json(words), env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=30))
        self._barrier.wait()
        self._after(words, done.returncode)
        reply = {"ok": done.returncode == 0}
        if done.stderr:
            reply["error"] = done.stderr.rstrip("\n")
        if done.stdout.strip():
            reply["output"] = _parse(done.stdout)
        return reply

    @staticmethod
    def _namespace_of(words):
        """`-n NS` is done here where it leads somewhere: the programs' own way remounts /sys for each command and takes several times as long.
        Only `ip tuntap show` needs that, since it reads /sys."""
        if any(word.startswith("tunt") for word in words):
            return None, words
        if len(words) > 2 and words[1] in ("-n", "-net", "-netns") and "/" not in words[2] and os.path.exists(f"/run/netns/{words[2]}"):
            return words[2], [words[0], *words[3:]]
        return None, words

    @staticmethod
    def _with_json(words):
        """Adds -j, also to the program behind `ip netns exec NS`."""
        result = []
        for index, word in enumerate(words):
            result.append(word)
            inner = index >= 2 and len(words) > index and words[index - 2].startswith("e") and index >= 3 and words[index - 3] in ("netns", "netn")
            if word in JSON_PROGRAMS and (index == 0 or inner):
                result.append("-j")
        return result

    def _after(self, words, code):
        if code != 0 or "netns" not in words or "add" not in words:
            return
        name = words[-1]
        if words[words.index("netns") + 1:] == ["add", name]:
            self._in(name, isolation.disable_ipv6)

    def _monitor(self, words):
        """The first call starts to listen; each later one tells what came since."""
        key = tuple(words)
        if key not in self._monitors:
            monitor = subprocess.Popen(["stdbuf", "-oL", *words], env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            os.set_blocking(monitor.stdout.fileno(), False)
            self._monitors[key] = monitor
            self._until_idle(monitor)
            return {"ok": True}
        self._until_idle(self._monitors[key])
        text = (self._monitors[key].stdout.read() or b"").decode(errors="replace")
        return {"ok": True, "output": text} if text else {"ok": True}

    @staticmethod
    def _until_idle(monitor):
        """Until the program sleeps on its netlink socket: has started, and printed all that came."""
        deadline, quiet = time.monotonic() + 10, 0
        while quiet < 3 and time.monotonic() < deadline:
            time.sleep(0.03)
            process = f"/proc/{monitor.pid}"
            try:
                links = [os.readlink(f"{process}/fd/{fd}") for fd in os.listdir(f"{process}/fd")]
                with open(f"{process}/stat", encoding="ascii", errors="replace") as stat:
                    asleep = stat.read().rpartition(")")[2].split()[0] == "S"
            except OSError:
                return
            quiet = quiet + 1 if asleep and any(link.startswith("socket:") for link in links) else 0

    # ---- verbs ------------------------------------------------------------------------------------------------------

    def _inject(self, _, words):
        device = _first(words)
        spec = Spec(words[1:])
        if spec.queue is not None:
            raise NotHere("inject ... queue")
        socket.if_nametoindex(device)
        counts = packets.send(device, spec, self._pause)
        self._barrier.wait()
        return counts

    def _receive(self, ns, words):
        plug = self._plugs.get((ns, _first(words)))
        if plug is None:
            raise NotHere("receive on a device that no program has open")
        done = plug.write(Spec(words[1:]), self._pause)
        self._barrier.wait()
        return done

    def _pause(self, seconds):
        self._barrier.wait()
        time.sleep(seconds)

    def _advance(self, _, words):
        time.sleep(duration(_first(words)))
        self._barrier.wait()

    def _listen(self, ns, words):
        self._listeners[ns, _first(words)] = packets.Listener(words[0])

    def _unlisten(self, ns, words):
        listener = self._listeners.pop((ns, _first(words)), None)
        if listener is None:
            raise WordError(f'"{words[0]}" is not listened to')
        listener.close()

    def _sniff(self, ns, words):
        listener = self._listeners.get((ns, _first(words))) or self._renamed(ns, words[0])
        if listener is None:
            raise NotHere("sniff without listen")
        return listener.take()

    def _renamed(self, ns, device):
        index = socket.if_nametoindex(device)
        return next((listener for (where, _), listener in self._listeners.items() if where == ns and listener.index == index), None)

    def _plug(self, ns, words):
        self._plugs[ns, _first(words)] = packets.Plug(words[0])

    def _unplug(self, ns, words):
        plug = self._plugs.pop((ns, _first(words)), None)
        if plug is None:
            raise WordError(f'"{words[0]}" is not plugged')
        plug.close()

    def _read(self, ns, words):
        plug = self._plugs.get((ns, _first(words)))
        if plug is None:
            raise WordError(f'"{words[0]}" is not plugged')
        return plug.read()

    @staticmethod
    def _echo(_, words):
        return " ".join(words)


def _first(words):
    if not words:
        raise WordError("a word is missing")
    return words[0]


def _parse(text):
    if text.lstrip()[:1] in ("[", "{"):
        try:
            return json.loads(text)
        except ValueError:
            pass
    return text
