using System.Buffers.Binary;
using System.Globalization;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>
/// Reads what stands behind <c>munge</c>: <c>offset O u32|u16|u8 [at A M S] COMMAND</c> or <c>HEADER FIELD COMMAND</c>. A failure tells the lines that tc prints
/// first, and the word that it says it stopped at.
/// </summary>
internal sealed class PeditMunge(ArgReader args, bool extended, PeditPacker packer)
{
    private const int MaxShift = 31;

    /// <summary>What tc has said so far, line by line.</summary>
    public string Complaints { get; private set; } = "";

    /// <summary>The word at which tc says it stopped; null at the end of the line.</summary>
    public string? StoppedAt { get; private set; }

    /// <summary>Reads one change and packs its keys.</summary>
    /// <exception cref="Iproute2Exception">The line ends where a word must stand.</exception>
    public bool TryParse()
    {
        if (args.TryTakePrefix("offset")) return TryParseOffset();
        var header = args.Next("a header");
        StoppedAt = header;
        if (args.AtEnd) args.Next("a field");
        if (TryParseField(header)) return true;

        // What a header's own reader stopped at does not count.
        StoppedAt = header;
        Complaints += "bad pedit parsing\n";
        return false;
    }

    private bool TryParseField(string name)
    {
        if (PeditFields.Find(name) is not var (header, fields))
        {
            Complaints += $"Unknown action  hence option \"{args.Peek()}\" is unparsable\n";
            return false;
        }

        if (args.Remaining < 2 || (!extended && header != PeditHeader.IPv4)) return false;
        if (FindField(fields, args.Next("a field")) is not { } field || (extended && field.IsBehindHeader)) return false;
        var template = new PeditKey { Header = !extended && header == PeditHeader.IPv4 ? PeditHeader.Network : header, Offset = field.Offset };
        if (!TryParseCommand(template, field)) return false;
        if (field.Shift > 0) packer.ShiftLast(field.Shift);
        return true;
    }

    private static PeditField? FindField(IReadOnlyList<PeditField> fields, string word) =>
        fields.FirstOrDefault(f => f.MayBeShort ? Words.Matches(word, f.Name) : string.Equals(word, f.Name, StringComparison.Ordinal));

    private bool TryParseOffset()
    {
        var word = args.Next("an offset");
        StoppedAt = word;
        if (!Words.TryInteger(word, out var offset) || args.AtEnd || TakeSize() is not { } size) return false;
        if (args.AtEnd) args.Next("a command");
        var template = new PeditKey { Offset = offset };
        if (args.TryTakePrefix("at") && !TryParseAt(ref template)) return false;
        return TryParseCommand(template, new PeditField("offset", offset, size, Retain: size == sizeof(uint) ? uint.MaxValue : (1u << (8 * size)) - 1));
    }

    private int? TakeSize()
    {
        if (args.TryTakePrefix("u32")) return 4;
        if (args.TryTakePrefix("u16")) return 2;
        return args.TryTakePrefix("u8") ? 1 : null;
    }

    /// <summary>The three numbers behind <c>at</c>; the words <c>offmask</c> and <c>shift</c> of tc's help are none of tc's language.</summary>
    private bool TryParseAt(ref PeditKey key)
    {
        if (!Words.TryUnsigned(args.Next("an offset"), out var at)) return false;
        if (!TryHexadecimal(args.Next("a mask"), out var mask)) return false;
        if (!Words.TryUnsigned(args.Next("a shift"), out var shift)) return false;
        if (args.AtEnd) args.Next("a command");
        key = key with { At = (int)at, OffsetMask = mask, Shift = (int)Math.Min(shift, MaxShift) };
        return true;
    }

