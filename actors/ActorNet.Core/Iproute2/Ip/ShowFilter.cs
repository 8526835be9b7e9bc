using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2.Kinds;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>Which devices and addresses a show or flush command means (<c>ipaddr_list_flush_or_save</c>).</summary>
internal sealed class ShowFilter
{
    private NetDevice? _device;
    private NetDevice? _master;
    private bool _noMaster;
    private string? _type;
    private bool _up;
    private int? _group;

    /// <summary>Only addresses within this prefix; null for all.</summary>
    public InetPrefix? To { get; private set; }

    /// <summary>Only addresses of this scope; null for all.</summary>
    public InetScope? Scope { get; private set; }

    /// <summary>Only addresses with this label; a star at its end stands for anything. Null for all.</summary>
    public string? Label { get; private set; }

    /// <summary>Only secondary (true) or primary (false) addresses; null for all.</summary>
    public bool? Secondary { get; private set; }

    /// <summary>Only addresses that expire (true) or not (false); null for all. Emulated addresses never do.</summary>
    public bool? Dynamic { get; private set; }

    /// <summary>Whether anything was said.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Reads the rest of the words.</summary>
    /// <exception cref="Iproute2Exception">A word is unknown, or a device that it names does not exist.</exception>
    public static ShowFilter Parse(Invocation invocation, ArgReader args, string help)
    {
        var filter = new ShowFilter();
        string? name = null;
        while (!args.AtEnd)
        {
            var word = args.Next();
            filter.IsEmpty = false;
            if (filter.TryReadKey(invocation, word, args)) continue;
            if (word is "dev") word = args.Next("dev");
            else if (Words.Matches(word, "help")) throw new Iproute2Exception(help.TrimEnd('\n'), 255);
            if (name is not null) throw Words.Garbage("dev", word);
            name = word;
        }

        if (name is null) return filter;
        filter._device = invocation.Namespace.Find(name) ?? throw new Iproute2Exception($"Device \"{name}\" does not exist.");
        invocation.Namespace.SettleCarrier(filter._device);
        return filter;
    }

    /// <summary>
    /// The devices that the kernel lists, in order of their numbers: it knows of masters and of kinds it has. The rest of the words is
    /// <see cref="Matches(NetDevice)"/>; what only that filters out leaves an empty object in JSON.
    /// </summary>
    public IEnumerable<NetDevice> Devices(NetNamespace ns) =>
        _device is null ? ns.Devices.Where(d => HasMaster(d) && (_type is null || DeviceKinds.Find(_type) is null or BridgeSlaveKind || HasType(d))) : [_device];

    /// <summary>Whether a device passes the words about devices.</summary>
    public bool Matches(NetDevice device) =>
        (!_up || device.IsUp)
        && (!_noMaster || device.Master is null)
        && (_group is null || device.Group == _group)
        && HasMaster(device)
        && HasType(device);

    /// <summary>Whether an address passes the words about addresses.</summary>
    public bool Matches(InetAddress address) =>
        (To is not { } prefix || prefix.Contains(address.Local))
        && (Scope is not { } scope || address.Scope == scope)
        && (Label is null || LabelMatches(address.Label))
        && (Secondary is not { } secondary || address.IsSecondary == secondary)
        && Dynamic != true;

    private bool HasMaster(NetDevice device) => _master is null || ReferenceEquals(device.Master, _master);

    /// <summary>A kind ending in <c>_slave</c> means the ports of masters of that kind.</summary>
    private bool HasType(NetDevice device) =>
        _type is null || string.Equals(device.Kind, _type, StringComparison.Ordinal)
        || (device.Master is { } master && string.Equals(master.Kind + "_slave", _type, StringComparison.Ordinal));

    private bool LabelMatches(string label) =>
        Label!.EndsWith('*') ? label.StartsWith(Label[..^1], StringComparison.Ordinal) : string.Equals(label, Label, StringComparison.Ordinal);

    private bool TryReadKey(Invocation invocation, string word, ArgReader args)
    {
        switch (word)
        {
            case "up":
                _up = true;
                return true;
            case "master":
                var master = args.Next(word);
                _master = invocation.Namespace.Find(master) ?? throw Words.Invalid("Device does not exist\n", master);
                return true;
            case "nomaster":
                _noMaster = true;
                return true;
            case "type":
                _type = args.Next(word);
                return true;
            case "label":
                Label = args.Next(word);
                return true;
            case "primary" or "secondary":
                Secondary = word is "secondary";
                return true;
            case "dynamic" or "permanent":
                Dynamic = word is "dynamic";
                return true;
            case "to":
                To = ReadPrefix(args.Next(word));
                return true;
            case "scope":
                ReadScope(args.Next(word));
                return true;
            case "group":
                var group = args.Next(word);
                _group = DeviceGroups.TryParse(group, out var number) ? number : throw Words.Invalid("Invalid \"group\" value\n", group);
                return true;
            case "vrf":
                throw Words.NotEmulated(word);
            default:
                return false;
        }
    }

    private static InetPrefix ReadPrefix(string text) => InetPrefix.TryParse(text, out var prefix) ? prefix : throw IpAddressCommand.ExpectedPrefix("any valid", text);

    private void ReadScope(string text)
    {
        if (text is "all") Scope = null;
        else Scope = InetScopes.TryParse(text, out var scope) ? scope : throw Words.Invalid("invalid \"scope\"\n", text);
    }
}
