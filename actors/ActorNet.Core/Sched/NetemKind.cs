using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kind <c>netem</c>: reads its options in tc's words, with tc's complaints. Beside those of tc 6.1 it knows <c>seed</c>, which later ones have.</summary>
public sealed class NetemKind : QdiscKind
{
    private const double TicksPerMicrosecond = 15.625;

    private const string Usage = """
        Usage: ... netem [ limit PACKETS ]
                         [ delay TIME [ JITTER [CORRELATION]]]
                         [ distribution {uniform|normal|pareto|paretonormal} ]
                         [ corrupt PERCENT [CORRELATION]]
                         [ duplicate PERCENT [CORRELATION]]
                         [ loss random PERCENT [CORRELATION]]
                         [ loss state P13 [P31 [P32 [P23 P14]]]
                         [ loss gemodel PERCENT [R [1-H [1-K]]]
                         [ ecn ]
                         [ reorder PERCENT [CORRELATION] [ gap DISTANCE ]]
                         [ rate RATE [PACKETOVERHEAD] [CELLSIZE] [CELLOVERHEAD]]
                         [ slot MIN_DELAY [MAX_DELAY] [packets MAX_PACKETS] [bytes MAX_BYTES]]
                         [ slot distribution {uniform|normal|pareto|paretonormal|custom}
                           DELAY JITTER [packets MAX_PACKETS] [bytes MAX_BYTES]]
        """;

    /// <inheritdoc/>
    public override string Name => "netem";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new NetemQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        var words = new NetemWords(args);
        while (!args.AtEnd) words.Read();
        return Check(words);
    }

    /// <summary>A complaint with all the words that are known.</summary>
    internal static Iproute2Exception Complaint(string sentence) => new($"{sentence}\n{Usage}");

    /// <summary>A value that is none.</summary>
    internal static Iproute2Exception Illegal(string option) => new($"Illegal \"{option}\"");

    /// <summary>All the words that are known.</summary>
    internal static Iproute2Exception Help() => new(Usage);

    /// <summary>Reads a time as tc hands it to the kernel: whole microseconds as a 32-bit number, turned into ticks.</summary>
    internal static uint Ticks(string word, string option)
    {
        var negative = word.StartsWith('-');
        if (word.Contains('n', StringComparison.OrdinalIgnoreCase) || !Units.TryParseTime(negative ? word[1..] : word, out var time)) throw Illegal(option);
        var microseconds = unchecked((uint)(negative ? -(time / 1000) : time / 1000));
        var ticks = microseconds * TicksPerMicrosecond;
        if (ticks >= (double)uint.MaxValue + 1)
            throw new Iproute2Exception(string.Create(CultureInfo.InvariantCulture, $"Illegal {microseconds} time (too large)\nIllegal \"{option}\""));
        return (uint)ticks;
    }

    /// <summary>Reads a percentage, with or without its sign, from 0 to 100.</summary>
    internal static bool TryShare(string word, out double share)
    {
        var digits = word.EndsWith('%') ? word.AsSpan(0, word.Length - 1) : word;
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var read = double.TryParse(digits, styles, CultureInfo.InvariantCulture, out share);
        share /= 100;
        return read && share is >= 0 and <= 1;
    }

    /// <summary>A share of one as a share of 2^32 - 1.</summary>
    internal static uint Scale(double share) => (uint)Math.Round(share * uint.MaxValue, MidpointRounding.ToEven);

    private static NetemOptions Check(NetemWords words)
    {
        var options = words.Options;
        if (options.Reorder is { Probability: > 0 })
        {
            if (options.LatencyTicks == 0) throw Complaint("reordering not possible without specifying some delay");
            if (options.Gap == 0) options = options with { Gap = 1 };
        }
        else if (options.Gap > 0)
        {
            throw Complaint("gap specified without reorder probability");
        }

        if (options.Ecn == true && options.Loss == 0 && options.LossModel.Kind == NetemLossKind.Random) throw Complaint("ecn requested without loss model");
        if (options.HasTable && (options.LatencyTicks == 0 || options.JitterTicks == 0))
            throw Complaint("distribution specified but no latency and jitter values");
        return options with { Correlations = words.Correlations };
    }
}
