using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>
/// A VLAN of another device (<c>net/8021q</c>, rule VLAN-01): receives the frames whose tag is its own, and sends through the device below with that tag. It goes up and
/// down with that device, never has a larger MTU, and is removed with it. It may live in another namespace.
/// </summary>
public sealed class VlanDevice : NetDevice
{
    /// <summary>Numbers that a VLAN can have: 0 to one less.</summary>
    public const int MaxId = 4095;

    private bool _hasRealAddress;
    private bool _receivesOwnAddress;
    private MacAddress _askedFor;

    /// <summary>Allocates a VLAN device; the caller has checked that the device below takes it.</summary>
    /// <param name="name">Name or template.</param>
    /// <param name="real">The device below, registered.</param>
    /// <param name="protocol">EtherType of the tag: 802.1Q or 802.1ad.</param>
    /// <param name="id">Number, 0 to 4094.</param>
    /// <param name="options">Switches.</param>
    public VlanDevice(string name, NetDevice real, ushort protocol, int id, VlanOptions options = VlanOptions.ReorderHeader)
        : base(name)
    {
        Real = real;
        VlanProtocol = protocol;
        VlanId = id;
        Options = options;
        Flags = real.Flags & ~(DeviceFlags.Up | DeviceFlags.Promisc | DeviceFlags.AllMulti);
        MinMtu = 0;
        MaxMtu = 65535;
        Mtu = real.Mtu;
        BroadcastAddress = real.BroadcastAddress;
        NoQueue = true;
        CarrierOn = real.CarrierOn && (options & VlanOptions.BridgeBinding) == 0;
        const DeviceFeatures notStacked = DeviceFeatures.HwVlanCtagTx | DeviceFeatures.HwVlanStagTx | DeviceFeatures.NetnsLocal;
        Features = (real.Features & ~notStacked) | DeviceFeatures.Lltx;
        HwFeatures = real.HwFeatures & ~notStacked;
    }

    /// <inheritdoc/>
    public override string Kind => "vlan";

    /// <inheritdoc/>
    public override int TsoMaxSize => Real.TsoMaxSize;

    /// <summary>The device below.</summary>
    public NetDevice Real { get; }

    /// <summary>EtherType of the tag.</summary>
    public ushort VlanProtocol { get; }

    /// <summary>Number of the VLAN.</summary>
    public int VlanId { get; }

    /// <summary>Switches.</summary>
    public VlanOptions Options { get; set; }

    /// <summary>Priorities of frames and bits of tags.</summary>
    public VlanPriorityMaps Priorities { get; } = new();

    /// <inheritdoc/>
    public override NetDevice? LinkPeer => Real;

    /// <inheritdoc/>
    protected override bool FiltersUnicast => true;

    /// <summary>
    /// A frame arrived at the device below with this one's tag; it stands at its network header. Called in that device's turn, takes the frame over: a VLAN that is down
    /// frees it without a count.
    /// </summary>
    /// <param name="skb">The frame.</param>
    /// <param name="runtime">Of the device below: hands the frame on.</param>
    /// <returns>False when it was freed.</returns>
    internal bool TakeTagged(SkBuff skb, IDeviceRuntime runtime)
    {
        if (!IsUp)
        {
            skb.Free(DropReason.DeviceDown);
            return false;
        }

        // The device below knows only its own address.
        if (skb.PacketType == PacketType.OtherHost && skb.Destination == Address) skb.PacketType = PacketType.Host;
        var tci = skb.VlanTci;
        if ((Options & VlanOptions.ReorderHeader) == 0 && Master is null && !PutTagBack(skb, runtime))
        {
            skb.Free(DropReason.NoMemory);
            return false;
        }

        skb.Priority = Priorities.PriorityOf(tci);
        skb.VlanPresent = false;
        skb.VlanProtocol = skb.VlanTci = 0;
        Stats.CountRx(skb.Length);
        if (skb.PacketType == PacketType.Multicast) Stats.RxMulticast++;
        runtime.Send(this, FramePath.Receive, skb);
        return true;
    }

    // ---- how it follows the device below ----------------------------------------------------------------------------------------------

    internal void FollowCarrier()
    {
        if ((Options & VlanOptions.BridgeBinding) == 0) SetCarrier(Real.CarrierOn);
    }

    /// <summary>Its carrier is that of the device below from the beginning, and who depends on it has to hear of it (<c>register_vlan_dev</c>).</summary>
    protected internal override void Registered()
    {
        base.Registered();
        Namespace.Work.LinkWatch.Fire(this, Namespace.Now);
    }

    internal void FollowUp()
    {
        if (IsUp) return;
        if ((Options & VlanOptions.LooseBinding) == 0) TryOpen();
        FollowCarrier();
    }

    internal void FollowDown()
    {
        if (!IsUp || (Options & VlanOptions.LooseBinding) != 0) return;
        Namespace.CloseDevice(this);
        FollowCarrier();
    }

