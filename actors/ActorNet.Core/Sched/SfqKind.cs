using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options of sfq; what is 0 was not named.</summary>
public sealed record SfqOptions : QdiscOptions
{
    /// <summary>Frames that may be held.</summary>
    public uint Limit { get; init; }

    /// <summary>Bytes of a turn.</summary>
    public uint Quantum { get; init; }

    /// <summary>Seconds after which flows are hashed anew; 0 for never.</summary>
    public int Perturb { get; init; }

    /// <summary>Places of the hash table, a power of two.</summary>
    public uint Divisor { get; init; }

    /// <summary>Flows that may have frames at once.</summary>
    public uint Flows { get; init; }

    /// <summary>Frames that a flow may have.</summary>
    public uint Depth { get; init; }

    /// <summary>Drop the oldest frame of a flow rather than the latest.</summary>
    public bool HeadDrop { get; init; }

    /// <summary>Random early detection in each flow; null for none. Its limit is only what the thresholds were derived from.</summary>
    public RedOptions? Red { get; init; }
}

/// <summary>The kind <c>sfq</c>: reads its options in tc's words, with tc's complaints and remarks.</summary>
public sealed class SfqKind : QdiscKind
{
    private const uint DefaultMeanPacket = 1000;
    private const string Usage = "Usage: ... sfq\t[ limit NUMBER ] [ perturb SECS ] [ quantum BYTES ]\n\t\t[ divisor NUMBER ] [ flows NUMBER] [ depth NUMBER ]\n\t\t[ headdrop ]\n"
        + "\t\t[ redflowlimit BYTES ] [ min BYTES ] [ max BYTES ]\n\t\t[ avpkt BYTES ] [ burst PACKETS ] [ probability P ]\n\t\t[ ecn ] [ harddrop ]";

    /// <inheritdoc/>
    public override string Name => "sfq";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new SfqQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        if (args.AtEnd) return null;
        var options = new SfqOptions();
        RedOptions? red = null;
        var words = new RedWords(args, "SFQ") { MeanPacket = DefaultMeanPacket };
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (ReadOption(args, word, options) is { } changed) options = changed;
            else red = ReadRed(args, word, red ?? new RedOptions(), words);
        }

        return options with { Red = red is null ? null : Complete(red, words) };
    }

    /// <summary>An option of sfq itself; null when it is none.</summary>
    private static SfqOptions? ReadOption(ArgReader args, string word, SfqOptions options) => word switch
    {
        // tc complains of a quantum as of a limit, and of a depth as of flows.
        "quantum" => options with { Quantum = Units.TryParseSize(args.Next(word), out var size) ? size : throw Illegal("limit") },
        "perturb" => options with { Perturb = Words.TryInteger(args.Next(word), out var seconds) ? seconds : throw Illegal(word) },
        "limit" => options with { Limit = Number(args, word) is var limit and > 1 ? limit : throw new Iproute2Exception("Illegal \"limit\", must be > 1") },
        "divisor" => options with { Divisor = Number(args, word) },
        "flows" => options with { Flows = Number(args, word) },
        "depth" => options with { Depth = Number(args, "flows") },
        "headdrop" => options with { HeadDrop = true },
        _ => null,
    };

    private static RedOptions ReadRed(ArgReader args, string word, RedOptions options, RedWords words)
    {
        switch (word)
        {
            case "redflowlimit":
                return options with { Limit = Number(args, word) };
            case "min":
                return options with { Min = Number(args, word) };
            case "max":
                return options with { Max = Number(args, word) };
            case "burst":
                words.Burst = Number(args, word);
                return options;
            case "avpkt":
                words.MeanPacket = Units.TryParseSize(args.Next(word), out var size) ? size : throw Illegal(word);
                return options;
            case "probability":
                words.Chance = RedWords.ReadChance(args.Next(word));
                return options;
            case "ecn":
                return options with { Ecn = true };
            case "harddrop":
                return options with { HardDrop = true };
            default:
                throw new Iproute2Exception(word is "help" ? Usage : $"What is \"{word}\"?\n{Usage}");
        }
    }

    private static RedOptions Complete(RedOptions options, RedWords words)
    {
        if (options.Limit == 0) throw new Iproute2Exception("Required parameter (redflowlimit) is missing");
        var max = options.Max != 0 ? options.Max : options.Limit / 4;
        options = options with { Max = max, Min = options.Min != 0 ? options.Min : max / 3 };
        words.DefaultBurst(options.Min, options.Max);
        if (options.Max > options.Limit) throw new Iproute2Exception("\"max\" is larger than \"limit\"");
        if (options.Min >= options.Max) throw new Iproute2Exception("\"min\" is not smaller than \"max\"");
        return words.Complete(options);
    }

    private static uint Number(ArgReader args, string option) => Words.TryUnsigned(args.Next(option), out var value) ? value : throw Illegal(option);

    private static Iproute2Exception Illegal(string option) => new($"Illegal \"{option}\"");
}
