#!/bin/sh
# Process 1 of the user-mode kernel: file systems, modules, then the runner on the console. Ends with the machine.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/run TMPDIR=/run PYTHONDONTWRITEBYTECODE=1
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs tmpfs /run
stty raw -echo 2>/dev/null
ip link set lo up
# modprobe looks for lib/modules below a root; the guest's lie elsewhere, and the machine's root must not be changed for that.
mkdir -p /run/root/lib && ln -s /usr/lib/uml/modules /run/root/lib/modules
for module in ifb veth dummy bridge 8021q tun vxlan sch_ingress sch_netem sch_tbf sch_htb sch_prio sch_red sch_sfq sch_codel sch_fq_codel sch_drr sch_plug sch_multiq \
    cls_u32 cls_matchall cls_flower cls_fw cls_basic cls_bpf em_cmp em_nbyte em_u32 em_meta \
    act_mirred act_gact act_police act_skbedit act_vlan act_pedit act_csum act_nat act_sample act_simple; do
    modprobe -d /run/root "$module"
done
/usr/bin/python3 "$(dirname "$0")/runner.py"
halt -f -p
