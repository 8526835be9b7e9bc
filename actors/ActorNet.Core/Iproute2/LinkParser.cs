using System.Text;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// Reads the words of <c>ip link add</c> and <c>ip link set</c> that all kinds share (<c>iplink_parse</c>), up to the word <c>type</c> and the kind behind it.
/// </summary>
public sealed class LinkParser
{
    /// <summary>Longest name that iproute2 hands to the kernel (an alternative name), in bytes.</summary>
    private const int MaxNameBytes = 127;

    private static readonly Key[] Keys =
    [
        new("up", Exact: true, static (r, _, _) => r.Up = true),
        new("down", Exact: true, static (r, _, _) => r.Up = false),
        new("name", Exact: true, ReadName),
        new("index", Exact: false, ReadIndex),
        new("link", Exact: false, ReadLink),
        new("address", Exact: false, static (r, args, _) => r.Address = HardwareAddress.Parse(args.Next("address"))),
        new("broadcast", Exact: false, static (r, args, _) => r.Broadcast = HardwareAddress.Parse(args.Next("broadcast"))),
        new("brd", Exact: true, static (r, args, _) => r.Broadcast = HardwareAddress.Parse(args.Next("broadcast"))),
        new("txqueuelen", Exact: false, ReadTxQueueLength),
        new("qlen", Exact: true, ReadTxQueueLength),
        new("txqlen", Exact: false, ReadTxQueueLength),
        new("mtu", Exact: true, ReadMtu),
        new("netns", Exact: true, ReadNamespace),
        new("multicast", Exact: true, static (r, args, _) => ReadFlag(r, args, "multicast", DeviceFlags.Multicast)),
        new("allmulticast", Exact: true, static (r, args, _) => ReadFlag(r, args, "allmulticast", DeviceFlags.AllMulti)),
        new("promisc", Exact: true, static (r, args, _) => ReadFlag(r, args, "promisc", DeviceFlags.Promisc)),
        new("trailers", Exact: true, static (r, args, _) => ReadFlag(r, args, "trailers", DeviceFlags.NoTrailers, inverted: true)),
        new("arp", Exact: true, static (r, args, _) => ReadFlag(r, args, "arp", DeviceFlags.NoArp, inverted: true)),
        new("carrier", Exact: true, ReadCarrier),
        new("dynamic", Exact: true, static (r, args, _) => ReadFlag(r, args, "dynamic", DeviceFlags.Dynamic)),
        new("vf", Exact: true, null),
        new("master", Exact: false, ReadMaster),
        new("vrf", Exact: true, null),
        new("nomaster", Exact: false, static (r, _, _) => r.NoMaster = true),
        new("alias", Exact: false, ReadAlias),
        new("group", Exact: true, ReadGroup),
        new("mode", Exact: true, null),
        new("state", Exact: true, null),
        new("numtxqueues", Exact: false, ReadTxQueues),
        new("numrxqueues", Exact: false, ReadRxQueues),
        new("addrgenmode", Exact: false, null),
        new("protodown", Exact: true, null),
        new("gso_max_size", Exact: true, null),
        new("gso_max_segs", Exact: true, null),
        new("gro_max_size", Exact: true, null),
    ];

    private readonly NetLab _lab;
    private readonly NetNamespace _namespace;
    private readonly bool _creating;

    internal LinkParser(NetLab lab, NetNamespace ns, bool creating)
    {
        _lab = lab;
        _namespace = ns;
        _creating = creating;
    }

    private delegate void Reader(LinkRequest request, ArgReader args, LinkParser parser);

    /// <summary>Reads to the end of the words, or behind the kind's name if there is a <c>type</c>.</summary>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong: the sentence is iproute2's.</exception>
    public LinkRequest Parse(ArgReader args)
    {
        var request = new LinkRequest();
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (Words.Matches(word, "type"))
            {
                request.Type = args.Next("type");
                break;
            }

            ReadKey(request, word, args);
        }

