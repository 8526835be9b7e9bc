using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Flower;

/// <content>Addresses, ports and other values.</content>
internal sealed partial class FlowerParser
{
    private const string RequestName = "request";
    private const string ReplyName = "reply";

    private bool IsMpls => _etherType is MplsUnicast or MplsMulticast;

    private bool IsArp => _etherType is EtherType.Arp or ReverseArp;

    private void ReadMac(string word, FlowerAttribute attribute)
    {
        var text = _args.Next();
        if (!FlowerAddress.TryParseMac(text, out var value, out var mask, out var bad)) throw Illegal(word, $"\"{bad}\" is invalid lladdr.\n");
        _attributes.Set(attribute, value, mask);
    }

    private void ReadAddress(string word, FlowerAttribute v4, FlowerAttribute v6)
    {
        var text = _args.Next();
        switch (_etherType)
        {
            case EtherType.IPv4:
                SetAddress(v4, text, isV6: false);
                break;
            case EtherType.IPv6:
                SetAddress(v6, text, isV6: true);
                break;
            case 0:
                // No protocol was named, as a change may do: the address tells.
                var isV6 = text.Contains(':', StringComparison.Ordinal);
                SetAddress(isV6 ? v6 : v4, text, isV6);
                break;
            default:
                throw Illegal(word);
        }
    }

    private void ReadArpAddress(string word, FlowerAttribute attribute)
    {
        var text = _args.Next();
        if (!IsArp) throw Illegal(word);
        SetAddress(attribute, text, isV6: false);
    }

    private void SetAddress(FlowerAttribute attribute, string text, bool isV6)
    {
        if (text is "any" or "all")
        {
            _attributes.HasEmptyAddress = true;
            return;
        }

        if (!FlowerAddress.TryParsePrefix(text, isV6, out var value, out var mask))
            throw new Iproute2Exception($"Error: {(isV6 ? "inet6" : "inet")} prefix is expected rather than \"{text}\".");
        _attributes.Set(attribute, value, mask);
    }

    private void ReadIpProtocol()
    {
        var text = _args.Next();
        if (_etherType is not (EtherType.IPv4 or EtherType.IPv6)) throw WrongEtherType();
        _ipProtocol = ParseIpProtocol(text);
        _attributes.Set(FlowerAttribute.IpProtocol, (UInt128)_ipProtocol);
    }

    private byte ParseIpProtocol(string text)
    {
        if (Iproute2.Words.Matches(text, "tcp")) return IpProtocol.Tcp;
        if (Iproute2.Words.Matches(text, "udp")) return IpProtocol.Udp;
        if (Iproute2.Words.Matches(text, "sctp")) return IpProtocol.Sctp;
        if (Iproute2.Words.Matches(text, "icmp")) return _etherType == EtherType.IPv4 ? IpProtocol.Icmp : throw WrongEtherType();
        if (Iproute2.Words.Matches(text, "icmpv6")) return _etherType == EtherType.IPv6 ? IpProtocol.IcmpV6 : throw WrongEtherType();
        return FlowerNumber.TryParse(text, 16, byte.MaxValue, out var number) ? (byte)number : throw Illegal("ip_proto");
    }

    private static Iproute2Exception WrongEtherType() => Illegal("ip_proto", "Illegal \"eth_type\" for ip proto\n");

    private void ReadTos(string word, FlowerAttribute attribute)
    {
        var text = _args.Next();
        // Decimal if it can be; the mask is hexadecimal in any case.
        if (!FlowerNumber.TryParseMasked(text, 10, 16, byte.MaxValue, out var pair) && !FlowerNumber.TryParseMasked(text, 16, 16, byte.MaxValue, out pair)) throw Illegal(word);
        _attributes.Set(attribute, pair.Value, pair.Mask);
    }

    private void ReadTcpFlags()
    {
        const ulong AllFlags = 0xFFF;
        if (!FlowerNumber.TryParseMasked(_args.Next(), 16, 16, AllFlags, out var pair)) throw Illegal("tcp_flags");
        _attributes.Set(FlowerAttribute.TcpFlags, pair.Value, pair.Mask);
    }

    private void ReadIcmp(string what, FlowerAttribute v4, FlowerAttribute v6)
    {
        var text = _args.Next();
        FlowerAttribute attribute;
        if (_etherType == EtherType.IPv4 && _ipProtocol == IpProtocol.Icmp) attribute = v4;
        else if (_etherType == EtherType.IPv6 && _ipProtocol == IpProtocol.IcmpV6) attribute = v6;
        else throw Illegal(what);
        if (!FlowerNumber.TryParseMasked(text, 10, 10, byte.MaxValue, out var pair)) throw Illegal(what);
        _attributes.Set(attribute, pair.Value, pair.Mask);
    }

