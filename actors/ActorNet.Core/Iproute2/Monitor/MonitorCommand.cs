using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// <c>ip monitor</c>, <c>bridge monitor</c>, <c>tc monitor</c>. The real ones run until they are interrupted; a command here ends at once, so the first one of a kind begins to
/// listen and prints nothing, and each further one prints what has happened since. Kinds differ by program, objects and options.
/// </summary>
internal static class MonitorCommand
{
    /// <summary>Most monitors that commands open in a namespace.</summary>
    public const int MaxOpen = 16;

    private static readonly (string Name, MonitorTopics Topics)[] IpObjects =
    [
        ("link", MonitorTopics.Link), ("address", MonitorTopics.Address), ("neigh", MonitorTopics.Neighbour),
    ];

    private static readonly (string Name, MonitorTopics Topics)[] BridgeObjects =
    [
        ("link", MonitorTopics.Link), ("fdb", MonitorTopics.Neighbour),
    ];

    /// <summary>Carries out <c>ip monitor</c>.</summary>
    public static void Ip(Invocation invocation, ArgReader args) => Run(invocation, Parse(invocation, args, MonitorProgram.Ip, IpObjects, "ip monitor help"));

    /// <summary>Carries out <c>bridge monitor</c>.</summary>
    public static void Bridge(Invocation invocation, ArgReader args) =>
        Run(invocation, Parse(invocation, args, MonitorProgram.Bridge, BridgeObjects, "bridge monitor help"));

    /// <summary>Carries out <c>tc monitor</c>.</summary>
    public static void Tc(Invocation invocation, ArgReader args)
    {
        if (!args.AtEnd) throw new Iproute2Exception($"Argument \"{args.Next()}\" is unknown, try \"tc monitor help\".", 255);
        Run(invocation, new MonitorFormat(MonitorProgram.Tc, MonitorTopics.TrafficControl));
    }

    private static void Run(Invocation invocation, MonitorFormat format)
    {
        var ns = invocation.Namespace;
        var key = format.ToString();
        if (ns.OpenMonitors.TryGetValue(key, out var sink))
        {
            invocation.Output.Append(sink.Take());
            return;
        }

        if (ns.OpenMonitors.Count >= MaxOpen) throw new Iproute2Exception($"{MaxOpen} monitors listen in this namespace already; use one of them, with the same words.");
        sink = new MonitorSink(format);
        ns.Subscribe(sink);
        ns.OpenMonitors.Add(key, sink);
    }

    private static MonitorFormat Parse(Invocation invocation, ArgReader args, MonitorProgram program, (string Name, MonitorTopics Topics)[] objects, string help)
    {
        var topics = MonitorTopics.None;
        var labels = false;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (Words.Matches(word, "label") || word is "all") labels = true;
            else if (Words.Matches(word, "help")) throw new Iproute2Exception(Help(program, objects), 255);
            else topics |= Find(objects, word, help);
        }

        if (topics == MonitorTopics.None) topics = objects.Aggregate(topics, static (all, o) => all | o.Topics);
        var show = invocation.Show;
        return new MonitorFormat(program, topics, labels, show.Oneline, show.Details, show.Statistics);
    }

    private static MonitorTopics Find((string Name, MonitorTopics Topics)[] objects, string word, string help)
    {
        foreach (var (name, topics) in objects)
        {
            if (Words.Matches(word, name)) return topics;
        }

        throw new Iproute2Exception($"Argument \"{word}\" is unknown, try \"{help}\".", 255);
    }

    private static string Help(MonitorProgram program, (string Name, MonitorTopics Topics)[] objects) =>
        $"Usage: {(program == MonitorProgram.Ip ? "ip" : "bridge")} monitor [ all | label ] [ {string.Join(" | ", objects.Select(o => o.Name))} ]\n"
        + "The first call listens from then on; each further one prints what happened since.";
}
