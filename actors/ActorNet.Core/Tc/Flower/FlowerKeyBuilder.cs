using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc.Flower;

/// <summary>Turns attributes into a key and its mask as the kernel does (<c>fl_set_key</c>): what does not belong to the protocols named is left out without a word.</summary>
internal sealed class FlowerKeyBuilder
{
    private const ulong MplsUnicast = 0x8847;
    private const ulong MplsMulticast = 0x8848;
    private const ulong ReverseArp = 0x8035;
    private const ulong PppSession = 0x8864;
    private readonly FlowerAttributes _attributes;
    private FlowKey _key;
    private FlowKey _mask;

    private FlowerKeyBuilder(FlowerAttributes attributes) => _attributes = attributes;

    private ulong Network => _key.Get(FlowField.NetworkProtocol);

    private ulong Transport => _key.Get(FlowField.IpProtocol);

    /// <summary>Builds both.</summary>
    /// <exception cref="RtnlException">The input device does not exist (ENODEV), an address is empty (ERANGE), or a label stack is too deep (EINVAL).</exception>
    public static (FlowKey Key, FlowKey Mask) Build(FlowerAttributes attributes, NetNamespace ns)
    {
        if (attributes.HasEmptyAddress) throw new RtnlException(Errno.ERANGE);
        var builder = new FlowerKeyBuilder(attributes);
        builder.SetInputDevice(ns);
        builder.SetLink();
        builder.SetNetwork();
        builder.SetTransport();
        return (builder._key, builder._mask);
    }

    private void SetInputDevice(NetNamespace ns)
    {
        if (_attributes.InputDevice is { } name) Put(FlowField.InputDevice, (uint)ns.InputDevice(name));
    }

    private void SetLink()
    {
        Take(FlowerAttribute.EthernetDestination, FlowField.EthernetDestination);
        Take(FlowerAttribute.EthernetSource, FlowField.EthernetSource);
        Take(FlowerAttribute.VlanCount, FlowField.VlanCount);
        if (IsTag(FlowerAttribute.EtherType, 0, out var tpid))
        {
            Take(FlowerAttribute.VlanId, FlowField.VlanId);
            Take(FlowerAttribute.VlanPriority, FlowField.VlanPriority);
            if (tpid != 0) Put(FlowField.VlanTpid, tpid);
            Take(FlowerAttribute.VlanEtherType, FlowField.VlanEtherType);
            if (IsTag(FlowerAttribute.VlanEtherType, 1, out tpid)) SetCustomerTag(tpid);
        }

        if (Network == PppSession) SetPppoe();
    }

    private void SetCustomerTag(ulong tpid)
    {
        Take(FlowerAttribute.CustomerVlanId, FlowField.CustomerVlanId);
        Take(FlowerAttribute.CustomerVlanPriority, FlowField.CustomerVlanPriority);
        if (tpid != 0) Put(FlowField.CustomerVlanTpid, tpid);
        Take(FlowerAttribute.CustomerVlanEtherType, FlowField.CustomerVlanEtherType);
        Take(FlowerAttribute.CustomerVlanEtherType, FlowField.NetworkProtocol);
    }

    /// <summary>Whether a type means that a tag follows; otherwise it is the network protocol.</summary>
    private bool IsTag(FlowerAttribute attribute, ulong threshold, out ulong type)
    {
        type = (ulong)_attributes.Get(attribute).Value;
        var isCounted = _key.Get(FlowField.VlanCount) > threshold;
        if (isCounted || !_attributes.Has(attribute)) return isCounted;
        if (type is EtherType.Vlan or EtherType.VlanService) return true;
        Put(FlowField.NetworkProtocol, type);
        return false;
    }

    private void SetPppoe()
    {
        Put(FlowField.PppoeType, PppSession);
        Take(FlowerAttribute.PppoeSession, FlowField.PppoeSession);
        Take(FlowerAttribute.PppProtocol, FlowField.PppProtocol);
        if (!_attributes.Has(FlowerAttribute.PppProtocol))
        {
            _key.Set(FlowField.NetworkProtocol, 0);
            _mask.Set(FlowField.NetworkProtocol, 0);
        }
        else if (PppProtocols.EtherTypeOf(_key.Get(FlowField.PppProtocol)) is { } inner)
        {
            Put(FlowField.NetworkProtocol, inner);
        }
    }

    private void SetNetwork()
    {
        if (Network is EtherType.IPv4 or EtherType.IPv6)
        {
            Take(FlowerAttribute.IpProtocol, FlowField.IpProtocol);
            Take(FlowerAttribute.Tos, FlowField.Tos);
            Take(FlowerAttribute.Ttl, FlowField.Ttl);
        }

        if (_attributes.Has(FlowerAttribute.SourceV4) || _attributes.Has(FlowerAttribute.DestinationV4))
        {
            Put(FlowField.AddressType, FlowField.AddressV4);
            Take(FlowerAttribute.SourceV4, FlowField.SourceHigh, uint.MaxValue);
            Take(FlowerAttribute.DestinationV4, FlowField.DestinationHigh, uint.MaxValue);
        }
        else if (_attributes.Has(FlowerAttribute.SourceV6) || _attributes.Has(FlowerAttribute.DestinationV6))
        {
            Put(FlowField.AddressType, FlowField.AddressV6);
            TakeLong(FlowerAttribute.SourceV6, FlowField.SourceHigh, FlowField.SourceLow);
            TakeLong(FlowerAttribute.DestinationV6, FlowField.DestinationHigh, FlowField.DestinationLow);
        }

        Take(FlowerAttribute.Fragments, FlowField.Fragments);
    }

