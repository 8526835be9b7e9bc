using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Net;

/// <content>Those who monitor (<c>rtnl_notify</c>): netlink messages of a namespace, as events.</content>
public sealed partial class NetNamespace
{
    /// <summary>Most subscribers of a namespace.</summary>
    public const int MaxSubscribers = 64;

    private IMonitorSubscriber[] _subscribers = [];

    /// <summary>Tells somebody of everything that happens from now on, as far as it is one of its topics.</summary>
    /// <exception cref="RtnlException">ENOBUFS: there are too many.</exception>
    public void Subscribe(IMonitorSubscriber subscriber)
    {
        if (_subscribers.Length >= MaxSubscribers) throw new RtnlException(Errno.ENOBUFS);
        _subscribers = [.. _subscribers, subscriber];
        FollowTrafficControl();
    }

    /// <summary>Tells somebody nothing more.</summary>
    public void Unsubscribe(IMonitorSubscriber subscriber)
    {
        _subscribers = Array.FindAll(_subscribers, s => !ReferenceEquals(s, subscriber));
        FollowTrafficControl();
    }

    /// <summary>The monitors that commands of this namespace opened, by what they print (<c>ip monitor</c> in a batch).</summary>
    internal Dictionary<string, MonitorSink> OpenMonitors { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether anybody wants to be told of a topic; asked before an event is made.</summary>
    internal bool IsMonitored(MonitorTopics topic) => _subscribers.Length > 0 && Array.Exists(_subscribers, s => (s.Topics & topic) != 0);

    /// <summary>Tells whoever wants to know.</summary>
    internal void Publish(MonitorEvent happened)
    {
        foreach (var subscriber in _subscribers)
        {
            if ((subscriber.Topics & happened.Topic) != 0) subscriber.OnEvent(happened);
        }
    }

    /// <summary>A device became a port, or is none any more: everybody is told at this moment of the change (<c>netdev_upper_dev_link</c>).</summary>
    internal void LinkUpper(NetDevice device, NetDevice? master)
    {
        device.Master = master;
        SendLinkMessage(device);
        Notify(NetDeviceEvent.ChangeUpper, device);
    }

    /// <summary>Offloads of a device changed (<c>netdev_features_change</c>).</summary>
    internal void TellFeatures(NetDevice device)
    {
        Notify(NetDeviceEvent.FeatureChange, device);
        if (device.RegState == RegState.Registered && IsMonitored(MonitorTopics.Link)) Publish(new LinkEvent(device, deleted: false) { Reason = "FEATURE CHANGE" });
    }

    /// <summary>A port of a bridge changed (<c>br_ifinfo_notify</c>).</summary>
    internal void TellPort(BridgePort port, bool deleted = false)
    {
        if (IsMonitored(MonitorTopics.Link)) Publish(new PortEvent(port, deleted));
    }

    /// <summary>A bridge came to know a station, or forgot it (<c>fdb_notify</c>).</summary>
    internal void TellStation(BridgeDevice bridge, FdbEntry entry, bool deleted)
    {
        if (IsMonitored(MonitorTopics.Neighbour)) Publish(new StationEvent(bridge, entry, deleted));
    }

    /// <summary>A device receives the frames of a further station, or no longer (<c>nlmsg_populate_fdb</c>).</summary>
    internal void TellOwnStation(NetDevice device, Frames.MacAddress address, bool deleted)
    {
        if (IsMonitored(MonitorTopics.Neighbour)) Publish(new OwnStationEvent(device, address, deleted));
    }

    /// <summary>An address came or went (<c>rtmsg_ifa</c>).</summary>
    internal void TellAddress(NetDevice device, InetAddress address, bool deleted)
    {
        if (IsMonitored(MonitorTopics.Address)) Publish(new AddressEvent(device, address, deleted));
    }

    private void TellLink(NetDevice device, bool deleted, NetNamespace? movedTo, int newIndex)
    {
        // The message names the namespace at the far end of a link, whoever reads it: that has a number from now on.
        if (device.LinkPeer is { IfIndex: > 0 } peer && !ReferenceEquals(peer.Namespace, this)) NetnsIds.GetOrAllocate(peer.Namespace);
        if (movedTo is not null) NetnsIds.GetOrAllocate(movedTo);
        if (IsMonitored(MonitorTopics.Link)) Publish(new LinkEvent(device, deleted) { MovedTo = movedTo, NewIndex = newIndex });
    }

    /// <summary>Messages of traffic control are only worded while somebody listens.</summary>
    private void FollowTrafficControl()
    {
        TcMessages -= PublishTrafficControl;
        if (IsMonitored(MonitorTopics.TrafficControl)) TcMessages += PublishTrafficControl;
    }

    private void PublishTrafficControl(Tc.TcMessage message) => Publish(new TrafficControlEvent(message.Text));
}
