using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kind <c>red</c>: reads its options in tc's words, with tc's complaints and remarks.</summary>
public sealed class RedKind : QdiscKind
{
    private const uint DefaultRate = 1_250_000;
    private const string Usage = "Usage: ... red\tlimit BYTES [min BYTES] [max BYTES] avpkt BYTES [burst PACKETS]\n\t\t[adaptive] [probability PROBABILITY] [bandwidth KBPS]\n"
        + "\t\t[ecn] [harddrop] [nodrop]\n\t\t[qevent early_drop block IDX] [qevent mark block IDX]";

    /// <inheritdoc/>
    public override string Name => "red";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new RedQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        var words = new RedWords(args, "RED");
        var options = new RedOptions();
        var rate = 0u;
        while (!args.AtEnd) options = ReadOption(args, options, words, ref rate);
        if (options.Limit == 0 || words.MeanPacket == 0) throw new Iproute2Exception("RED: Required parameter (limit, avpkt) is missing");
        return Complete(args, options, words, rate);
    }

    private static RedOptions ReadOption(ArgReader args, RedOptions options, RedWords words, ref uint rate)
    {
        var word = args.Next();
        switch (word)
        {
            case "limit":
                return options with { Limit = Size(args, word) };
            case "min":
                return options with { Min = Size(args, word) };
            case "max":
                return options with { Max = Size(args, word) };
            case "burst":
                words.Burst = Words.TryUnsigned(args.Next(word), out var burst) ? burst : throw Illegal(word);
                return options;
            case "avpkt":
                words.MeanPacket = Size(args, word);
                return options;
            case "probability":
                words.Chance = RedWords.ReadChance(args.Next(word));
                return options;
            case "bandwidth":
                rate = Units.TryParseRate(args.Next(word), out var bytes) && bytes <= uint.MaxValue ? (uint)bytes : throw Illegal(word);
                return options;
            default:
                return Switch(word, options);
        }
    }

    private static RedOptions Switch(string word, RedOptions options) => word switch
    {
        "ecn" => options with { Ecn = true },
        "harddrop" => options with { HardDrop = true },
        "nodrop" => options with { NoDrop = true },
        "adaptative" or "adaptive" => options with { Adaptive = true },
        "help" => throw new Iproute2Exception(Usage),
        _ when Words.Matches(word, "qevent") => throw Words.NotEmulated(word),
        _ => throw new Iproute2Exception($"What is \"{word}\"?\n{Usage}"),
    };

    private static RedOptions Complete(ArgReader args, RedOptions options, RedWords words, uint rate)
    {
        var max = options.Max != 0 ? options.Max : options.Min != 0 ? unchecked(options.Min * 3) : options.Limit / 4;
        options = options with { Max = max, Min = options.Min != 0 ? options.Min : max / 3 };
        words.DefaultBurst(options.Min, options.Max);
        if (rate == 0)
        {
            rate = DefaultRate;
            args.Remark("RED: set bandwidth to 10Mbit");
        }

        options = words.Complete(options);
        var (log, table) = words.IdleTable(options.WeightLog, rate);
        return options with { IdleLog = log, IdleTable = table };
    }

    private static uint Size(ArgReader args, string option) => Units.TryParseSize(args.Next(option), out var size) ? size : throw Illegal(option);

    private static Iproute2Exception Illegal(string option) => new($"Illegal \"{option}\"");
}
