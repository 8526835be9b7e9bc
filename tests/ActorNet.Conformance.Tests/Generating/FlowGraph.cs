namespace ActorNet.Conformance.Tests.Generating;

/// <summary>
/// Where frames could go, if everything that the script ever sets up existed at once. A real kernel bounces frames for ever (rule MIR-17) if there is a way
/// round that leaves the call chain somewhere: over a cable, through an ifb, or from a sender's hook into a receive path. Such steps are left out.
/// Nothing is ever taken out of the graph, so that leaving lines out of a script cannot make it loop either.
/// </summary>
/// <param name="ingressIsDeferred">The kernel queues what nested actions send to an ingress side, so even a way round within one device's ingress never ends.</param>
internal sealed class FlowGraph(bool ingressIsDeferred)
{
    /// <summary>Actions at one hook of one device. A loop that the nest limit ends multiplies frames by this to the power of four.</summary>
    private const int MostActions = 3;

    private readonly Dictionary<string, List<(string To, bool Deferred)>> _ways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _actions = new(StringComparer.Ordinal);
    private bool _loopsForbidden;

    /// <summary>Before the ingress hook.</summary>
    public static string Receive(string device) => "rx " + device;

    /// <summary>Behind the ingress hook.</summary>
    public static string Up(string device) => "up " + device;

    /// <summary>Before the egress hook.</summary>
    public static string Transmit(string device) => "tx " + device;

    /// <summary>Behind hook and qdisc.</summary>
    public static string Driver(string device) => "drv " + device;

    public void AddDevice(string device)
    {
        Add(Receive(device), Up(device), deferred: false);
        Add(Transmit(device), Driver(device), deferred: false);
    }

    public void AddCable(string one, string other)
    {
        Add(Driver(one), Receive(other), deferred: true);
        Add(Driver(other), Receive(one), deferred: true);
    }

    /// <summary>A port of a bridge. A way round over a bridge is never allowed, so its steps count as deferred.</summary>
    public void AddPort(string bridge, string port)
    {
        Add(Up(port), "switch " + bridge, deferred: true);
        Add("switch " + bridge, Transmit(port), deferred: true);
        Add("switch " + bridge, Receive(bridge), deferred: true);
        Add(Driver(bridge), "switch " + bridge, deferred: true);
    }

    /// <summary>What a mirred action would add; false, and nothing is added, if frames could then go round for ever.</summary>
    public bool TryAddAction(string device, bool atIngress, string target, bool toIngress, bool mirror, bool targetIsIfb)
    {
        var from = atIngress ? Receive(device) : Transmit(device);
        if (_actions.GetValueOrDefault(from) == MostActions) return false;
        var ways = new List<(string From, string To, bool Deferred)>
        {
            (from, toIngress ? Receive(target) : Transmit(target), toIngress && (ingressIsDeferred || !atIngress)),
        };
        if (targetIsIfb && !toIngress)
        {
            // A mirrored frame is only taken with the marks of an earlier redirect, which may have been at the other hook.
            if (atIngress || mirror) ways.Add((Driver(target), Up(device), true));
            if (!atIngress || mirror) ways.Add((Driver(target), Driver(device), true));
        }
        var before = _ways.ToDictionary(p => p.Key, p => p.Value.Count, StringComparer.Ordinal);
        foreach (var (f, t, deferred) in ways) Add(f, t, deferred);
        if (!GoesRound())
        {
            _actions[from] = _actions.GetValueOrDefault(from) + 1;
            return true;
        }
        foreach (var (node, list) in _ways) list.RemoveRange(before.GetValueOrDefault(node), list.Count - before.GetValueOrDefault(node));
        return false;
    }

    /// <summary>From now on not even loops are allowed that the nest limit ends, since a filter is to reclassify: false if there is one already.</summary>
    public bool TryForbidLoops()
    {
        _loopsForbidden = true;
        return _loopsForbidden = !GoesRound();
    }

    /// <summary>A deferred step leads back to where it began. Also what a new port or cable may not cause.</summary>
    public bool GoesRound() => _ways.Any(p => p.Value.Any(w => (w.Deferred || _loopsForbidden) && Reaches(w.To, p.Key)));

    private void Add(string from, string to, bool deferred)
    {
        if (!_ways.TryGetValue(from, out var list)) _ways[from] = list = [];
        list.Add((to, deferred));
    }

    private bool Reaches(string from, string goal)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var node))
        {
            if (node == goal) return true;
            foreach (var (to, _) in _ways.GetValueOrDefault(node, []))
            {
                if (seen.Add(to)) open.Push(to);
            }
        }
        return false;
    }
}