    private static bool TryHexadecimal(string word, out uint value)
    {
        var digits = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(2) : word;
        return uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads the command and packs (<c>parse_cmd</c>).</summary>
    private bool TryParseCommand(PeditKey template, PeditField field)
    {
        StoppedAt = args.Peek();
        Span<byte> value = stackalloc byte[16];
        value.Clear();
        var mask = 0u;
        var retain = field.Retain;
        var ones = field.Size switch { 2 => 0xFFFFu, 4 => uint.MaxValue, _ => 0xFFu };
        if (args.TryTakePrefix("invert"))
        {
            mask = ones;
            PutNumber(value, field, ones);
        }
        else if (args.TryTakePrefix("set") || args.TryTakePrefix("add") || args.TryTakePrefix("decrement"))
        {
            if (!TryParseChange(ref template, field, value)) return false;
        }
        else if (args.TryTakePrefix("preserve"))
        {
            retain = 0;
        }
        else if (!args.TryTakePrefix("clear"))
        {
            return false;
        }

        return TryParseRetain(ref retain, field) && TryPack(template, field, value, mask, retain);
    }

    private bool TryParseChange(ref PeditKey template, PeditField field, Span<byte> value)
    {
        args.Back();
        var command = args.Next()[0];
        if (command != 's') template = template with { Add = true };
        if (command == 'd' && !field.Decrements)
        {
            Complaints += "decrement command is not supported for this field\n";
            return false;
        }

        if (command != 's' && !extended)
        {
            Complaints += "Non extended mode. only 'set' command is supported\n";
            return false;
        }

        if (command != 'd') return TryParseValue(args.Next("a value"), field, value);

        // Adding all ones is taking one away.
        PutNumber(value, field, 0xFF);
        return true;
    }

    private bool TryParseRetain(ref uint retain, PeditField field)
    {
        if (args.TryTakePrefix("retain") && !Words.TryUnsigned(args.Next("a mask"), out retain)) return false;
        if (field.Size <= sizeof(uint) || retain == uint.MaxValue) return true;
        Complaints += "retain is not supported for fields longer the 32 bits\n";
        return false;
    }

    private bool TryPack(PeditKey template, PeditField field, ReadOnlySpan<byte> value, uint mask, uint retain)
    {
        var complaint = "";
        var fits = field.Value switch
        {
            PeditValue.Mac => packer.TryAddMac(template, value[..6]),
            PeditValue.IPv6 => packer.TryAddIPv6(template, value),
            _ => packer.TryAdd(template, field.Size, BinaryPrimitives.ReadUInt32BigEndian(value), mask, retain, out complaint),
        };
        if (fits) return true;
        if (complaint.Length > 0) Complaints += complaint + "\n";
        StoppedAt = args.Peek();
        return false;
    }

    /// <summary>A number of long fields lands in their first byte, as the processor stores it.</summary>
    private static void PutNumber(Span<byte> value, PeditField field, uint number)
    {
        if (field.Value is PeditValue.Mac or PeditValue.IPv6) BinaryPrimitives.WriteUInt32LittleEndian(value, number);
        else BinaryPrimitives.WriteUInt32BigEndian(value, number);
    }

    private bool TryParseValue(string word, PeditField field, Span<byte> value)
    {
        switch (field.Value)
        {
            case PeditValue.IPv4:
                if (!TryPrefix4(word, out var address)) return false;
                BinaryPrimitives.WriteUInt32BigEndian(value, address);
                return true;
            case PeditValue.IPv6:
                return TryPrefix6(word, value);
            case PeditValue.Mac:
                return TryMac(word, value);
            default:
                if (!Words.TryUnsigned(word, out var number)) return false;
                BinaryPrimitives.WriteUInt32BigEndian(value, number);
                return true;
        }
    }

    private static bool TryPrefix4(string word, out uint address)
    {
        address = 0;
        if (word is "any" or "all" or "default") return true;
        if (!InetPrefix.TryParse(word, out var prefix)) return false;
        address = prefix.Address;
        return true;
    }

    private static bool TryPrefix6(string word, Span<byte> value)
    {
        if (word is "any" or "all" or "default") return true;
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && (!Words.TryUnsigned(word[(slash + 1)..], out var length) || length > 128)) return false;
        return Inet6Text.TryParse(slash < 0 ? word : word.AsSpan(0, slash), value);
    }

    /// <summary>Six bytes in hexadecimal parted by colons; what stands behind them is not looked at.</summary>
    private bool TryMac(string word, Span<byte> value)
    {
        var parts = word.Split(':');
        for (var i = 0; i < Math.Min(parts.Length, 6); i++)
        {
            var digits = parts[i].TakeWhile(char.IsAsciiHexDigit).Count();
            if (!byte.TryParse(parts[i].AsSpan(0, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value[i]))
            {
                Complaints += $"\"{parts[i]}\" is invalid lladdr.\n";
                return false;
            }
        }

        return parts.Length >= 6;
    }
}