    private void SetTransport()
    {
        switch (Transport)
        {
            case IpProtocol.Tcp:
                SetPorts(FlowerAttribute.TcpSource, FlowerAttribute.TcpDestination);
                Take(FlowerAttribute.TcpFlags, FlowField.TcpFlags);
                break;
            case IpProtocol.Udp:
                SetPorts(FlowerAttribute.UdpSource, FlowerAttribute.UdpDestination);
                break;
            case IpProtocol.Sctp:
                SetPorts(FlowerAttribute.SctpSource, FlowerAttribute.SctpDestination);
                break;
            case IpProtocol.Icmp when Network == EtherType.IPv4:
                Take(FlowerAttribute.IcmpType, FlowField.IcmpType);
                Take(FlowerAttribute.IcmpCode, FlowField.IcmpCode);
                break;
            case IpProtocol.IcmpV6 when Network == EtherType.IPv6:
                Take(FlowerAttribute.IcmpV6Type, FlowField.IcmpType);
                Take(FlowerAttribute.IcmpV6Code, FlowField.IcmpCode);
                break;
            default:
                if (Network is MplsUnicast or MplsMulticast) SetLabels();
                else if (Network is EtherType.Arp or ReverseArp) SetArp();
                break;
        }
    }

    private void SetPorts(FlowerAttribute source, FlowerAttribute destination)
    {
        Take(source, FlowField.SourcePort);
        Take(destination, FlowField.DestinationPort);
        Take(FlowerAttribute.SourceMin, FlowField.SourcePortMin);
        Take(FlowerAttribute.SourceMax, FlowField.SourcePortMax);
        Take(FlowerAttribute.DestinationMin, FlowField.DestinationPortMin);
        Take(FlowerAttribute.DestinationMax, FlowField.DestinationPortMax);
    }

    private void SetArp()
    {
        Take(FlowerAttribute.ArpSender, FlowField.ArpSender);
        Take(FlowerAttribute.ArpTarget, FlowField.ArpTarget);
        Take(FlowerAttribute.ArpOperation, FlowField.ArpOperation);
        Take(FlowerAttribute.ArpSenderHardware, FlowField.ArpSenderHardware);
        Take(FlowerAttribute.ArpTargetHardware, FlowField.ArpTargetHardware);
    }

    private void SetLabels()
    {
        if (_attributes.Labels is { } labels)
        {
            foreach (var label in labels) SetLabel(label);
            return;
        }

        var outermost = new FlowerLabel(1)
        {
            Label = Optional(FlowerAttribute.MplsLabel),
            Class = Optional(FlowerAttribute.MplsClass),
            Bottom = Optional(FlowerAttribute.MplsBottom),
            Ttl = Optional(FlowerAttribute.MplsTtl),
        };
        if (outermost != new FlowerLabel(1)) SetLabel(outermost);
    }

    private ulong? Optional(FlowerAttribute attribute) => _attributes.Has(attribute) ? (ulong)_attributes.Get(attribute).Value : null;

    private void SetLabel(FlowerLabel label)
    {
        if (label.Depth is 0 or > FlowField.MaxMplsEntries) throw new RtnlException(Errno.EINVAL, "Invalid MPLS depth.");
        var entry = (int)label.Depth - 1;
        var present = _key.Get(FlowField.MplsEntries) | (1UL << entry);
        _key.Set(FlowField.MplsEntries, present);
        _mask.Set(FlowField.MplsEntries, present);
        if (label.Label is { } number) Put(FlowField.MplsLabel(entry), number);
        if (label.Class is { } trafficClass) Put(FlowField.MplsClass(entry), trafficClass);
        if (label.Bottom is { } bottom) Put(FlowField.MplsBottom(entry), bottom);
        if (label.Ttl is { } ttl) Put(FlowField.MplsTtl(entry), ttl);
    }

    private void Put(FlowField field, ulong value)
    {
        _key.Set(field, value);
        _mask.Set(field, field.Ones);
    }

    private void Take(FlowerAttribute attribute, FlowField field, ulong limit = ulong.MaxValue)
    {
        if (!_attributes.Has(attribute)) return;
        var (value, mask) = _attributes.Get(attribute);
        _key.Set(field, (ulong)value & limit);
        _mask.Set(field, (ulong)mask & limit);
    }

    private void TakeLong(FlowerAttribute attribute, FlowField high, FlowField low)
    {
        if (!_attributes.Has(attribute)) return;
        var (value, mask) = _attributes.Get(attribute);
        _key.Set(high, (ulong)(value >> 64));
        _key.Set(low, (ulong)value);
        _mask.Set(high, (ulong)(mask >> 64));
        _mask.Set(low, (ulong)mask);
    }
}
