"""Runs scripts of the shell language on the kernel of this machine, and answers as `actornet shell --batch --json` does.

A server on standard input and output, the same on the running kernel and as the only program of a user-mode one (uml.sh):
  (first)         ##READY: lines written before it may be lost in a console that is still being set up
  FEATURES        one line {"kernel": "...", "features": [...]}
  RUN FILE        FILE is JSON {"id", "parallel", "scripts": [{"name", "lines": [...]}]}; answers ##BEGIN id, a line per script in the order they
                  finish {"name", "replies": [...]} (or "lacking": what only the emulator can do), ##END id
  QUIT            ends
By hand: python3 runner.py FILE.txt ... prints the replies of scenario files. Needs root. Whatever a script makes dies with its process.
"""
import json
import os
import signal
import sys
import time
import traceback

sys.dont_write_bytecode = True

import features  # noqa: E402
import isolation  # noqa: E402
from script import NotHere, Script  # noqa: E402

SECONDS_PER_SCRIPT = 60


def run_script(script, barrier_fd, processor):
    """In a child process: the script in namespaces of its own."""
    os.sched_setaffinity(0, {processor})
    barrier = isolation.Barrier(barrier_fd)
    isolation.unshare(isolation.CLONE_NEWNET)
    isolation.private_names()
    runner = Script(barrier)
    try:
        return {"name": script["name"], "replies": runner.run(script["lines"])}
    except NotHere as lacking:
        return {"name": script["name"], "replies": [], "lacking": str(lacking)}
    finally:
        runner.close()


def start(script, barrier_fd, processor):
    """Forks the script's process; answers (pid, pipe, deadline)."""
    read, write = os.pipe()
    pid = os.fork()
    if pid:
        os.close(write)
        return pid, read, time.monotonic() + SECONDS_PER_SCRIPT
    os.close(read)
    os.setpgid(0, 0)
    try:
        result = run_script(script, barrier_fd, processor)
    except BaseException:
        result = {"name": script["name"], "replies": [], "broken": traceback.format_exc()}
    with os.fdopen(write, "w") as pipe:
        json.dump(result, pipe)
    os._exit(0)


def collect(name, child):
    pid, pipe, deadline = child
    chunks = []
    os.set_blocking(pipe, False)
    while True:
        try:
            chunk = os.read(pipe, 1 << 16)
        except BlockingIOError:
            if time.monotonic() > deadline:
                break
            yield None
            continue
        if not chunk:
            break
        chunks.append(chunk)
    os.close(pipe)
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(pid, 0)
    try:
        yield json.loads(b"".join(chunks))
    except ValueError:
        yield {"name": name, "replies": [], "broken": f"no answer within {SECONDS_PER_SCRIPT} s"}


def run_all(scripts, parallel, barrier_fd):
    """Yields results as scripts finish, at most `parallel` at a time, each kept on one processor."""
    processors = sorted(os.sched_getaffinity(0))
    waiting, running, turn = list(scripts), [], 0
    while waiting or running:
        while waiting and len(running) < parallel:
            script = waiting.pop(0)
            running.append(collect(script["name"], start(script, barrier_fd, processors[turn % len(processors)])))
            turn += 1
        for job in list(running):
            result = next(job)
            if result is not None:
                running.remove(job)
                yield result
        time.sleep(0.002)


def say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def serve(barrier_fd):
    say("##READY")
    for line in sys.stdin:
        verb, _, rest = line.strip().partition(" ")
        if verb == "QUIT":
            return
        if verb == "FEATURES":
            say(json.dumps({"kernel": os.uname().release, "features": features.probe(barrier_fd)}))
        elif verb == "RUN":
            with open(rest, encoding="utf-8") as file:
                job = json.load(file)
            say("##BEGIN " + job["id"])
            for result in run_all(job["scripts"], job.get("parallel", 1), barrier_fd):
                say(json.dumps(result))
            say("##END " + job["id"])
        elif verb:
            say("##UNKNOWN " + verb)


def logical_lines(text):
    """Lines with their continuations joined."""
    result, held = [], ""
    for line in text.splitlines():
        if line.endswith("\\"):
            held += line[:-1] + " "
            continue
        result.append(held + line)
        held = ""
    return result


def by_hand(files, barrier_fd):
    for path in files:
        with open(path, encoding="utf-8") as file:
            script = {"name": path, "lines": logical_lines(file.read())}
        for result in run_all([script], 1, barrier_fd):
            for reply in result["replies"]:
                say(json.dumps(reply))
            for key in ("lacking", "broken"):
                if key in result:
                    say(f"{path}: {key}: {result[key]}")


def main():
    barrier_fd = isolation.barrier_netns()
    if len(sys.argv) > 1:
        by_hand(sys.argv[1:], barrier_fd)
    else:
        serve(barrier_fd)


if __name__ == "__main__":
    main()
