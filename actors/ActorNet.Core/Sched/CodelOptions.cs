using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options that codel and fq_codel share; what is null was not named and stays as it is.</summary>
public abstract record CodelOptions : QdiscOptions
{
    /// <summary>Frames that may be held; not 0.</summary>
    public uint? Limit { get; init; }

    /// <summary>Delay that is tolerated, in microseconds.</summary>
    public uint? Target { get; init; }

    /// <summary>How long it must be exceeded, in microseconds.</summary>
    public uint? Interval { get; init; }

    /// <summary>Delay above which frames are marked, in microseconds.</summary>
    public uint? CeThreshold { get; init; }

    /// <summary>Mark rather than drop.</summary>
    public bool? Ecn { get; init; }

    /// <summary>Takes over what is named.</summary>
    internal void ApplyTo(Codel codel)
    {
        if (Target is { } target) codel.Target = CodelTime.FromMicroseconds(target);
        if (CeThreshold is { } threshold) codel.CeThreshold = CodelTime.FromMicroseconds(threshold);
        if (Interval is { } interval) codel.Interval = CodelTime.FromMicroseconds(interval);
        if (Ecn is { } ecn) codel.Ecn = ecn;
    }
}

/// <summary>How tc reads and prints what codel and fq_codel share.</summary>
internal static class CodelWords
{
    private const long NanosecondsPerMicrosecond = 1000;

    /// <summary>A number without sign; tc sends none that is 0, so that it changes nothing.</summary>
    /// <exception cref="Iproute2Exception">It is not one.</exception>
    public static uint? Number(ArgReader args, string option)
    {
        if (!Words.TryUnsigned(args.Next(option), out var value)) throw Illegal(option);
        return value == 0 ? null : value;
    }

    /// <summary>A time that is sent unless it is 0.</summary>
    /// <exception cref="Iproute2Exception">It is not one.</exception>
    public static uint? Time(ArgReader args, string option) => Microseconds(args, option) is var time and not 0 ? time : null;

    /// <summary>A threshold, which is sent unless it is the largest number there is.</summary>
    /// <exception cref="Iproute2Exception">It is not a time.</exception>
    public static uint? Threshold(ArgReader args, string option) => Microseconds(args, option) is var time and not uint.MaxValue ? time : null;

    /// <summary>A value that is none.</summary>
    public static Iproute2Exception Illegal(string option) => new($"Illegal \"{option}\"");

    /// <summary>Prints a span: microseconds in JSON.</summary>
    public static void PrintTime(ShowWriter writer, string key, uint span)
    {
        var microseconds = CodelTime.ToMicroseconds(span);
        writer.Unsigned(key, null, microseconds).Plain($"{key} {Units.FormatMicroseconds(microseconds)} ");
    }

    /// <summary>Prints how one queue fares: <c>count 0 lastcount 0 ldelay 0us</c>.</summary>
    public static void PrintState(ShowWriter writer, in CodelVars vars)
    {
        var delay = CodelTime.ToMicroseconds(vars.Delay);
        writer.Unsigned("count", "count {0}", vars.Count).Unsigned("lastcount", " lastcount {0}", vars.LastCount);
        writer.Unsigned("ldelay", null, delay).Plain(" ldelay " + Units.FormatMicroseconds(delay));
        if (vars.Dropping) writer.Flag("dropping", " dropping", value: true);
    }

    /// <summary>Prints how long it is until the next drop.</summary>
    public static void PrintDropNext(ShowWriter writer, int microseconds) =>
        writer.Number("drop_next", null, microseconds).Plain(" drop_next " + (microseconds < 0 ? "-" : "") + Units.FormatMicroseconds((uint)Math.Abs((long)microseconds)));

    /// <summary>Whole microseconds, cut to 32 bits as tc does; a negative time wraps round.</summary>
    private static uint Microseconds(ArgReader args, string option)
    {
        var word = args.Next(option);
        var negative = word.StartsWith('-');
        var digits = negative ? word[1..] : word;
        if (digits.Contains('n', StringComparison.OrdinalIgnoreCase) || !Units.TryParseTime(digits, out var nanoseconds)) throw Illegal(option);
        var microseconds = nanoseconds / NanosecondsPerMicrosecond;
        return unchecked((uint)(negative ? -microseconds : microseconds));
    }
}
