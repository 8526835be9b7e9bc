using ActorNet.Core.Bridge;

namespace ActorNet.Core.Iproute2;

/// <summary><c>bridge fdb flush</c>: forgets entries of a bridge or of a port, also those that the bridge made itself (<c>rtnl_fdb_del</c> with NLM_F_BULK).</summary>
internal static class FdbFlush
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        string? name = null, portName = null;
        bool self = false, master = false;
        Predicate<FdbEntry> chosen = static _ => true;
        while (!args.AtEnd)
        {
            var word = args.Next();
            switch (word)
            {
                case "dev":
                    name = args.Next(word);
                    break;
                case "brport":
                    portName = args.Next(word);
                    break;
                case "self":
                    self = true;
                    break;
                case "master":
                    master = true;
                    break;
                default:
                    chosen = And(chosen, Choice(word));
                    break;
            }
        }

        if (name is null) throw new Iproute2Exception("Device is a required argument.", 255);
        var device = invocation.Namespace.Find(name) ?? throw new Iproute2Exception($"Cannot find bridge device \"{name}\"", 255);
        var only = portName is null ? null : invocation.Device(portName, exitCode: 255);
        var bridge = master && !self ? device.Master as BridgeDevice : device as BridgeDevice;
        if (bridge is null) throw new Iproute2Exception("RTNETLINK answers: Operation not supported", 255);
        if (master && !self) only = device;
        if (only is not null && bridge.PortOf(only) is null) throw new Iproute2Exception("RTNETLINK answers: Invalid argument", 255);
        bridge.Fdb.RemoveWhere(e => chosen(e) && (only is null || ReferenceEquals(e.Port?.Device, only)));
    }

    private static Predicate<FdbEntry> And(Predicate<FdbEntry> one, Predicate<FdbEntry> other) => e => one(e) && other(e);

    private static Predicate<FdbEntry> Choice(string word) => word switch
    {
        "permanent" => static e => e.IsLocal,
        "nopermanent" => static e => !e.IsLocal,
        "static" => static e => e is { IsStatic: true, IsLocal: false },
        "nostatic" or "dynamic" => static e => !e.IsStatic,
        "nodynamic" => static e => e.IsStatic,
        "sticky" => static e => e.IsSticky,
        "nosticky" => static e => !e.IsSticky,
        _ => throw Words.NotEmulated(word),
    };
}
