using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>Which entries <c>bridge fdb show</c> is asked for.</summary>
internal sealed class FdbFilter
{
    private NetDevice? _port;
    private NetDevice? _bridge;
    private string? _state;
    private bool _dynamic;
    private bool _vlan;

    /// <summary>Only entries of one device, whose name is then left out.</summary>
    public bool OneDevice => _port is not null;

    /// <summary>Whether the addresses that devices receive themselves are wanted.</summary>
    public bool WantsOwn => !_dynamic && !_vlan && _state is null or "permanent";

    /// <summary>Reads the rest of the words.</summary>
    public static FdbFilter Parse(Invocation invocation, ArgReader args)
    {
        var filter = new FdbFilter();
        while (!args.AtEnd)
        {
            var word = args.Next();
            switch (word)
            {
                case "brport" or "dev":
                    filter._port = invocation.Device(args.Next(word), exitCode: 255);
                    break;
                case "br":
                    var name = args.Next(word);
                    filter._bridge = invocation.Namespace.Find(name) ?? throw new Iproute2Exception($"Cannot find bridge device \"{name}\"", 255);
                    break;
                case "dynamic":
                    filter._dynamic = true;
                    break;
                case "state":
                    var state = args.Next(word);
                    filter._state = state is "permanent" or "static" or "reachable" ? state : throw Words.Invalid("invalid state", state);
                    break;
                case "vlan":
                    // No entry has a VLAN while bridges do not filter them.
                    args.Next(word);
                    filter._vlan = true;
                    break;
                default:
                    if (Words.Matches(word, "help")) throw new Iproute2Exception(BridgeFdbCommand.Help.TrimEnd('\n'), 255);
                    break;
            }
        }

        return filter;
    }

    /// <summary>Whether entries of a device are wanted.</summary>
    public bool Matches(NetDevice device) =>
        (_port is null || ReferenceEquals(device, _port))
        && (_bridge is null || ReferenceEquals(device, _bridge) || ReferenceEquals(device.Master, _bridge));

    /// <summary>Whether a station is wanted.</summary>
    public bool Matches(FdbEntry entry) => !_vlan && !(_dynamic && entry.IsLocal) && _state switch
    {
        null => true,
        "permanent" => entry.IsLocal,
        "static" => entry is { IsStatic: true, IsLocal: false },
        _ => !entry.IsStatic,
    };
}
