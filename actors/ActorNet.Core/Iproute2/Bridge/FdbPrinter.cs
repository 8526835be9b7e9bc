using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints entries of forwarding tables and of the address lists of devices (<c>print_fdb</c>).</summary>
internal sealed class FdbPrinter
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly ShowWriter _writer;
    private readonly ShowOptions _show;
    private readonly Instant _now;

    /// <summary>For one writer.</summary>
    public FdbPrinter(ShowWriter writer, ShowOptions show, Instant now)
    {
        _writer = writer;
        _show = show;
        _now = now;
    }

    /// <summary>Prints a station of a bridge.</summary>
    public void Print(BridgeDevice bridge, FdbEntry entry, bool withDevice)
    {
        Begin(entry.Address, entry.Port?.Device ?? bridge, withDevice);
        if (_show.Statistics > 0)
        {
            _writer.Number("used", "used {0}", _now.Since(entry.Used) / NanosecondsPerSecond)
                .Number("updated", "/{0} ", _now.Since(entry.Updated) / NanosecondsPerSecond);
        }

        _writer.OpenArray("flags");
        if (entry.IsSticky) _writer.Element("{0} ", "sticky");
        _writer.CloseArray().Text("master", "master {0} ", bridge.Name).Text("state", "{0}\n", State(entry)).CloseObject();
    }

    /// <summary>Prints a station whose frames a device receives besides its own.</summary>
    public void PrintOwn(NetDevice device, MacAddress address, bool withDevice)
    {
        Begin(address, device, withDevice);
        _writer.OpenArray("flags").Element("{0} ", "self").CloseArray().Text("state", "{0}\n", "permanent").CloseObject();
    }

    private void Begin(MacAddress address, NetDevice device, bool withDevice)
    {
        _writer.OpenObject().Text("mac", "{0} ", address.ToString());
        if (withDevice) _writer.Text("ifname", "dev {0} ", device.Name);
    }

    private static string State(FdbEntry entry)
    {
        if (entry.IsLocal) return "permanent";
        return entry.IsStatic ? "static" : "";
    }
}
