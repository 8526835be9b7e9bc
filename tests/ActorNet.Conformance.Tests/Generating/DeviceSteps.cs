namespace ActorNet.Conformance.Tests.Generating;

/// <summary>Steps that make, change and delete devices.</summary>
internal static class DeviceSteps
{
    /// <summary>Linkwatch hears of a lost carrier within a second.</summary>
    private const string Linkwatch = "advance 1200ms";

    /// <summary>Actions of deleted filters, and with them their numbers, are freed after a grace period.</summary>
    public const string Freed = "advance 200ms";

    /// <summary>Everything that a script begins with: cables, ifbs, perhaps a dummy and a bridge, most of it up.</summary>
    public static IEnumerable<Step> Topology(World world, Choices choices)
    {
        foreach (var ns in World.Namespaces) yield return new Step($"ip netns add {ns}");
        yield return Cable(world, "a", "b");
        var cables = choices.Below(3);
        for (var i = 0; i < cables; i++) yield return Cable(world, choices.Of(World.Namespaces), choices.Of(World.Namespaces));
        yield return Single(world, DeviceKind.Ifb, choices.Of("a", "b"));
        if (choices.Chance(1, 2)) yield return Single(world, DeviceKind.Ifb, choices.Of("a", "b"));
        if (world.Has("dummy") && choices.Chance(1, 2)) yield return Single(world, DeviceKind.Dummy, choices.Of("a", "b"));
        foreach (var device in world.Devices.Where(_ => choices.Chance(19, 20)).ToList()) yield return SetUp(device);
        if (choices.Chance(1, 3)) yield return Bridge(world, choices);
        // The carrier of cables is noticed at once, that of a bridge and of half a cable within a second.
        yield return new Step(world.Devices.Any(d => d.Kind == DeviceKind.Bridge || !d.IsUp) ? Linkwatch : "advance 100ms");
    }

    /// <summary>The two ends get different numbers: link watching takes its time with a device whose number its peer in another namespace has too.</summary>
    public static Step Cable(World world, string one, string other)
    {
        var (name, peer) = (world.NewName("v"), world.NewName("w"));
        var (first, second) = (new Device(name, one, DeviceKind.Veth), new Device(peer, other, DeviceKind.Veth));
        (first.Peer, second.Peer) = (second, first);
        world.Add(first);
        world.Add(second);
        world.Graph.AddCable(name, peer);
        return new Step($"ip -n {one} link add {name} index {world.NewIndex()} numtxqueues 1 numrxqueues 1 address {world.NewAddress()}:01 type veth peer name {peer} index {world.NewIndex()} numtxqueues 1 numrxqueues 1 address {world.NewAddress()}:02 netns {other}");
    }

    public static Step Single(World world, DeviceKind kind, string ns)
    {
        var device = new Device(world.NewName(kind == DeviceKind.Ifb ? "ifb" : "d"), ns, kind);
        world.Add(device);
        return new Step($"ip -n {ns} link add {device} address {world.NewAddress()}:1f type {(kind == DeviceKind.Ifb ? "ifb" : "dummy")}");
    }

    public static Step SetUp(Device device)
    {
        device.IsUp = true;
        return new Step($"ip -n {device.Namespace} link set {device} up");
    }

    /// <summary>A bridge over one to three devices of a namespace. It does not snoop: joining the group of snoopers sends IGMP reports at random times.</summary>
    private static Step Bridge(World world, Choices choices)
    {
        var ns = choices.Of(World.Namespaces);
        var bridge = new Device(world.NewName("br"), ns, DeviceKind.Bridge);
        var lines = new List<string> { $"ip -n {ns} link add {bridge} address {world.NewAddress()}:1b type bridge mcast_snooping 0" };
        foreach (var port in world.In(ns).Where(d => d.Kind == DeviceKind.Veth && d.Peer!.Namespace != ns).Take(3))
        {
            port.Master = bridge;
            lines.Add($"ip -n {ns} link set {port} master {bridge}");
            world.Graph.AddPort(bridge.Origin, port.Origin);
        }
        world.Add(bridge);
        bridge.IsUp = true;
        lines.Add($"ip -n {ns} link set {bridge} up");
        // Two cables between the same two bridges would be a ring of cables.
        return world.Graph.GoesRound() ? throw new InvalidOperationException("a bridge closed a ring") : new Step([.. lines]);
    }

    /// <summary>One change of one device.</summary>
    public static Step Change(World world, Choices choices)
    {
        if (world.Devices.Count == 0) return Step.None;
        var device = choices.Of([.. world.Devices]);
        return choices.Below(12) switch
        {
            0 or 1 => Toggle(device),
            2 => Rename(world, device),
            3 => Delete(world, device),
            4 => Move(world, device),
            5 or 6 => new Step($"ip -n {device.Namespace} link set {device} txqueuelen {choices.Of(0, 1, 2, 4, 10, 100)}"),
            7 => new Step($"ip -n {device.Namespace} link set {device} mtu {choices.Of(100, 576, 1400, 1500, 9000)}"),
            8 => new Step($"ip -n {device.Namespace} link set {device} promisc {choices.Of("on", "off")}"),
            9 => new Step($"ip -n {device.Namespace} link set {device} {choices.Of("arp", "multicast", "allmulticast")} {choices.Of("on", "off")}"),
            10 => new Step($"ip -n {device.Namespace} link set {device} address {world.NewAddress()}:77"),
            _ => new Step($"ip -n {device.Namespace} link set {device} alias {choices.Of("first", "second")}"),
        };
    }

    private static Step Toggle(Device device)
    {
        device.IsUp = !device.IsUp;
        return new Step($"ip -n {device.Namespace} link set {device} {(device.IsUp ? "up" : "down")}", Linkwatch);
    }

    private static Step Rename(World world, Device device)
    {
        var (ns, old) = (device.Namespace, device.Name);
        device.Name = world.NewName("r");
        return new Step($"ip -n {ns} link set {old} name {device.Name}");
    }

    /// <summary>What was captured is read first, since nobody can ask for it afterwards.</summary>
    private static Step Delete(World world, Device device)
    {
        var lines = new List<string>();
        foreach (var gone in (Device?[])[device, device.Peer])
        {
            if (gone is { IsListened: true }) lines.Add($"sniff -n {gone.Namespace} {gone}");
        }
        lines.Add($"ip -n {device.Namespace} link del {device}");
        // A bridge that loses a port may lose its carrier.
        lines.Add(device.Master is not null || device.Peer?.Master is not null ? Linkwatch : Freed);
        world.Remove(device);
        return new Step([.. lines]);
    }

    private static Step Move(World world, Device device)
    {
        if (device.Kind == DeviceKind.Bridge) return Step.None;
        var lines = new List<string>();
        if (device.IsListened) lines.Add($"sniff -n {device.Namespace} {device}");
        var to = device.Namespace == "a" ? "b" : "a";
        lines.Add($"ip -n {device.Namespace} link set {device} netns {to}");
        lines.Add(Linkwatch);
        world.Filters.RemoveAll(f => f.Device == device);
        (device.Namespace, device.IsUp, device.IsListened, device.Hook, device.Root, device.Master) = (to, false, false, "", "", null);
        return new Step([.. lines]);
    }
}
