using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Shell.Frames;

/// <summary>Reads the words that describe frames.</summary>
internal static class FrameWords
{
    public const string Usage = "hex BYTES | eth|udp|tcp|icmp|arp [src MAC] [dst MAC] [type HEX] [from IP[:PORT]] [to IP[:PORT]] [vlan N] [size N] [count N] [gap DURATION] [queue N] [prio N] [mark N] [gso BYTES] [bypass]";

    private const int Ipv4Header = 20;

    private static readonly Dictionary<string, FrameKind> Kinds = new(StringComparer.Ordinal)
    {
        ["hex"] = FrameKind.Hex,
        ["eth"] = FrameKind.Eth,
        ["udp"] = FrameKind.Udp,
        ["tcp"] = FrameKind.Tcp,
        ["icmp"] = FrameKind.Icmp,
        ["arp"] = FrameKind.Arp,
    };

    /// <summary>Words that describe the bytes, by the kinds that have them; the others say how to send.</summary>
    private static readonly Dictionary<string, (string Kinds, Func<FrameSpec, string, FrameSpec> Read)> Words = new(StringComparer.Ordinal)
    {
        ["src"] = ("eth udp tcp icmp arp", static (s, w) => s with { Source = Mac(w) }),
        ["dst"] = ("eth udp tcp icmp arp", static (s, w) => s with { Destination = Mac(w) }),
        ["type"] = ("eth", static (s, w) => s with { Type = EtherTypeOf(w) }),
        ["from"] = ("udp tcp icmp arp", static (s, w) => s with { From = Endpoint(w, s.From.Port) }),
        ["to"] = ("udp tcp icmp arp", static (s, w) => s with { To = Endpoint(w, s.To.Port) }),
        ["vlan"] = ("eth udp tcp icmp arp", static (s, w) => s with { Vlan = (ushort)WordReader.Number(w, "vlan tag", 0, ushort.MaxValue) }),
        ["size"] = ("eth udp tcp icmp arp", static (s, w) => s with { Size = (int)WordReader.Number(w, "frame size", EthernetHeader.Size, SkBuffPool.LargeFrame) }),
        ["gso"] = ("udp tcp", static (s, w) => s with { Gso = (ushort)WordReader.Number(w, "segment size", 1, 65535) }),
        ["count"] = ("", static (s, w) => s with { Count = (int)WordReader.Number(w, "count", 1, FrameSpec.MaxCount) }),
        ["gap"] = ("", static (s, w) => s with { Gap = Duration.Parse(w) }),
        ["queue"] = ("", static (s, w) => s with { Queue = (int)WordReader.Number(w, "queue", 0, ushort.MaxValue - 1) }),
        ["prio"] = ("", static (s, w) => s with { Priority = Priority(w) }),
        ["mark"] = ("", static (s, w) => s with { Mark = (uint)WordReader.Number(w, "mark", 0, uint.MaxValue) }),
    };

    /// <summary>Reads all words that are left.</summary>
    /// <exception cref="ShellException">A word is wrong, or they do not fit together.</exception>
    public static FrameSpec Read(WordReader words)
    {
        var name = words.Next("the frame");
        if (!Kinds.TryGetValue(name, out var kind)) throw new ShellException($"\"{name}\" is no kind of frame; expected is hex, eth, udp, tcp, icmp or arp");
        var spec = new FrameSpec { Kind = kind };
        if (kind == FrameKind.Arp) spec = spec with { Destination = MacAddress.Broadcast, Size = SmallestSize(spec) };
        if (kind == FrameKind.Hex) spec = spec with { Bytes = HexBytes(words.Next("the bytes of the frame")) };
        var sized = false;
        while (words.Peek() is { } word)
        {
            words.Next(word);
            sized |= word == "size";
            spec = word == "bypass" ? spec with { Bypass = true } : ReadWord(spec, name, word, words);
        }

        if (kind == FrameKind.Arp && !sized) spec = spec with { Size = SmallestSize(spec) };
        return Check(spec, name);
    }

