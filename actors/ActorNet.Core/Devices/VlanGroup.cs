using ActorNet.Core.Net;

namespace ActorNet.Core.Devices;

/// <summary>The VLAN devices on top of one device (<c>struct vlan_group</c>), by protocol and number, and how they follow it (<c>vlan_device_event</c>).</summary>
public sealed class VlanGroup
{
    private readonly SortedDictionary<uint, VlanDevice> _byTag = [];
    private VlanDevice? _last;

    /// <summary>All of them, 802.1Q before 802.1ad, by number.</summary>
    public IEnumerable<VlanDevice> All => _byTag.Values;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _byTag.Count == 0;

    /// <summary>The VLAN device of a tag; null when there is none.</summary>
    /// <param name="protocol">EtherType of the tag.</param>
    /// <param name="id">Number, 0 to 4095.</param>
    public VlanDevice? Find(ushort protocol, int id)
    {
        // Frames come in trains: the tag seen last is most likely the one seen now.
        var vlan = _last;
        if (vlan is not null && vlan.VlanId == id && vlan.VlanProtocol == protocol) return vlan;
        if (!_byTag.TryGetValue(Key(protocol, id), out vlan)) return null;
        return _last = vlan;
    }

    internal void Add(VlanDevice vlan) => _byTag.Add(Key(vlan.VlanProtocol, vlan.VlanId), vlan);

    internal void Remove(VlanDevice vlan)
    {
        _last = null;
        _byTag.Remove(Key(vlan.VlanProtocol, vlan.VlanId));
    }

    /// <summary>Something happened to the device below.</summary>
    internal void OnNotify(NetDeviceEvent kind, NetDevice real)
    {
        VlanDevice[] all = [.. _byTag.Values];
        switch (kind)
        {
            case NetDeviceEvent.Change:
                foreach (var vlan in all) vlan.FollowCarrier();
                break;
            case NetDeviceEvent.ChangeAddress:
                foreach (var vlan in all) vlan.FollowAddress();
                break;
            case NetDeviceEvent.ChangeMtu:
                foreach (var vlan in all) vlan.FollowMtu();
                break;
            case NetDeviceEvent.Up:
                foreach (var vlan in all) vlan.FollowUp();
                break;
            case NetDeviceEvent.Down:
                // The kernel collects them by putting each in front of the others.
                foreach (var vlan in all.Reverse()) vlan.FollowDown();
                break;
            case NetDeviceEvent.Unregister when real.RegState == RegState.Unregistering:
                foreach (var vlan in all) vlan.Namespace.Unregister(vlan);
                break;
        }
    }

    private static uint Key(ushort protocol, int id) => ((uint)protocol << 16) | (uint)id;
}
