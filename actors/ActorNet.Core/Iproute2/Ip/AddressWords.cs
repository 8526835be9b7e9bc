using System.Text;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>The words of <c>ip address add|replace|del</c> (<c>ipaddr_modify</c>), read one by one.</summary>
internal sealed class AddressWords
{
    private const int LongestPrefixWithBroadcast = 30;
    private string? _broadcast;

    /// <summary>The device named last; null when none was.</summary>
    public string? Device { get; private set; }

    /// <summary>The address itself; null when none was given.</summary>
    public InetPrefix? Local { get; private set; }

    /// <summary>The far end's address; null when none was given.</summary>
    public InetPrefix? Peer { get; private set; }

    /// <summary>Label; null when none was given.</summary>
    public string? Label { get; private set; }

    /// <summary>Scope; null when none was given.</summary>
    public InetScope? Scope { get; private set; }

    /// <summary>Whether an IPv6 address was given.</summary>
    public bool IsIPv6 { get; private set; }

    /// <summary>Bits of the subnet.</summary>
    public int PrefixLength => (Peer ?? Local)!.Value.Length;

    /// <summary>Reads the next word with its value.</summary>
    /// <param name="args">At the word.</param>
    /// <param name="family">Family that options ask for, or null.</param>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong.</exception>
    public void Read(ArgReader args, string? family)
    {
        var word = args.Next();
        switch (word)
        {
            case "dev":
                Device = args.Next(word);
                break;
            case "peer" or "remote":
                Peer = ReadPrefix(args.Next(word), family);
                break;
            case "scope":
                var scope = args.Next(word);
                Scope = InetScopes.TryParse(scope, out var value) ? value : throw Words.Invalid("invalid scope value.", scope);
                break;
            case "label":
                Label = args.Next(word);
                break;
            case "anycast" or "metric" or "priority" or "preference" or "home" or "nodad" or "mngtmpaddr" or "noprefixroute" or "autojoin":
                throw Words.NotEmulated(word);
            default:
                ReadAbbreviated(word, args, family);
                break;
        }
    }

    /// <summary>The broadcast address that was asked for, 0 for none.</summary>
    /// <exception cref="Iproute2Exception">It is no address.</exception>
    public uint Broadcast()
    {
        var local = Local!.Value.Address;
        var mask = InetPrefix.MaskOf(PrefixLength);
        return _broadcast switch
        {
            null => 0,
            // A subnet of one or two addresses has none.
            "+" or "-" when PrefixLength > LongestPrefixWithBroadcast => 0,
            "+" => local | ~mask,
            "-" => local & mask,
            _ => InetPrefix.TryParseAddress(_broadcast, out var address, shortened: true)
                ? address : throw new Iproute2Exception($"Error: inet address is expected rather than \"{_broadcast}\"."),
        };
    }

    /// <summary>The label, unless it does not fit into one.</summary>
    /// <exception cref="RtnlException">EINVAL: it is too long.</exception>
    public string LabelOr(string deviceName)
    {
        if (Label is null) return deviceName;
        if (Encoding.UTF8.GetByteCount(Label) > DeviceName.MaxBytes) throw new RtnlException(Errno.EINVAL, "Attribute failed policy validation.");
        return Label;
    }

    private void ReadAbbreviated(string word, ArgReader args, string? family)
    {
        if (Words.Matches(word, "broadcast") || word is "brd")
        {
            var text = args.Next("broadcast");
            if (_broadcast is not null) throw Words.Duplicate("broadcast", text);
            _broadcast = text;
            // Checked now, so that a word that is no address is what the user hears of.
            if (text is not ("+" or "-") && !InetPrefix.TryParseAddress(text, out _, shortened: true))
                throw new Iproute2Exception($"Error: inet address is expected rather than \"{text}\".");
        }
        else if (Words.Matches(word, "valid_lft") || Words.Matches(word, "preferred_lft"))
        {
            if (args.Next(word) is not "forever") throw new Iproute2Exception($"Error: \"{word}\" other than forever is not emulated. Leave it out.", 255);
        }
        else
        {
            ReadLocal(word is "local" ? args.Next(word) : word, family);
        }
    }

    private void ReadLocal(string text, string? family)
    {
        if (Words.Matches(text, "help")) throw new Iproute2Exception(IpAddressCommand.Help.TrimEnd('\n'), 255);
        if (Local is not null || IsIPv6) throw Words.Garbage("local", text);
        if (text is "default" or "any" or "all") return;
        Local = ReadPrefix(text, family);
    }

    private InetPrefix? ReadPrefix(string text, string? family)
    {
        var v6 = family is "inet6";
        if (!v6 && InetPrefix.TryParse(text, out var prefix)) return prefix;
        if (family is not "inet" && IsPrefixOfIPv6(text))
        {
            IsIPv6 = true;
            return null;
        }

        throw IpAddressCommand.ExpectedPrefix(family ?? "any valid", text);
    }

    /// <summary>Whether it has the characters of an IPv6 address; no more is needed, since the answer is no in any case.</summary>
    private static bool IsPrefixOfIPv6(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        if (address.Count(c => c == ':') < 2 || !address.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.')) return false;
        return slash < 0 || (Words.TryUnsigned(text[(slash + 1)..], out var length) && length <= 128);
    }
}