    internal void FollowMtu()
    {
        if (Mtu > Real.Mtu) Namespace.SetMtu(this, Real.Mtu);
    }

    internal void FollowAddress()
    {
        if (!IsUp || TakeRealAddress()) return;
        ReceiveOwnAddress(Address != Real.Address);
    }

    // ---- what the core asks of its driver ---------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    protected internal override void Init()
    {
        (Real.Vlans ??= new VlanGroup()).Add(this);
        Real.Hold();
        if (Address != MacAddress.Zero) return;
        Address = Real.Address;
        _hasRealAddress = true;
    }

    /// <inheritdoc/>
    protected internal override void Uninit()
    {
        Real.Vlans!.Remove(this);
        if (Real.Vlans.IsEmpty) Real.Vlans = null;
    }

    /// <inheritdoc/>
    protected internal override void Destructor() => Real.Put();

    /// <inheritdoc/>
    protected internal override void Open()
    {
        if (!Real.IsUp && (Options & VlanOptions.LooseBinding) == 0) throw new RtnlException(Errno.ENETDOWN);
        if (!TakeRealAddress()) ReceiveOwnAddress(Address != Real.Address);
        if (AllMulti > 0) Real.ChangeAllMulti(1);
        if (Promiscuity > 0) Real.ChangePromiscuity(1);
        base.Open();
        if (Real.CarrierOn) FollowCarrier();
    }

    /// <inheritdoc/>
    protected internal override void Stop()
    {
        base.Stop();
        ReceiveOwnAddress(false);
        if (AllMulti > 0) Real.ChangeAllMulti(-1);
        if (Promiscuity > 0) Real.ChangePromiscuity(-1);
        if ((Options & VlanOptions.BridgeBinding) == 0) SetCarrier(false);
    }

    /// <inheritdoc/>
    protected internal override void SetAddress(MacAddress address)
    {
        base.SetAddress(address);
        _hasRealAddress = false;
        if (IsUp) ReceiveOwnAddress(address != Real.Address);
    }

    /// <inheritdoc/>
    protected internal override void CheckMtu(int mtu)
    {
        if (mtu > Real.Mtu) throw new RtnlException(Errno.ERANGE);
    }

    /// <inheritdoc/>
    protected override void OnRxFlagsChanged(DeviceFlags flag, bool on)
    {
        if (!IsUp) return;
        if (flag == DeviceFlags.Promisc) Real.ChangePromiscuity(on ? 1 : -1);
        else Real.ChangeAllMulti(on ? 1 : -1);
    }

    /// <summary>Gives the frame its tag, as metadata, and sends it through the device below; counts it when that took it.</summary>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        if ((Options & VlanOptions.ReorderHeader) != 0 || skb.HeaderProtocol != VlanProtocol)
        {
            skb.VlanPresent = true;
            skb.VlanProtocol = VlanProtocol;
            skb.VlanTci = (ushort)(VlanId | Priorities.BitsOf(skb.Priority));
        }

        var length = skb.Length;
        if (Runtime.SendThrough(this, Real, skb) is not (XmitResult.Drop or XmitResult.NetDown))
        {
            Stats.CountTx(length);
            return TxStatus.Ok;
        }

        Stats.TxDropped++;
        return TxStatus.Dropped;
    }

    private static bool PutTagBack(SkBuff skb, IDeviceRuntime runtime)
    {
        var protocol = skb.Protocol;
        skb.Push(EthernetHeader.Size);
        if (!VlanTag.Insert(skb, runtime.Pool)) return false;
        skb.Pull(EthernetHeader.Size + EthernetHeader.VlanSize);
        skb.NetworkHeader = skb.Data;
        skb.MacLen = EthernetHeader.Size + EthernetHeader.VlanSize;
        skb.Protocol = protocol;
        return true;
    }

    private void TryOpen()
    {
        try
        {
            Namespace.OpenDevice(this);
        }
        catch (RtnlException)
        {
            // The device below is up; that this one is refused concerns nobody who asked for that. It stays down, as on Linux.
            return;
        }
    }

    private bool TakeRealAddress()
    {
        if (!_hasRealAddress) return false;
        if (Address == Real.Address) return true;
        Address = Real.Address;
        Namespace.SendLinkMessage(this);
        Namespace.Notify(NetDeviceEvent.ChangeAddress, this);
        return true;
    }

    /// <summary>Has the device below receive the frames to this one's address, or no longer.</summary>
    private void ReceiveOwnAddress(bool on)
    {
        if (_receivesOwnAddress) Real.RemoveSecondaryUnicast(_askedFor);
        _receivesOwnAddress = on && !Real.SecondaryUnicast.Contains(Address);
        if (!_receivesOwnAddress) return;
        _askedFor = Address;
        Real.AddSecondaryUnicast(Address);
    }
}
