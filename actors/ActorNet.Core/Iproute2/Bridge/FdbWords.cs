using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary>What an entry is to be: the kernel's states of neighbours.</summary>
internal enum FdbState
{
    /// <summary>An address of this machine; what an entry is without a word for it.</summary>
    Permanent,

    /// <summary>Never ages.</summary>
    Static,

    /// <summary>As if learned.</summary>
    Dynamic,
}

/// <summary>The words of <c>bridge fdb add|append|replace|del|get</c> (<c>fdb_modify</c>).</summary>
internal sealed record FdbWords
{
    /// <summary>The station as written.</summary>
    public string? Address { get; private init; }

    /// <summary>The device named.</summary>
    public string? Device { get; private init; }

    /// <summary>The bridge named, for <c>get</c>.</summary>
    public string? Bridge { get; private init; }

    /// <summary>The device itself is meant.</summary>
    public bool Self { get; private init; }

    /// <summary>The bridge of the device is meant.</summary>
    public bool Master { get; private init; }

    /// <summary>Behave as if a frame had come from the station.</summary>
    public bool Use { get; private init; }

    /// <summary>Never moves to another port.</summary>
    public bool Sticky { get; private init; }

    /// <summary>A VLAN was named, which no bridge here filters by.</summary>
    public bool Vlan { get; private init; }

    /// <summary>What the entry is to be.</summary>
    public FdbState State { get; private init; }

    /// <summary>Reads all words.</summary>
    /// <exception cref="Iproute2Exception">One is unknown, or its effect is not emulated.</exception>
    public static FdbWords Parse(ArgReader args, bool withBridge = false)
    {
        var words = new FdbWords();
        while (!args.AtEnd)
        {
            var word = args.Next();
            words = word switch
            {
                "dev" => words with { Device = args.Next(word) },
                "brport" when withBridge => words with { Device = args.Next(word) },
                "br" when withBridge => words with { Bridge = args.Next(word) },
                "to" => words with { Address = args.Next(word) },
                "self" => words with { Self = true },
                "master" => words with { Master = true },
                "use" => words with { Use = true },
                "sticky" => words with { Sticky = true },
                "vlan" => words with { Vlan = ReadVlan(args) },
                "local" or "permanent" => words with { State = FdbState.Permanent },
                "static" or "temp" => words with { State = FdbState.Static },
                "dynamic" => words with { State = FdbState.Dynamic },
                "dst" or "port" or "vni" or "via" or "nhid" or "extern_learn" or "src_vni" or "router" => throw Words.NotEmulated(word),
                _ => words.Address is null ? words with { Address = word } : throw Words.Garbage("to", word),
            };
        }

        return words;
    }

    /// <summary>The station.</summary>
    /// <exception cref="Iproute2Exception">It is no address.</exception>
    public MacAddress ParseAddress() => MacAddress.TryParse(Address!, out var address) ? address : throw new Iproute2Exception("Invalid mac address " + Address, 255);

    private static bool ReadVlan(ArgReader args)
    {
        var text = args.Next("vlan");
        if (!Words.TryInteger(text, out _)) throw Words.Invalid("invalid vlan", text);
        return true;
    }
}
