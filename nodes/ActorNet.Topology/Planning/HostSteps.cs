using System.Globalization;
using System.Net;
using System.Text.Json;

namespace ActorNet.Topology;

/// <summary>A step on the real machine, for one host.</summary>
/// <param name="Host">The host.</param>
public abstract record HostStep(Host Host) : PlanStep(Host.Origin)
{
    /// <summary><c>ip</c> inside the host's namespace.</summary>
    private protected string Ip => $"ip -n {Host.NamespaceName}";

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("host", Host.Name);
        json.WriteString("netns", Host.NamespaceName);
    }
}

/// <summary>Makes the host's network namespace.</summary>
/// <param name="Host">The host.</param>
public sealed record AddNetns(Host Host) : HostStep(Host)
{
    /// <inheritdoc/>
    public override string Kind => "netns";

    /// <inheritdoc/>
    public override string Text => $"ip netns add {Host.NamespaceName}";

    /// <inheritdoc/>
    public override string Undo => $"ip netns del {Host.NamespaceName}";
}

/// <summary>Makes the TAP that is the host's device there and a port of its box here, with address and MTU.</summary>
/// <param name="Host">The host.</param>
public sealed record AddTap(Host Host) : HostStep(Host)
{
    /// <inheritdoc/>
    public override string Kind => "tap";

    /// <inheritdoc/>
    public override string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Ip} tuntap add {Host.DeviceName} mode tap; {Ip} link set {Host.DeviceName} address {Host.Mac} mtu {Host.Mtu}");

    /// <inheritdoc/>
    public override string Undo => $"{Ip} link del {Host.DeviceName}";

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        base.WriteFields(json);
        json.WriteString("device", Host.DeviceName);
        json.WriteString("mac", Host.Mac.ToString());
        json.WriteNumber("mtu", Host.Mtu);
    }
}

/// <summary>Gives the host's device an address.</summary>
/// <param name="Host">The host.</param>
/// <param name="Address">The address.</param>
public sealed record AddAddress(Host Host, InterfaceAddress Address) : HostStep(Host)
{
    /// <inheritdoc/>
    public override string Kind => "address";

    /// <inheritdoc/>
    public override string Text => $"{Ip} address add {Address} dev {Host.DeviceName}";

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        base.WriteFields(json);
        json.WriteString("address", Address.ToString());
    }
}

/// <summary>Brings the host's loopback and its device up; routes need that.</summary>
/// <param name="Host">The host.</param>
public sealed record HostUp(Host Host) : HostStep(Host)
{
    /// <inheritdoc/>
    public override string Kind => "host-up";

    /// <inheritdoc/>
    public override string Text => $"{Ip} link set lo up; {Ip} link set {Host.DeviceName} up";
}

/// <summary>Gives the host a default route.</summary>
/// <param name="Host">The host.</param>
/// <param name="Gateway">The next hop.</param>
public sealed record AddRoute(Host Host, IPAddress Gateway) : HostStep(Host)
{
    /// <inheritdoc/>
    public override string Kind => "route";

    /// <inheritdoc/>
    public override string Text => $"{Ip} route add default via {Gateway} dev {Host.DeviceName}";

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        base.WriteFields(json);
        json.WriteString("gateway", Gateway.ToString());
    }
}