    private static FrameSpec ReadWord(FrameSpec spec, string kind, string word, WordReader words)
    {
        if (!Words.TryGetValue(word, out var entry)) throw new ShellException($"\"{word}\" is no word of a frame; a frame is {Usage}");
        if (entry.Kinds.Length > 0 && !entry.Kinds.Split(' ').Contains(kind, StringComparer.Ordinal)) throw new ShellException($"\"{word}\" does not go with {kind}; it goes with {entry.Kinds.Replace(" ", ", ", StringComparison.Ordinal)}");
        return entry.Read(spec, words.Next($"the value of \"{word}\""));
    }

    private static FrameSpec Check(FrameSpec spec, string kind)
    {
        var size = spec.Kind == FrameKind.Hex ? spec.Bytes.Length : spec.Size;
        if (spec.Kind != FrameKind.Hex && size < SmallestSize(spec)) throw new ShellException($"a frame of {size} bytes is too short for {kind}{(spec.Vlan is null ? "" : " with a vlan tag")}; {SmallestSize(spec)} is the least");
        if (IsIp(spec.Kind) && size - spec.MacHeaderSize > ushort.MaxValue) throw new ShellException($"a frame of {size} bytes is too long for IPv4; {ushort.MaxValue + spec.MacHeaderSize} is the most");
        if (spec.Gap == 0 && (spec.Count > FrameSpec.MaxBurst || (long)spec.Count * size > FrameSpec.MaxBurstBytes))
            throw new ShellException($"{spec.Count} frames of {size} bytes are too many at once; at most {FrameSpec.MaxBurst} frames and {FrameSpec.MaxBurstBytes >> 20} MiB go back to back, more with a gap");
        return spec;
    }

    internal static bool IsIp(FrameKind kind) => kind is FrameKind.Udp or FrameKind.Tcp or FrameKind.Icmp;

    private static int SmallestSize(FrameSpec spec) => spec.MacHeaderSize + spec.Kind switch
    {
        FrameKind.Udp or FrameKind.Icmp => Ipv4Header + 8,
        FrameKind.Tcp => Ipv4Header + 20,
        FrameKind.Arp => 28,
        _ => 0,
    };

    private static MacAddress Mac(string word) => MacAddress.TryParse(word, out var mac)
        ? mac
        : throw new ShellException($"\"{word}\" is no MAC address; write it like 02:00:00:00:00:01");

    private static ushort EtherTypeOf(string word)
    {
        var digits = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(2) : word;
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var type)
            ? type
            : throw new ShellException($"\"{word}\" is no frame type; write up to four hexadecimal digits like 88b5");
    }

    private static (uint Address, ushort Port) Endpoint(string word, ushort port)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var address = colon < 0 ? word : word[..colon];
        if (colon >= 0) port = (ushort)WordReader.Number(word[(colon + 1)..], "port", 0, ushort.MaxValue);
        var parts = address.Split('.');
        uint value = 0;
        foreach (var part in parts)
        {
            if (parts.Length != 4 || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var b))
                throw new ShellException($"\"{word}\" is no IPv4 address; write it like 10.9.0.1 or 10.9.0.1:1000");
            value = (value << 8) | b;
        }

        return (value, port);
    }

    private static uint Priority(string word)
    {
        if (!word.Contains(':', StringComparison.Ordinal)) return (uint)WordReader.Number(word, "priority", 0, uint.MaxValue);
        var parts = word.Split(':');
        if (parts.Length != 2 || !TryHex(parts[0], out var major) || !TryHex(parts[1], out var minor)) throw new ShellException($"\"{word}\" is no class; write MAJOR:MINOR in hexadecimal digits like 1:10");
        return TcHandle.Make(major, minor);
    }

    private static bool TryHex(string digits, out ushort value)
    {
        value = 0;
        return digits.Length == 0 || ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static byte[] HexBytes(string word)
    {
        var digits = word.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length / 2 > SkBuffPool.LargeFrame) throw new ShellException($"the frame has {digits.Length / 2} bytes; {SkBuffPool.LargeFrame} is the most");
        try
        {
            return Convert.FromHexString(digits);
        }
        catch (FormatException wrong)
        {
            throw new ShellException($"\"{word}\" are no bytes; write pairs of hexadecimal digits, with or without colons", wrong);
        }
    }
}
