namespace ActorNet.Conformance.Tests.Generating;

/// <summary>Steps that send frames, and the queues that hold them.</summary>
internal static class TrafficSteps
{
    /// <summary>One to five frames, each processed to its end before the next.</summary>
    public static Step Inject(World world, Choices choices)
    {
        if (world.Devices.Count == 0) return Step.None;
        var device = Sender(world, choices);
        var count = choices.Below(5) + 1;
        var line = $"inject -n {device.Namespace} {device} {Frame(choices)}";
        if (world.Has("skbedit") && choices.Chance(1, 6)) line += $" mark {choices.Of(3, 0x13, 0x10)}";
        return new Step(count == 1 ? line : $"{line} count {count} gap 1ms");
    }

    /// <summary>
    /// Many frames in one softirq: a token bucket starves until they wait, and is then opened. It leaves no bucket behind, whose overlimits would depend on time.
    /// Only in scripts without captures: within one softirq a kernel finishes each frame with all its copies before the next, the emulation hands the burst on from
    /// device to device; counters come out the same, the order in which one capture sees copies of different frames does not.
    /// </summary>
    public static Step Burst(World world, Choices choices)
    {
        var senders = world.Devices.Where(d => d is { Kind: DeviceKind.Veth, IsUp: true, Peer.IsUp: true, Root.Length: 0 }).ToList();
        if (senders.Count == 0 || world.Devices.Exists(d => d.IsListened)) return Step.None;
        world.HasBurst = true;
        var device = choices.Of<Device>([.. senders]);
        var (tc, inject) = ($"tc -n {device.Namespace} qdisc", $"inject -n {device.Namespace} {device} eth dst {Destination(choices)}");
        return new Step(
            $"{tc} add dev {device} root handle 77: tbf rate 80bit burst 1514 limit 1000000",
            $"{inject} size 1514",
            "advance 20ms",
            $"{inject} size 100 count {choices.Below(24) + 2} gap 1ms",
            $"{tc} change dev {device} root handle 77: tbf rate 1gbit burst 100000 limit 1000000",
            $"{inject} size 100",
            "advance 20ms",
            $"{tc} del dev {device} root");
    }

    /// <summary>A root qdisc: queues that only matter while something is stopped, or a bucket too slow to wake up within the script.</summary>
    public static Step Root(World world, Choices choices)
    {
        if (world.Devices.Count == 0) return Step.None;
        var device = choices.Of<Device>([.. world.Devices]);
        if (device.Root.Length > 0)
        {
            device.Root = "";
            return new Step($"tc -n {device.Namespace} qdisc del dev {device} root");
        }
        var (kind, words) = choices.Below(4) switch
        {
            0 => ("pfifo", $"pfifo limit {choices.Of(0, 1, 3, 100)}"),
            1 => ("bfifo", $"bfifo limit {choices.Of(0, 300, 1514, 3000)}"),
            2 => ("pfifo", "pfifo"),
            _ => ("tbf", $"tbf rate 80bit burst {choices.Of(1514, 1600, 3000)} limit {choices.Of(500, 3000)}"),
        };
        device.Root = kind;
        return new Step($"tc -n {device.Namespace} qdisc add dev {device} root{choices.Of(" handle 1:", "")} {words}");
    }

    public static Step Listen(World world, Choices choices)
    {
        var deaf = world.Devices.Where(d => !d.IsListened).ToList();
        if (deaf.Count == 0 || world.HasBurst) return Step.None;
        var device = choices.Of<Device>([.. deaf]);
        device.IsListened = true;
        return new Step($"listen -n {device.Namespace} {device}");
    }

    private static Device Sender(World world, Choices choices)
    {
        var cables = world.Devices.Where(d => d.Kind == DeviceKind.Veth).ToList();
        return cables.Count > 0 && choices.Chance(4, 5) ? choices.Of<Device>([.. cables]) : choices.Of<Device>([.. world.Devices]);
    }

    private static string Frame(Choices choices)
    {
        var size = choices.Of(100, 60, 200, 1000, 1514);
        var tag = choices.Chance(1, 8) ? $" vlan {choices.Of(5, 6)}" : "";
        var to = $" dst {Destination(choices)}";
        return choices.Below(6) switch
        {
            0 => $"udp to 10.9.0.2:{choices.Of(9, 10)}{to}{tag} size {size}",
            1 => $"arp{to}{tag}",
            2 => $"eth{to} type {choices.Of("88b5", "88b6", "1234")}{tag} size {size}",
            _ => $"eth{to}{tag} size {size}",
        };
    }

    private static string Destination(Choices choices) =>
        choices.Of("02:00:00:00:00:02", "02:00:00:00:00:01", "ff:ff:ff:ff:ff:ff", "01:00:5e:00:00:05", "02:00:00:00:77:01");
}
