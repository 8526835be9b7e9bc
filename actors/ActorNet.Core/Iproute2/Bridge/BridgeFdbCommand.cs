using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary><c>bridge fdb</c>: the forwarding tables of bridges (<c>bridge/fdb.c</c>).</summary>
internal static class BridgeFdbCommand
{
    private const string Help =
        """
        bridge fdb { add | append | replace | del } MAC dev DEV { master | self } [ static | permanent ]
        bridge fdb show [ br BRIDGE | brport DEV | dev DEV ] [ dynamic ]

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => Modify(i, args, Change.Add)),
        new("append", static (i, args) => Modify(i, args, Change.Add)),
        new("replace", static (i, args) => Modify(i, args, Change.Replace)),
        new("delete", static (i, args) => Modify(i, args, Change.Delete)),
        new("get", null),
        new("show", BridgeFdbShow.Run),
        new("lst", BridgeFdbShow.Run),
        new("list", BridgeFdbShow.Run),
        new("flush", null),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    private enum Change
    {
        Add,
        Replace,
        Delete,
    }

    /// <summary>Carries out what follows <c>bridge fdb</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) BridgeFdbShow.Run(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "bridge fdb help");
    }

    private static void Modify(Invocation invocation, ArgReader args, Change change)
    {
        var words = Entry.Parse(args);
        if (words.Device is null || words.Address is null) throw new Iproute2Exception("Device and address are required arguments.", 255);
        if (!MacAddress.TryParse(words.Address, out var address)) throw new Iproute2Exception("Invalid mac address " + words.Address, 255);
        var device = invocation.Device(words.Device, exitCode: 255);
        var (bridge, port) = Table(device, words.Self);
        try
        {
            Apply(bridge, port, address, change, words.Local || port is null, invocation.Namespace.Now);
        }
        catch (RtnlException e)
        {
            throw new Iproute2Exception(e.Iproute2Text, 255);
        }
    }

    private static void Apply(BridgeDevice bridge, BridgePort? port, MacAddress address, Change change, bool local, Instant now)
    {
        var known = bridge.Fdb.Find(address, now, bridge.Ageing);
        if (change == Change.Delete)
        {
            if (known is null || !ReferenceEquals(known.Port, port)) throw new RtnlException(Errno.ENOENT);
            bridge.Fdb.Remove(address);
            return;
        }

        if (!address.IsValidUnicast) throw new RtnlException(Errno.EINVAL, "An emulated bridge forwards multicast to all ports; its table holds stations only.");
        if (known is not null && change == Change.Add) throw new RtnlException(Errno.EEXIST);
        bridge.Fdb.AddFixed(address, port, local, now);
    }

    /// <summary>The table that a device's entries are in: its bridge's for a port, its own for a bridge.</summary>
    private static (BridgeDevice Bridge, BridgePort? Port) Table(NetDevice device, bool self)
    {
        if (self && device is BridgeDevice own) return (own, null);
        if (!self && device.Master is BridgeDevice bridge && bridge.PortOf(device) is { } port) return (bridge, port);
        throw new Iproute2Exception("RTNETLINK answers: Operation not supported", 255);
    }

    /// <summary>The words of a change. Without a word for it an entry is permanent: an address of this machine, as with the real program.</summary>
    private sealed record Entry(string? Address, string? Device, bool Self, bool Local)
    {
        public static Entry Parse(ArgReader args)
        {
            var entry = new Entry(null, null, Self: true, Local: true);
            while (!args.AtEnd)
            {
                var word = args.Next();
                entry = word switch
                {
                    "dev" => entry with { Device = args.Next(word) },
                    "to" => entry with { Address = args.Next(word) },
                    "self" => entry with { Self = true },
                    "master" => entry with { Self = false },
                    "static" => entry with { Local = false },
                    "permanent" or "local" => entry with { Local = true },
                    "dynamic" or "temp" or "vlan" or "dst" or "port" or "vni" or "via" or "nhid" or "use" or "extern_learn" or "sticky" or "src_vni" =>
                        throw Words.NotEmulated(word),
                    _ => entry.Address is null ? entry with { Address = word } : throw Words.Garbage("to", word),
                };
            }

            return entry;
        }
    }
}
