using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// <c>ip tuntap</c> (<c>iptuntap.c</c>): makes TUN and TAP endpoints, which stay without carrier until a program opens their far end. The endpoints of a topology's hosts are
/// made and removed by the topology.
/// </summary>
internal static class IpTuntapCommand
{
    private const string Help =
        """
        Usage: ip tuntap { add | del | show | list | lst | help } [ dev PHYS_DEV ]
               [ mode { tun | tap } ] [ user USER ] [ group GROUP ]
               [ one_queue ] [ pi ] [ vnet_hdr ] [ multi_queue ] [ name NAME ]

        Where: USER  := { STRING | NUMBER }
               GROUP := { STRING | NUMBER }

        """;

    /// <summary>Queues of a device that several programs may open (MAX_TAP_QUEUES).</summary>
    private const int ManyQueues = 256;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => Add(i, Words.Parse(args))),
        new("delete", static (i, args) => Delete(i, Words.Parse(args))),
        new("show", Show),
        new("lst", Show),
        new("list", Show),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    /// <summary>Carries out what follows <c>ip tuntap</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) Show(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "ip tuntap help");
    }

    private static void Add(Invocation invocation, Words words)
    {
        var options = words.Options ?? throw NoMode();
        var ns = invocation.Namespace;
        if (words.Name is { } name && ns.Find(name) is not null) throw Ioctl(Errno.EBUSY);
        try
        {
            ns.Register(new TapEndpointDevice(words.Name ?? (options.IsTun ? "tun%d" : "tap%d"), options.MultiQueue ? ManyQueues : 1, options));
        }
        catch (RtnlException e)
        {
            throw Ioctl(e.Errno);
        }
    }

    /// <summary>Opening a name that is not there would make it: deleting that is no error.</summary>
    private static void Delete(Invocation invocation, Words words)
    {
        var options = words.Options ?? throw NoMode();
        if (words.Name is null || invocation.Namespace.Find(words.Name) is not { } device) return;
        if (device is not TapEndpointDevice tap || tap.Options.IsTun != options.IsTun || tap.Options.MultiQueue != options.MultiQueue) throw Ioctl(Errno.EINVAL);
        if (tap.HasWire && !tap.Options.MultiQueue) throw Ioctl(Errno.EBUSY);
        device.Namespace.Delete(device);
    }

    private static void Show(Invocation invocation, ArgReader args)
    {
        using var writer = invocation.Show.NewWriter();
        foreach (var tap in invocation.Namespace.Devices.OfType<TapEndpointDevice>())
        {
            writer.OpenObject().Text("ifname", "{0}:", tap.Name).OpenArray("flags");
            foreach (var flag in Flags(tap.Options)) writer.Element(" {0}", flag);
            writer.CloseArray();
            if (tap.Options.User is { } user) writer.Number("user", " user {0}", user);
            if (tap.Options.Group is { } group) writer.Number("group", " group {0}", group);
            writer.Plain("\n");
            if (invocation.Show.Details) writer.Plain("\tAttached to processes:\n");
            writer.CloseObject();
        }

        invocation.Output.Append(writer.Finish());
    }

    private static IEnumerable<string> Flags(TapOptions options)
    {
        yield return options.IsTun ? "tun" : "tap";
        if (options.PacketInformation) yield return "pi";
        if (options.OneQueue) yield return "one_queue";
        if (options.MultiQueue) yield return "multi_queue";
        if (options.VnetHeader) yield return "vnet_hdr";
        if (options.Persistent) yield return "persist";
        // What remains of the kernel's flags when several queues were asked for.
        if (options.MultiQueue) yield return "filter";
    }

    private static Iproute2Exception NoMode() => new("You failed to specify a tunnel mode");

    private static Iproute2Exception Ioctl(Errno errno) => new("ioctl(TUNSETIFF): " + RtnlException.Describe(errno));

    /// <summary>The words of <c>add</c> and <c>del</c>.</summary>
    private sealed record Words(string? Name, TapOptions? Options)
    {
        public static Words Parse(ArgReader args)
        {
            string? name = null;
            string? mode = null;
            var options = new TapOptions();
            while (!args.AtEnd)
            {
                var word = args.Next();
                switch (word)
                {
                    case "mode":
                        mode = ReadMode(args.Next(word));
                        break;
                    case "user":
                        options = options with { User = ReadOwner(args.Next(word), "user") };
                        break;
                    case "group":
                        options = options with { Group = ReadOwner(args.Next(word), "group") };
                        break;
                    case "pi":
                        options = options with { PacketInformation = true };
                        break;
                    case "one_queue":
                        options = options with { OneQueue = true };
                        break;
                    case "vnet_hdr":
                        options = options with { VnetHeader = true };
                        break;
                    case "multi_queue":
                        options = options with { MultiQueue = true };
                        break;
                    default:
                        name = ReadName(args, word, name);
                        break;
                }
            }

            return new Words(name, mode is null ? null : options with { IsTun = mode is "tun" });
        }

        private static string ReadMode(string text) => text is "tun" or "tap" ? text : throw new Iproute2Exception($"Unknown tunnel mode \"{text}\"", 255);

        private static string ReadName(ArgReader args, string word, string? known)
        {
            var key = word is "name" or "dev" ? word : null;
            var name = key is null ? word : args.Next(key);
            if (key is null && Iproute2.Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 255);
            if (known is not null) throw Iproute2.Words.Garbage("name", name);
            if (!LinkParser.MayBeName(name, DeviceName.MaxBytes)) throw Iproute2.Words.Invalid($"\"{key ?? "name"}\" not a valid ifname", name);
            return name;
        }

        /// <summary>A number, or the one name that every machine has.</summary>
        private static uint ReadOwner(string text, string what)
        {
            if (text is "root") return 0;
            return uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new Iproute2Exception($"invalid {what} \"{text}\"", 255);
        }
    }
}
