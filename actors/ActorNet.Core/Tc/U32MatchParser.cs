using System.Buffers.Binary;
using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Reads what stands behind <c>match</c> or <c>sample</c> in a u32 filter. All complaints end with tc's <c>Illegal "match"</c>.</summary>
internal static class U32MatchParser
{
    private const string NextHeaderPrefix = "nexthdr+";

    /// <summary>Reads one selector and adds its keys.</summary>
    /// <param name="args">At the selector.</param>
    /// <param name="selector">Where to.</param>
    /// <param name="word">Whose selector it is, for the complaint.</param>
    /// <exception cref="Iproute2Exception">It is unknown, a value is out of range, or it contradicts an earlier one.</exception>
    public static void Parse(ArgReader args, U32Selector selector, string word)
    {
        var complaint = "";
        if (!TryParse(args, selector, ref complaint)) throw new Iproute2Exception($"{complaint}Illegal \"{word}\"");
    }

    /// <summary>A number in hexadecimal, 0x in front or not.</summary>
    internal static bool TryHexadecimal(string word, out uint value)
    {
        var digits = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(2) : word;
        return uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParse(ArgReader args, U32Selector selector, ref string complaint)
    {
        // The first that the word abbreviates, in tc's order; what belongs to it must follow.
        string[] known = ["u32", "u16", "u8", "ip", "ip6", "udp", "tcp", "icmp", "mark", "ether"];
        var word = args.Next("a selector");
        var kind = Array.Find(known, k => Words.Matches(word, k));
        if (kind is null) return false;
        if (args.AtEnd) args.Next("a field");
        return kind switch
        {
            "u32" => Number(args, selector, 4),
            "u16" => Number(args, selector, 2),
            "u8" => Number(args, selector, 1),
            "mark" => Mark(args, selector, ref complaint),
            // A field without a value still needs a word behind it, for tc.
            _ => args.Remaining >= 2 && Field(kind, args, selector, ref complaint),
        };
    }

    private static bool Field(string kind, ArgReader args, U32Selector selector, ref string complaint)
    {
        var field = args.Next("a field");
        return kind switch
        {
            "ip" => Ip(field, args, selector),
            "ip6" => Ip6(field, args, selector),
            "icmp" => Icmp(field, args, selector),
            "ether" => Ether(field, args, selector, ref complaint),
            _ => Ports(field, args, selector),
        };
    }

    private static bool Ip(string field, ArgReader args, U32Selector selector) => field switch
    {
        "src" => Address4(args, selector, 12),
        "dst" => Address4(args, selector, 16),
        "tos" => Number(args, selector, 1, 1),
        "ihl" => Number(args, selector, 1, 0),
        "protocol" => Number(args, selector, 1, 9),
        "nofrag" => selector.AddShort(0, 0x3FFF, 6, atNextHeader: false),
        "firstfrag" => selector.AddShort(0x2000, 0x3FFF, 6, atNextHeader: false),
        "df" => selector.AddShort(0x4000, 0x4000, 6, atNextHeader: false),
        "mf" => selector.AddShort(0x2000, 0x2000, 6, atNextHeader: false),
        "sport" => Number(args, selector, 2, 20),
        "dport" => Number(args, selector, 2, 22),
        "icmp_type" => Number(args, selector, 1, 20),
        "icmp_code" => Number(args, selector, 1, 21),
        _ when Words.Matches(field, "dsfield") || Words.Matches(field, "precedence") => Number(args, selector, 1, 1),
        _ => false,
    };

    private static bool Ip6(string field, ArgReader args, U32Selector selector) => field switch
    {
        "src" => Address6(args, selector, 8),
        "dst" => Address6(args, selector, 24),
        "priority" => Shifted(args, selector, 8, 20),
        "flowlabel" => Shifted(args, selector, 20, 0),
        "protocol" => Number(args, selector, 1, 6),
        "sport" => Number(args, selector, 2, 40),
        "dport" => Number(args, selector, 2, 42),
        "icmp_type" => Number(args, selector, 1, 40),
        "icmp_code" => Number(args, selector, 1, 41, atNextHeader: true),
        _ => false,
    };

    private static bool Ports(string field, ArgReader args, U32Selector selector) => field switch
    {
        "src" => Number(args, selector, 2, 0, atNextHeader: true),
        "dst" => Number(args, selector, 2, 2, atNextHeader: true),
        _ => false,
    };

    private static bool Icmp(string field, ArgReader args, U32Selector selector) => field switch
    {
        "type" => Number(args, selector, 1, 0, atNextHeader: true),
        "code" => Number(args, selector, 1, 1, atNextHeader: true),
        _ => false,
    };

    private static bool Ether(string field, ArgReader args, U32Selector selector, ref string complaint)
    {
        if (field is not ("src" or "dst"))
        {
            complaint = $"Unknown match: ether {field}\n";
            return false;
        }

        var word = args.Next("an address");
        if (!MacAddress.TryParse(word.Split('/')[0], out var address))
        {
            complaint = $"parse_ether_addr: improperly formed address '{word}'\n";
            return false;
        }

        // The addresses do not begin on words: the destination is 14, the source 8 bytes in front of the network header.
        var offset = field is "dst" ? -14 : -8;
        var atNextHeader = false;
        if (!TryOffset(args, ref offset, ref atNextHeader)) return false;
        for (var i = 0; i < MacAddress.Size; i += 2)
        {
            if (!selector.AddShort((uint)(address.Value >> (32 - (8 * i))) & ushort.MaxValue, ushort.MaxValue, offset + i, atNextHeader)) return false;
        }

        return true;
    }

    /// <summary>VALUE MASK of the firewall mark; tc wants a word behind it.</summary>
    private static bool Mark(ArgReader args, U32Selector selector, ref string complaint)
    {
        if (args.Remaining < 2) return false;
        complaint = "Illegal \"mark\" value\n";
        if (!Words.TryUnsigned(args.Next(), out var value)) return false;
        complaint = "Illegal \"mark\" mask\n";
        if (!Words.TryUnsigned(args.Next(), out var mask)) return false;
        if (args.AtEnd) args.Next("a word");
        complaint = "Illegal \"mark\" (impossible combination)\n";
        if ((value & mask) != value) return false;
        (selector.Mark, selector.MarkMask) = (value, mask);
        return true;
    }

    /// <summary>VALUE MASK [at [nexthdr+]OFFSET]; the mask is read as hexadecimal.</summary>
    private static bool Number(ArgReader args, U32Selector selector, int size, int offset = 0, bool atNextHeader = false)
    {
        if (args.Remaining < 2 || !Words.TryUnsigned(args.Next(), out var value) || !TryHexadecimal(args.Next(), out var mask)) return false;
        if (!TryOffset(args, ref offset, ref atNextHeader)) return false;
        return size switch
        {
            1 => selector.AddByte(value, mask, offset, atNextHeader),
            2 => selector.AddShort(value, mask, offset, atNextHeader),
            _ => selector.AddWord(value, mask, offset, atNextHeader),
        };
    }

    /// <summary>VALUE MASK of a field that lies inside the first word of an IPv6 header.</summary>
    private static bool Shifted(ArgReader args, U32Selector selector, int bits, int shift)
    {
        if (args.Remaining < 2 || !Words.TryUnsigned(args.Next(), out var value) || !TryHexadecimal(args.Next(), out var mask)) return false;
        var limit = 1u << bits;
        return value < limit && mask < limit && selector.AddWord(value << shift, mask << shift, 0, atNextHeader: false);
    }

    private static bool Address4(ArgReader args, U32Selector selector, int offset)
    {
        if (!TryPrefix(args.Next("an address"), isV6: false, out var bytes, out var length)) return false;
        var atNextHeader = false;
        if (!TryOffset(args, ref offset, ref atNextHeader)) return false;
        return selector.AddWord(BinaryPrimitives.ReadUInt32BigEndian(bytes), MaskOf(length), offset, atNextHeader);
    }

    private static bool Address6(ArgReader args, U32Selector selector, int offset)
    {
        if (!TryPrefix(args.Next("an address"), isV6: true, out var bytes, out var length)) return false;
        var atNextHeader = false;
        if (!TryOffset(args, ref offset, ref atNextHeader)) return false;
        for (var word = 0; word < 4 && word * 32 < length; word++)
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 * word));
            if (!selector.AddWord(value, MaskOf(Math.Min(length - (32 * word), 32)), offset + (4 * word), atNextHeader)) return false;
        }

        return true;
    }

    private static uint MaskOf(int length) => length == 0 ? 0 : uint.MaxValue << (32 - length);

    /// <summary>ADDRESS[/LENGTH], or <c>any</c>, <c>all</c>, <c>default</c> for length 0; IPv4 addresses may be cut short as in <c>10.1</c>.</summary>
    private static bool TryPrefix(string word, bool isV6, out byte[] bytes, out int length)
    {
        bytes = new byte[16];
        length = 0;
        if (word is "any" or "all" or "default") return true;
        var parts = word.Split('/');
        var size = isV6 ? Inet6Text.Size : 4;
        if (parts.Length > 2 || !TryAddress(parts[0], isV6, bytes)) return false;
        length = 8 * size;
        return parts.Length == 1 || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= 8 * size);
    }

    private static bool TryAddress(string text, bool isV6, byte[] bytes)
    {
        if (isV6) return Inet6Text.TryParse(text, bytes);
        var parts = text.Split('.');
        if (parts.Length > 4) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i])) return false;
        }

        return true;
    }

    /// <summary>at OFFSET, at nexthdr+OFFSET, at nexthdr+ OFFSET.</summary>
    private static bool TryOffset(ArgReader args, ref int offset, ref bool atNextHeader)
    {
        if (!args.TryTake("at")) return true;
        var word = args.Next("an offset");
        if (word.Length > NextHeaderPrefix.Length && word.StartsWith(NextHeaderPrefix, StringComparison.Ordinal))
        {
            word = word[NextHeaderPrefix.Length..];
            atNextHeader = true;
        }
        else if (Words.Matches(word, NextHeaderPrefix))
        {
            word = args.Next("an offset");
            atNextHeader = true;
        }

        return Words.TryInteger(word, out offset);
    }
}
