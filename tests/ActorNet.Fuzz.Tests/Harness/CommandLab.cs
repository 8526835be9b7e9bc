using System.Text.Json;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>Namespaces without actors or traffic: what commands make of them, and whether it hangs together.</summary>
internal sealed class CommandLab
{
    private static readonly string[] Hooks = ["ingress", "egress"];
    private readonly Iproute2Session _session;
    private readonly NetLab _lab = new();
    private readonly KernelProfile? _kernel;
    private ulong _made;

    /// <summary>With the unnamed initial namespace, and a, b as most scripts have them.</summary>
    /// <param name="kernel">Which Linux they imitate; null for the default.</param>
    public CommandLab(KernelProfile? kernel)
    {
        _kernel = kernel;
        _lab.NamespaceFactory = Make;
        _lab.NamespaceRemover = static _ => { };
        _session = new Iproute2Session(_lab);
        _lab.Add(Make(""));
    }

    /// <summary>Carries a line out.</summary>
    public CommandResult Run(string line) => _session.ExecuteLine("", line);

    /// <summary>Everything that can be seen of all namespaces but counters and times.</summary>
    public string Dump()
    {
        var all = new List<string>();
        foreach (var ns in _lab.Namespaces)
        {
            Show(all, ns, "ip -d link show", "ip address show", "tc qdisc show invisible", "bridge fdb show", "bridge -d link show");
            foreach (var kind in (string[])["mirred", "gact", "police", "pedit", "skbedit", "vlan", "csum", "nat"]) Show(all, ns, $"tc actions list action {kind}");
            foreach (var device in ns.Devices) Show(all, ns, [.. OfDevice(device)]);
        }

        return string.Join('\n', all);
    }

    /// <summary>What must hold whatever was commanded.</summary>
    public void Check()
    {
        foreach (var ns in _lab.Namespaces)
        {
            foreach (var device in ns.Devices) Check(ns, device);
        }

        if (_lab.Work.Todo.Waiting.FirstOrDefault() is { } held) throw new InvalidOperationException($"{held.Name} is gone, and {held.RefCount - 1} users still hold it.");
    }

    /// <summary>What is printed as JSON is JSON.</summary>
    public void CheckJson()
    {
        foreach (var ns in _lab.Namespaces)
        {
            foreach (var line in (string[])["ip -d -s -j link show", "ip -j address show", "tc -s -d -j qdisc show", "bridge -j fdb show", "bridge -d -j link show"])
            {
                var output = _session.ExecuteLine(ns.Name, line).Output;
                // tc itself prints the options of this one as plain words.
                if (output.Length > 0 && !output.Contains("\"multiq\"", StringComparison.Ordinal)) Parse(line, output);
            }
        }
    }

    private static void Parse(string line, string output)
    {
        try
        {
            JsonDocument.Parse(output).Dispose();
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException($"{line} printed {output}", wrong);
        }
    }

    /// <summary>Removes everything; nothing may hold what is gone.</summary>
    public void Empty()
    {
        foreach (var ns in _lab.Namespaces.ToArray()) ns.DeleteAll();
        foreach (var ns in _lab.Namespaces)
        {
            if (ns.Devices.Count > 0) throw new InvalidOperationException($"{ns.Devices.Count} devices of \"{ns.Name}\" remain.");
        }

        Check();
    }

    private static IEnumerable<string> OfDevice(NetDevice device)
    {
        var name = Quote(device.Name);
        yield return $"tc -d class show dev {name}";
        yield return $"tc -d filter show dev {name}";
        if (device.HookQdisc is not null)
        {
            foreach (var hook in Hooks)
            {
                yield return $"tc -d filter show dev {name} {hook}";
                yield return $"tc chain show dev {name} {hook}";
            }
        }

        foreach (var qdisc in QdiscTree.Visible(device).Where(static q => q.Handle != 0 && q is IClassfulQdisc)) yield return $"tc -d filter show dev {name} parent {qdisc.Handle >> 16:x}:";
    }

    private static string Quote(string name) => "'" + name.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static void Check(NetNamespace ns, NetDevice device)
    {
        Require(ReferenceEquals(ns.Find(device.Name), device), "is not found by its name");
        Require(ReferenceEquals(ns.Find(device.IfIndex), device), "is not found by its number");
        Require(ReferenceEquals(device.Namespace, ns), "lies elsewhere");
        Require(device.RegState == RegState.Registered, $"is {device.RegState} and listed");
        Require(DeviceName.IsValid(device.Name), "has an impossible name");
        Require(device.Master is null || (device.Master.RegState == RegState.Registered && ReferenceEquals(device.Master.Namespace, ns)), "is a port of what is not there");
        Require(device is not VethDevice { Peer: null }, "is a cable with one end");
        Require(device is not VlanDevice || device.LinkPeer is { RegState: RegState.Registered }, "is a VLAN on nothing");
        Require(device.IsUp == device.IsRunning, "is half up");
        Require(device.RefCount >= 2, $"has {device.RefCount} references");

        void Require(bool holds, string what)
        {
            if (!holds) throw new InvalidOperationException($"Device \"{device.Name}\" {what}.");
        }
    }

    private void Show(List<string> all, NetNamespace ns, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var result = _session.ExecuteLine(ns.Name, line);
            all.Add($"[{ns.Name}] {line}\n{result.Output}{result.Error}");
        }
    }

    private NetNamespace Make(string name)
    {
        var ns = new NetNamespace(name, _kernel, seed: ++_made) { Clock = static () => new Instant(1_000_000_000), IsInitial = name.Length == 0 };
        ns.Register(new LoopbackDevice());
        return ns;
    }
}
