using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints what <c>-d</c> adds to a link: limits, what its kind has to say, and its membership in a bridge.</summary>
internal sealed class LinkDetailPrinter
{
    private const int GsoMaxSize = 65536;
    private const int GsoMaxSegments = 65535;

    private readonly ShowWriter _writer;
    private readonly ShowOptions _show;

    /// <summary>For one writer.</summary>
    public LinkDetailPrinter(ShowWriter writer, ShowOptions show)
    {
        _writer = writer;
        _show = show;
    }

    /// <summary>Prints a device's details behind its line of addresses.</summary>
    /// <param name="device">The device.</param>
    /// <param name="withMode">Print how IPv6 addresses are made: <c>ip link</c> does, <c>ip address</c> does not.</param>
    public void Print(NetDevice device, bool withMode)
    {
        _writer.Number("promiscuity", " promiscuity {0} ", device.Promiscuity).Number("allmulti", " allmulti {0} ", device.AllMulti)
            .Number("min_mtu", "minmtu {0} ", device.MinMtu).Number("max_mtu", "maxmtu {0} ", device.MaxMtu);
        LinkInfo(device);
        if (withMode) _writer.Text("inet6_addr_gen_mode", "addrgenmode {0} ", "eui64");
        _writer.Number("num_tx_queues", "numtxqueues {0} ", device.TxQueues.Count).Number("num_rx_queues", "numrxqueues {0} ", device.NumRxQueues)
            .Number("gso_max_size", "gso_max_size {0} ", GsoMaxSize).Number("gso_max_segs", "gso_max_segs {0} ", GsoMaxSegments)
            .Number("tso_max_size", "tso_max_size {0} ", device.TsoMaxSize).Number("tso_max_segs", "tso_max_segs {0} ", GsoMaxSegments)
            .Number("gro_max_size", "gro_max_size {0} ", GsoMaxSize);
    }

    private void LinkInfo(NetDevice device)
    {
        // The loopback device is made by no kind, so it has no such part.
        var port = (device.Master as BridgeDevice)?.PortOf(device);
        if (device is LoopbackDevice && port is null) return;
        _writer.OpenObject("linkinfo");
        _writer.Plain(_show.LineEnd).Text("info_kind", "    {0} ", device.Kind);
        KindData(device);
        if (port is not null) SlaveData(port);
        _writer.CloseObject();
    }

    private void KindData(NetDevice device)
    {
        if (device is not (BridgeDevice or VlanDevice or TapEndpointDevice)) return;
        _writer.OpenObject("info_data");
        if (device is BridgeDevice bridge) new BridgePrinter(_writer).Print(bridge);
        else if (device is VlanDevice vlan) new VlanPrinter(_writer, _show).Print(vlan);
        else device.PrintLinkInfo(_writer);
        _writer.CloseObject();
    }

    private void SlaveData(BridgePort port)
    {
        _writer.Plain(_show.LineEnd).Text("info_slave_kind", "    {0}_slave ", "bridge").OpenObject("info_slave_data");
        new BridgePortPrinter(_writer).State(port).Learning(port).Details(port);
        _writer.CloseObject();
    }
}
