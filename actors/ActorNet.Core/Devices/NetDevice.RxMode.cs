using ActorNet.Core.Frames;

namespace ActorNet.Core.Devices;

/// <content>Which frames the device is to receive besides its own: promiscuity, all multicast, further stations (<c>__dev_set_rx_mode</c>, rule RXM-01).</content>
public abstract partial class NetDevice
{
    /// <summary>Most further stations of a device.</summary>
    public const int MaxSecondaryUnicast = 4096;

    private readonly List<MacAddress> _secondaryUnicast = [];
    private readonly SortedDictionary<MacAddress, int> _multicast = [];
    private bool _promiscuousForUnicast;

    /// <summary>Stations besides its own address whose frames it receives (<c>bridge fdb add ... self</c>, VLAN devices with an address of their own).</summary>
    public IReadOnlyList<MacAddress> SecondaryUnicast => _secondaryUnicast;

    /// <summary>Whether the driver can filter several stations; without it the core makes the device promiscuous.</summary>
    protected virtual bool FiltersUnicast => false;

    /// <summary>Asks for promiscuity once more, or once less.</summary>
    /// <param name="by">1 or -1.</param>
    internal void ChangePromiscuity(int by)
    {
        var had = Promiscuity > 0;
        Promiscuity += by;
        if (had != Promiscuity > 0) OnRxFlagsChanged(DeviceFlags.Promisc, !had);
    }

    /// <summary>Asks for all multicast once more, or once less.</summary>
    /// <param name="by">1 or -1.</param>
    internal void ChangeAllMulti(int by)
    {
        var had = AllMulti > 0;
        AllMulti += by;
        if (had != AllMulti > 0) OnRxFlagsChanged(DeviceFlags.AllMulti, !had);
    }

    /// <summary>Receives the frames of another station too (<c>dev_uc_add</c>).</summary>
    /// <exception cref="RtnlException">EEXIST: it does already; ENOMEM: there are too many.</exception>
    internal void AddSecondaryUnicast(MacAddress address)
    {
        if (_secondaryUnicast.Contains(address)) throw new RtnlException(Errno.EEXIST);
        if (_secondaryUnicast.Count >= MaxSecondaryUnicast) throw new RtnlException(Errno.ENOMEM);
        _secondaryUnicast.Add(address);
        SetRxMode();
    }

    /// <summary>Stops receiving the frames of another station (<c>dev_uc_del</c>); false when it did not.</summary>
    internal bool RemoveSecondaryUnicast(MacAddress address)
    {
        var found = _secondaryUnicast.Remove(address);
        if (found) SetRxMode();
        return found;
    }

    /// <summary>Forgets all further stations and groups: the device goes (<c>dev_uc_flush</c>, <c>dev_mc_flush</c>).</summary>
    internal void FlushSecondaryUnicast()
    {
        _secondaryUnicast.Clear();
        _multicast.Clear();
        SetRxMode();
    }

    /// <summary>Most multicast groups of a device.</summary>
    public const int MaxMulticast = 4096;

    /// <summary>Multicast addresses that it receives (<c>ip maddr</c>, the part behind <c>link</c>).</summary>
    public IReadOnlyCollection<MacAddress> Multicast => _multicast.Keys;

    /// <summary>Receives a multicast group; several may ask for the same one (<c>dev_mc_add</c>).</summary>
    /// <exception cref="RtnlException">ENOMEM: there are too many.</exception>
    internal void AddMulticast(MacAddress group)
    {
        var users = _multicast.GetValueOrDefault(group);
        if (users == 0 && _multicast.Count >= MaxMulticast) throw new RtnlException(Errno.ENOMEM);
        _multicast[group] = users + 1;
        if (users == 0) SetRxMode();
    }

    /// <summary>One user of a group less; the last one ends it (<c>dev_mc_del</c>).</summary>
    internal void RemoveMulticast(MacAddress group)
    {
        if (!_multicast.TryGetValue(group, out var users)) return;
        if (users > 1)
        {
            _multicast[group] = users - 1;
            return;
        }

        _multicast.Remove(group);
        SetRxMode();
    }

    /// <summary>Told when the first asks for promiscuity or all multicast, and when the last stops (<c>ndo_change_rx_flags</c>).</summary>
    protected virtual void OnRxFlagsChanged(DeviceFlags flag, bool on)
    {
        // An emulated wire brings every frame anyway.
    }

    /// <summary>
    /// Tells the driver what to receive (<c>__dev_set_rx_mode</c>): when the device comes up, and whenever lists or flags change while it is up. A device that cannot filter
    /// several stations becomes promiscuous instead.
    /// </summary>
    internal void SetRxMode()
    {
        if (!IsUp) return;
        var wanted = _secondaryUnicast.Count > 0;
        if (!FiltersUnicast && wanted != _promiscuousForUnicast)
        {
            _promiscuousForUnicast = wanted;
            ChangePromiscuity(wanted ? 1 : -1);
        }

        OnRxModeChanged();
    }

    /// <summary>The lists or flags of what is to be received changed (<c>ndo_set_rx_mode</c>).</summary>
    protected virtual void OnRxModeChanged()
    {
        // An emulated wire brings every frame anyway.
    }
}