        return request;
    }

    private void ReadKey(LinkRequest request, string word, ArgReader args)
    {
        foreach (var key in Keys)
        {
            if (key.Exact ? !string.Equals(word, key.Name, StringComparison.Ordinal) : !Words.Matches(word, key.Name)) continue;
            if (key.Read is null) throw Words.NotEmulated(key.Name);
            key.Read(request, args, this);
            return;
        }

        if (Words.Matches(word, "help")) throw new Iproute2Exception(IpLinkCommand.Help.TrimEnd('\n'), 255);
        ReadDevice(request, word is "dev" ? args.Next("dev") : word);
    }

    private void ReadDevice(LinkRequest request, string name)
    {
        if (request.Device is not null) throw Words.Garbage("dev", name);
        if (_creating && !MayBeName(name, MaxNameBytes)) throw Words.Invalid("\"dev\" not a valid ifname", name);
        request.Device = name;
    }

    private static void ReadName(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var name = args.Next("name");
        if (request.Name is not null) throw Words.Duplicate("name", name);
        if (!MayBeName(name, DeviceName.MaxBytes)) throw Words.Invalid("\"name\" not a valid ifname", name);
        request.Name = name;
    }

    /// <summary>What iproute2 lets through to the kernel, which has the last word (rule NAME-01).</summary>
    internal static bool MayBeName(string name, int maxBytes)
    {
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > maxBytes) return false;
        foreach (var c in name)
        {
            if (c == '/' || (c < 128 && char.IsWhiteSpace(c))) return false;
        }

        return true;
    }

    private static void ReadIndex(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var value = args.Next("index");
        if (request.Index != 0) throw Words.Duplicate("index", value);
        if (!Words.TryInteger(value, out var index) || index <= 0) throw Words.Invalid("Invalid \"index\" value", value);
        request.Index = index;
    }

    private static void ReadLink(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var name = args.Next("link");
        request.Link = parser._namespace.Find(name) ?? throw new Iproute2Exception($"Cannot find device \"{name}\"");
    }

    private static void ReadGroup(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var value = args.Next("group");
        if (request.Group is not null) throw Words.Duplicate("group", value);
        request.Group = DeviceGroups.TryParse(value, out var group) ? group : throw Words.Invalid("Invalid \"group\" value\n", value);
    }

    private static void ReadTxQueueLength(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var value = args.Next("txqueuelen");
        if (request.TxQueueLength is not null) throw Words.Duplicate("txqueuelen", value);
        request.TxQueueLength = Integer("txqueuelen", value);
    }

    private static void ReadMtu(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var value = args.Next("mtu");
        if (request.Mtu is not null) throw Words.Duplicate("mtu", value);
        request.Mtu = Integer("mtu", value);
    }

    private static void ReadTxQueues(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var value = args.Next("numtxqueues");
        if (request.TxQueues is not null) throw Words.Duplicate("numtxqueues", value);
        request.TxQueues = Integer("numtxqueues", value);
    }

    private static void ReadRxQueues(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var value = args.Next("numrxqueues");
        if (request.RxQueues is not null) throw Words.Duplicate("numrxqueues", value);
        request.RxQueues = Integer("numrxqueues", value);
    }

    private static void ReadNamespace(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var name = args.Next("netns");
        if (request.Namespace is not null || request.NamespaceOfProcess) throw Words.Duplicate("netns", name);
        if (parser._lab.TryFindNamed(name, out var ns))
        {
            request.Namespace = ns;
            return;
        }

        if (!Words.TryInteger(name, out _)) throw Words.Invalid("Invalid \"netns\" value\n", name);
        request.NamespaceOfProcess = true;
    }

    private static void ReadMaster(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var name = args.Next("master");
        request.Master = parser._namespace.Find(name) ?? throw Words.Invalid("Device does not exist\n", name);
    }

    private static void ReadAlias(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var alias = args.Next("alias");
        if (Encoding.UTF8.GetByteCount(alias) > NetNamespace.MaxAlias) throw Words.Invalid("alias too long\n", alias);
        request.Alias = alias;
    }

    private static void ReadCarrier(LinkRequest request, ArgReader args, LinkParser parser)
    {
        var value = args.Next("carrier");
        if (value is not ("on" or "off")) throw new Iproute2Exception($"Error: argument of \"carrier\" must be one of \"off\", \"on\", not \"{value}\"", 22);
        request.Carrier = value is "on";
    }

    private static void ReadFlag(LinkRequest request, ArgReader args, string key, DeviceFlags flag, bool inverted = false)
    {
        request.FlagMask |= flag;
        request.Flags = Words.OnOff(args, key) != inverted ? request.Flags | flag : request.Flags & ~flag;
    }

    private static int Integer(string key, string value) =>
        Words.TryInteger(value, out var number) ? number : throw Words.Invalid($"Invalid \"{key}\" value\n", value);

    private sealed record Key(string Name, bool Exact, Reader? Read);
}
