namespace ActorNet.Conformance.Tests.Generating;

/// <summary>Steps that make, change and delete hooks, filters and actions.</summary>
internal static class FilterSteps
{
    private static readonly string[] Protocols = ["all", "all", "all", "0x88b5", "ip", "arp", "802.1q"];

    /// <summary>ingress or clsact on a device that has none.</summary>
    public static Step Hook(World world, Choices choices)
    {
        var bare = world.Devices.Where(d => d.Hook.Length == 0).ToList();
        if (bare.Count == 0) return Step.None;
        var device = choices.Of<Device>([.. bare]);
        device.Hook = choices.Of("ingress", "clsact", "clsact");
        return new Step($"tc -n {device.Namespace} qdisc add dev {device} {device.Hook}");
    }

    public static Step Unhook(World world, Choices choices)
    {
        var hooked = world.Devices.Where(d => d.Hook.Length > 0).ToList();
        if (hooked.Count == 0) return Step.None;
        var device = choices.Of<Device>([.. hooked]);
        var line = $"tc -n {device.Namespace} qdisc del dev {device} {device.Hook}";
        device.Hook = "";
        world.Filters.RemoveAll(f => f.Device == device);
        return new Step(line, DeviceSteps.Freed);
    }

    /// <summary>A filter with one or two actions, in chain 0 or 7.</summary>
    public static Step Add(World world, Choices choices)
    {
        var hooked = world.Devices.Where(d => d.Hook.Length > 0).ToList();
        if (hooked.Count == 0) return Hook(world, choices);
        var device = choices.Of<Device>([.. hooked]);
        var ingress = device.Hook == "ingress" || choices.Chance(1, 2);
        var chain = choices.Chance(1, 6) ? 7 : 0;
        var pref = choices.Of(1, 2, 3, 10);
        var place = new FilterPlace(device, ingress, chain, pref, choices.Of(Protocols), Kind(world, choices));
        if (Clashes(world, place)) return Step.None;
        var actions = Actions(world, choices, place);
        if (actions.Length == 0) return Step.None;
        world.Filters.Add(place);
        var words = Words(place, choices);
        return new Step($"tc -n {device.Namespace} filter add dev {device} {Side(place)}{(chain == 0 ? "" : " chain 7")} protocol {place.Protocol} pref {pref} {words}{actions}");
    }

    private static string Kind(World world, Choices choices)
    {
        if (world.Has("matchall") && choices.Chance(1, 3)) return "matchall";
        var other = choices.Of(EditSteps.Filters);
        return world.Has(other) && choices.Chance(1, 3) ? other : "u32";
    }

    private static string Words(FilterPlace place, Choices choices) => place.Kind switch
    {
        "matchall" => "matchall",
        "u32" => $"u32 {choices.Of("match u32 0 0", "match u32 0 0", "match u8 0 0 at 0 match ip dport 9 0xffff", "match u16 0x88b5 0xffff at -2")}",
        _ => EditSteps.Filter(place.Kind, place.Protocol, choices),
    };

    public static Step Delete(World world, Choices choices)
    {
        if (world.Filters.Count == 0) return Step.None;
        var place = choices.Of<FilterPlace>([.. world.Filters]);
        var all = choices.Chance(1, 3);
        world.Filters.RemoveAll(f => f.Device == place.Device && f.Ingress == place.Ingress && f.Chain == place.Chain && (all || f.Pref == place.Pref));
        var which = all ? "" : $" pref {place.Pref}";
        return new Step($"tc -n {place.Device.Namespace} filter del dev {place.Device} {Side(place)}{(place.Chain == 0 ? "" : " chain 7")}{which}", DeviceSteps.Freed);
    }

    /// <summary>An action with a number, for filters to share.</summary>
    public static Step Share(World world, Choices choices)
    {
        if (world.Devices.Count == 0) return Step.None;
        var target = choices.Of<Device>([.. world.Devices]);
        var index = choices.Of(5, 6, 7);
        var action = new SharedAction(target.Namespace, index, target, choices.Chance(1, 3), choices.Chance(1, 2));
        if (!world.Actions.Exists(a => a.Namespace == action.Namespace && a.Index == index)) world.Actions.Add(action);
        return new Step($"tc -n {action.Namespace} actions add action mirred {Mirred(action.ToIngress, action.Mirror)} dev {target} index {index}");
    }

    public static Step Unshare(World world, Choices choices)
    {
        if (world.Actions.Count == 0) return Step.None;
        var action = choices.Of<SharedAction>([.. world.Actions]);
        return new Step($"tc -n {action.Namespace} actions del action mirred index {action.Index}", DeviceSteps.Freed);
    }

    /// <summary>One pref of a chain has one protocol and one kind, and matchall has one filter per pref; seldom the rule is broken on purpose elsewhere.</summary>
    private static bool Clashes(World world, FilterPlace place) => world.Filters.Exists(f =>
        f.Device == place.Device && f.Ingress == place.Ingress && f.Chain == place.Chain && f.Pref == place.Pref
        && (f.Protocol != place.Protocol || f.Kind != place.Kind || f.Kind == "matchall"));

    private static string Side(FilterPlace place) => place.Ingress ? "ingress" : "egress";

    /// <summary>The words of its actions; empty if frames could then go round for ever.</summary>
    private static string Actions(World world, Choices choices, FilterPlace place)
    {
        if (world.Has("gact") && choices.Chance(1, 8)) return $" action {choices.Of("drop", "pass", "pipe", "continue")}";
        if (choices.Chance(1, 5) && world.Actions.FirstOrDefault(a => a.Namespace == place.Device.Namespace) is { } shared)
            return Allows(world, place, shared.Target, shared.ToIngress, shared.Mirror) ? $" action mirred index {shared.Index}" : "";
        var edit = choices.Chance(1, 3) ? EditSteps.Action(world, choices, place.Protocol) : "";
        return edit + Mirreds(world, choices, place);
    }

    private static string Mirreds(World world, Choices choices, FilterPlace place)
    {
        var first = Mirred(world, choices, place, last: false);
        if (first.Length == 0 || !first.EndsWith("pipe", StringComparison.Ordinal)) return first;
        return first + (choices.Chance(2, 3) ? Mirred(world, choices, place, last: true) : "");
    }

    private static string Mirred(World world, Choices choices, FilterPlace place, bool last)
    {
        var targets = world.In(place.Device.Namespace);
        var target = choices.Of([.. targets, .. targets.Where(d => d.Kind == DeviceKind.Ifb)]);
        var (mirror, toIngress) = (choices.Chance(1, 3), choices.Chance(1, 5));
        if (!Allows(world, place, target, toIngress, mirror)) return "";
        return $" action mirred {Mirred(toIngress, mirror)} dev {target}{(mirror ? Control(world, choices, last) : "")}";
    }

    private static string Control(World world, Choices choices, bool last)
    {
        var word = choices.Of(" pipe", " pipe", "", " pass", " continue", " drop", " goto chain 7", " reclassify");
        if (last && word == " pipe") return "";
        if (word != " reclassify") return word;
        if (!world.MayReclassify || !world.Graph.TryForbidLoops()) return " continue";
        world.MayReclassify = false;
        return word;
    }

    private static bool Allows(World world, FilterPlace place, Device target, bool toIngress, bool mirror) =>
        world.Graph.TryAddAction(place.Device.Origin, place.Ingress, target.Origin, toIngress, mirror, target.Kind == DeviceKind.Ifb);

    private static string Mirred(bool toIngress, bool mirror) => $"{(toIngress ? "ingress" : "egress")} {(mirror ? "mirror" : "redirect")}";
}
