#!/bin/bash
# The first program of a user-mode Linux whose files are the machine's, read-only. FOLDER is the only place it writes to.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/run
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t tmpfs tmpfs /run
mkdir -p /run/out /run/root/lib
mount -t hostfs none /run/out -o "FOLDER"
ln -s "MODULES" /run/root/lib/modules
for module in veth sch_ingress sch_netem sch_tbf sch_htb cls_u32 act_mirred; do modprobe -d /run/root $module; done
ip link set lo up
python3 "FOLDER/meter.py" /run/out > /run/out/log 2>&1
echo $? > /run/out/status
sync; halt -f -p
