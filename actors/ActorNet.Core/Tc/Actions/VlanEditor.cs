using System.Buffers.Binary;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>
/// Edits tags and Ethernet header of a frame that stands at its MAC header (<c>skb_vlan_pop</c>, <c>skb_vlan_push</c>, <c>skb_eth_pop</c>, <c>skb_eth_push</c>). Where
/// something cannot be done the frame is to be given up.
/// </summary>
internal readonly ref struct VlanEditor
{
    private const int PriorityShift = 13;
    private const int PriorityMask = 7 << PriorityShift;
    private const int IdMask = 0xFFF;

    private readonly SkBuff _skb;
    private readonly NetDevice _device;

    /// <summary>For one frame.</summary>
    /// <param name="skb">The frame, at its MAC header.</param>
    /// <param name="device">Where it was caught; its pool gives bytes that are not shared.</param>
    public VlanEditor(SkBuff skb, NetDevice device)
    {
        _skb = skb;
        _device = device;
    }

    /// <summary>Priority and number as a tag has them.</summary>
    public static ushort Tci(byte priority, ushort id) => (ushort)((priority << PriorityShift) | id);

    /// <summary>Removes the outermost tag; a frame without one passes. A tag behind it moves out of the bytes.</summary>
    public bool Pop()
    {
        if (_skb.VlanPresent) ClearTag();
        else if (!IsTagged(_skb.Protocol)) return true;
        else if (!Untag()) return false;
        else ClearTag();
        return !IsTagged(_skb.Protocol) || Untag();
    }

    /// <summary>Adds a tag in the metadata; one that is there already moves into the bytes.</summary>
    public bool Push(ushort protocol, ushort tci)
    {
        if (_skb.VlanPresent)
        {
            var network = _skb.NetworkHeader - _skb.MacHeader;
            if (!VlanTag.Insert(_skb, _device.Runtime.Pool)) return false;
            if (!_device.Namespace.Kernel.SecondTagMovesNetworkHeader) network += EthernetHeader.VlanSize;
            _skb.NetworkHeader = _skb.MacHeader + network;
        }

        SetTag(protocol, tci);
        return true;
    }

    /// <summary>Changes number and protocol of the outermost tag, and its priority if one is given; a frame without a tag passes.</summary>
    public bool Modify(ushort protocol, ushort id, byte? priority)
    {
        if (!_skb.VlanPresent)
        {
            if (!IsTagged(_skb.Protocol)) return true;
            if (!Untag()) return false;
        }

        var tci = (_skb.VlanTci & ~IdMask) | id;
        if (priority is { } p) tci = (tci & ~PriorityMask) | (p << PriorityShift);
        SetTag(protocol, (ushort)tci);
        return true;
    }

    /// <summary>Removes the Ethernet header of a frame without tags; what is left begins at the network header.</summary>
    public bool PopEthernet()
    {
        if (_skb.VlanPresent || IsTagged(_skb.Protocol) || _skb.Length < EthernetHeader.Size) return false;
        if (_skb.NetworkHeader - _skb.Data < EthernetHeader.Size) return false;
        _skb.Pull(EthernetHeader.Size);
        MoveMacHeader(EthernetHeader.Size);
        return true;
    }

    /// <summary>Puts an Ethernet header in front of a frame that begins at its network header.</summary>
    public bool PushEthernet(MacAddress destination, MacAddress source)
    {
        if (_skb.VlanPresent || _skb.NetworkHeader != _skb.Data) return false;
        if (_skb.IsShared && !_device.Runtime.Pool.Unshare(_skb)) return false;
        if (_skb.Data < EthernetHeader.Size) return false;
        _skb.Push(EthernetHeader.Size);
        MoveMacHeader(-EthernetHeader.Size);
        var frame = _skb.Span;
        destination.Write(frame);
        source.Write(frame[MacAddress.Size..]);
        BinaryPrimitives.WriteUInt16BigEndian(frame[(2 * MacAddress.Size)..], _skb.Protocol);
        return true;
    }

    private static bool IsTagged(ushort protocol) => protocol is EtherType.Vlan or EtherType.VlanService;

    private void ClearTag()
    {
        _skb.VlanPresent = false;
        _skb.VlanProtocol = _skb.VlanTci = 0;
    }

    private void SetTag(ushort protocol, ushort tci)
    {
        _skb.VlanPresent = true;
        _skb.VlanProtocol = protocol;
        _skb.VlanTci = tci;
    }

    /// <summary>Moves the outermost tag of the bytes into the metadata.</summary>
    private bool Untag()
    {
        if (_skb.Length < EthernetHeader.Size) return false;
        var network = _skb.NetworkHeader - _skb.MacHeader - EthernetHeader.VlanSize;
        _skb.Pull(EthernetHeader.Size);
        var done = VlanTag.Untag(_skb);
        _skb.Push(EthernetHeader.Size);
        if (!done) return false;
        _skb.NetworkHeader = _skb.MacHeader + Math.Max(network, EthernetHeader.Size);
        _skb.MacLen = _skb.NetworkHeader - _skb.MacHeader;
        return true;
    }

    /// <summary>The MAC header is where the frame begins now; offsets that count from it stay where they point.</summary>
    private void MoveMacHeader(int by)
    {
        _skb.MacHeader = _skb.Data;
        _skb.MacLen = _skb.NetworkHeader - _skb.MacHeader;
        if (_skb.IpSummed == IpSummed.Partial) _skb.CsumStart = (ushort)(_skb.CsumStart - by);
        if (_skb.HeaderLength != 0) _skb.HeaderLength = (ushort)(_skb.HeaderLength - by);
    }
}