    private void ReadArpOperation()
    {
        var text = _args.Next();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? text : text[..slash];
        if (name is RequestName or ReplyName) text = (name is RequestName ? "1" : "2") + text[name.Length..];
        if (!IsArp || !FlowerNumber.TryParseMasked(text, 10, 10, byte.MaxValue, out var pair) || pair.Value > 2) throw Illegal("arp_op");
        _attributes.Set(FlowerAttribute.ArpOperation, pair.Value, pair.Mask);
    }

    private void ReadFragments()
    {
        var (value, mask) = _attributes.Get(FlowerAttribute.Fragments);
        foreach (var part in _args.Next().Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var isNot = part.StartsWith("no", StringComparison.Ordinal);
            var flag = (isNot ? part[2..] : part) switch
            {
                FlowerPrinter.FragmentName => FlowField.Fragment,
                FlowerPrinter.FirstFragmentName => FlowField.FirstFragment,
                _ => throw Illegal("ip_flags"),
            };
            value = isNot ? value & ~(UInt128)flag : value | flag;
            mask |= flag;
        }

        if (mask != 0) _attributes.Set(FlowerAttribute.Fragments, value, mask);
    }

    /// <summary>
    /// PORT, PORT/MASK or FIRST-LAST; numbers are decimal, but with a mask in C's notation. tc tells the forms apart by zeros: port 0 is none, and a range that begins or
    /// ends with it is no range.
    /// </summary>
    private void ReadPort(string word, bool isSource)
    {
        var parts = _args.Next().Split('-', 2);
        ulong last = 0;
        var isPlain = FlowerNumber.TryParse(parts[0], 10, ushort.MaxValue, out var first)
            && (parts.Length == 1 || FlowerNumber.TryParse(parts[1], 10, ushort.MaxValue, out last));
        if (isPlain && first != 0 && last != 0)
        {
            if (last <= first) throw Illegal(word, "max value should be greater than min value\n");
            SetPortRange(word, first, last, isSource);
            return;
        }

        var pair = (Value: first, Mask: (ulong)ushort.MaxValue);
        var isKnown = isPlain ? first != 0 : parts[0].Contains('/', StringComparison.Ordinal) && FlowerNumber.TryParseMasked(parts[0], 0, 0, ushort.MaxValue, out pair);
        if (!isKnown || PortAttribute(isSource) is not { } attribute) throw Illegal(word);
        _attributes.Set(attribute, pair.Value, pair.Mask);
    }

    private void SetPortRange(string word, ulong first, ulong last, bool isSource)
    {
        if (PortAttribute(isSource) is null) throw Illegal(word);
        _attributes.Set(isSource ? FlowerAttribute.SourceMin : FlowerAttribute.DestinationMin, first);
        _attributes.Set(isSource ? FlowerAttribute.SourceMax : FlowerAttribute.DestinationMax, last);
    }

    private FlowerAttribute? PortAttribute(bool isSource) => _ipProtocol switch
    {
        IpProtocol.Tcp => isSource ? FlowerAttribute.TcpSource : FlowerAttribute.TcpDestination,
        IpProtocol.Udp => isSource ? FlowerAttribute.UdpSource : FlowerAttribute.UdpDestination,
        IpProtocol.Sctp => isSource ? FlowerAttribute.SctpSource : FlowerAttribute.SctpDestination,
        _ => null,
    };

    private void ReadPppoeSession()
    {
        var text = _args.Next();
        RequirePppoe("pppoe_sid");
        if (!FlowerNumber.TryParse(text, 10, ushort.MaxValue, out var session)) throw Illegal("pppoe_sid");
        _attributes.Set(FlowerAttribute.PppoeSession, session);
    }

    private void ReadPppProtocol()
    {
        var text = _args.Next();
        RequirePppoe("ppp_proto");
        if (!PppProtocols.TryParse(text, out var protocol)) throw Iproute2.Words.Invalid("invalid ppp_proto", text);
        if (PppProtocols.EtherTypeOf(protocol) is { } inner) _etherType = inner;
        _attributes.Set(FlowerAttribute.PppProtocol, protocol);
    }

    private void RequirePppoe(string word)
    {
        if (_etherType != PppSession) throw new Iproute2Exception($"Can't set \"{word}\" if ethertype isn't PPPoE session");
    }
}
