using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc.Flower;

/// <summary>
/// Reads everything that flower can look at out of a frame, once (<c>net/core/flow_dissector.c</c>). What is cut short or not understood stays zero; tags, labels and
/// PPPoE sessions are walked, as in Linux. No allocation.
/// </summary>
internal ref partial struct FlowDissector
{
    /// <summary>Headers that are walked before the frame is taken as it is then (MAX_FLOW_DISSECT_HDRS).</summary>
    private const int MaxHeaders = 15;

    private const ushort MplsUnicast = 0x8847;
    private const ushort MplsMulticast = 0x8848;
    private const ushort PppSession = 0x8864;
    private const ushort ReverseArp = 0x8035;

    private readonly SkBuff _skb;

    /// <summary>From the network header to the end of the frame.</summary>
    private readonly ReadOnlySpan<byte> _data;

    private readonly ref FlowKey _key;
    private int _at;
    private int _headers;
    private int _tags;
    private int _labels;
    private ushort _protocol;
    private byte _ipProtocol;

    private FlowDissector(SkBuff skb, ref FlowKey key)
    {
        _skb = skb;
        _key = ref key;
        _data = skb.Bytes.AsSpan(skb.NetworkHeader, Math.Max(0, skb.Data + skb.Length - skb.NetworkHeader));
        _protocol = skb.VlanPresent ? skb.VlanProtocol : skb.Protocol;
    }

    private enum Step
    {
        /// <summary>Nothing more to be found.</summary>
        Done,

        /// <summary>Another network protocol stands at the offset.</summary>
        Network,

        /// <summary>A protocol above IP stands at the offset.</summary>
        Transport,
    }

    /// <summary>Reads a frame wherever it stands.</summary>
    /// <param name="skb">The frame; its network header may lie in front of a VLAN tag in its bytes.</param>
    /// <param name="key">Filled; zeros before.</param>
    public static void Read(SkBuff skb, ref FlowKey key)
    {
        var walk = new FlowDissector(skb, ref key);
        walk.ReadLink();
        var step = Step.Network;
        while (step != Step.Done)
        {
            step = step == Step.Network ? walk.ReadNetwork() : walk.ReadTransport();
            if (step == Step.Network && ++walk._headers > MaxHeaders) break;
        }

        key.Set(FlowField.NetworkProtocol, walk._protocol);
        key.Set(FlowField.IpProtocol, walk._ipProtocol);
    }

    private readonly void ReadLink()
    {
        _key.Set(FlowField.InputDevice, (uint)_skb.SkbIif);
        if (_skb.NetworkHeader - _skb.MacHeader < EthernetHeader.Size) return;
        var addresses = _skb.Bytes.AsSpan(_skb.MacHeader, 2 * MacAddress.Size);
        _key.Set(FlowField.EthernetDestination, MacAddress.Read(addresses).Value);
        _key.Set(FlowField.EthernetSource, MacAddress.Read(addresses[MacAddress.Size..]).Value);
    }

    private Step ReadNetwork() => _protocol switch
    {
        EtherType.IPv4 => ReadIPv4(),
        EtherType.IPv6 => ReadIPv6(),
        EtherType.Vlan or EtherType.VlanService => ReadTag(),
        EtherType.Arp or ReverseArp => ReadArp(),
        MplsUnicast or MplsMulticast => ReadLabel(),
        PppSession => ReadPppoe(),
        _ => Step.Done,
    };

    /// <summary>The first tag may stand in the metadata, further ones in the bytes.</summary>
    private Step ReadTag()
    {
        var tpid = _protocol;
        ushort tci;
        if (_tags == 0 && _skb.VlanPresent)
        {
            tci = _skb.VlanTci;
            _protocol = _skb.Protocol;
        }
        else
        {
            if (!TryRead(EthernetHeader.VlanSize, out var header)) return Step.Done;
            tci = BinaryPrimitives.ReadUInt16BigEndian(header);
            _protocol = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
            _at += EthernetHeader.VlanSize;
        }

        _key.Set(FlowField.VlanCount, _key.Get(FlowField.VlanCount) + 1);
        if (_tags < 2)
        {
            var word = _tags == 0 ? FlowField.VlanId.Word : FlowField.CustomerVlanId.Word;
            // The drop-eligible bit between number and priority is not looked at.
            _key[word] |= (uint)((tci & 0xFFF) | (tci >> 13 << 12)) | ((ulong)tpid << 16) | ((ulong)_protocol << 32);
        }

        _tags++;
        return Step.Network;
    }

    private readonly Step ReadArp()
    {
        const int Size = 28;
        const ushort EthernetHardware = 1;
        if (!TryRead(Size, out var arp)) return Step.Done;
        var isEthernet = BinaryPrimitives.ReadUInt16BigEndian(arp) == EthernetHardware && BinaryPrimitives.ReadUInt16BigEndian(arp[2..]) == EtherType.IPv4
            && arp[4] == MacAddress.Size && arp[5] == 4;
        var operation = BinaryPrimitives.ReadUInt16BigEndian(arp[6..]);
        if (!isEthernet || operation is not (1 or 2)) return Step.Done;
        _key.Set(FlowField.ArpOperation, operation);
        _key.Set(FlowField.ArpSenderHardware, MacAddress.Read(arp[8..]).Value);
        _key.Set(FlowField.ArpSender, BinaryPrimitives.ReadUInt32BigEndian(arp[14..]));
        _key.Set(FlowField.ArpTargetHardware, MacAddress.Read(arp[18..]).Value);
        _key.Set(FlowField.ArpTarget, BinaryPrimitives.ReadUInt32BigEndian(arp[24..]));
        return Step.Done;
    }

    private Step ReadLabel()
    {
        if (_labels == FlowField.MaxMplsEntries || !TryRead(4, out var bytes)) return Step.Done;
        var entry = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var isBottom = (entry & 0x100) != 0;
        _key.Set(FlowField.MplsLabel(_labels), entry >> 12);
        _key.Set(FlowField.MplsClass(_labels), entry >> 9);
        _key.Set(FlowField.MplsBottom(_labels), isBottom ? 1u : 0);
        _key.Set(FlowField.MplsTtl(_labels), entry);
        _key.Set(FlowField.MplsEntries, _key.Get(FlowField.MplsEntries) | (1UL << _labels));
        _labels++;
        _at += 4;
        return isBottom ? Step.Done : Step.Network;
    }

    private Step ReadPppoe()
    {
        const int Size = 8;
        const byte VersionAndType = 0x11;
        if (!TryRead(Size, out var header) || header[0] != VersionAndType || header[1] != 0) return Step.Done;
        var ppp = BinaryPrimitives.ReadUInt16BigEndian(header[6..]);
        // A protocol has an even first and an odd second byte.
        if (PppProtocols.EtherTypeOf(ppp) is not { } inner)
        {
            if ((ppp & 0x0101) != 1) return Step.Done;
            inner = 0;
        }

        _key.Set(FlowField.PppoeSession, BinaryPrimitives.ReadUInt16BigEndian(header[2..]));
        _key.Set(FlowField.PppProtocol, ppp);
        _key.Set(FlowField.PppoeType, PppSession);
        if (inner == 0) return Step.Done;
        _at += Size;
        _protocol = inner;
        return Step.Network;
    }

    /// <summary>The next bytes, when the frame has so many.</summary>
    private readonly bool TryRead(int size, out ReadOnlySpan<byte> bytes)
    {
        bytes = _data.Length - _at >= size ? _data.Slice(_at, size) : default;
        return !bytes.IsEmpty;
    }
}
