#!/bin/sh
# Starts user-mode Linux with runner.py as its only program; standard input and output are the runner's. Needs root and Debian's user-mode-linux and kmod.
# The guest reads the machine's files through hostfs and writes only to a file system in its own memory.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# Where the distribution puts the guest's modules; modprobe looks in one place only, inside the guest too.
modules=/usr/lib/uml/modules
[ -d "$modules" ] || { echo "uml.sh: $modules is missing; install user-mode-linux" >&2; exit 3; }
exec linux.uml mem=512M root=/dev/root rootfstype=hostfs rootflags=/ ro quiet loglevel=0 con=null con0=fd:0,fd:1 init="$here/uml-init.sh" 2>/dev/null
