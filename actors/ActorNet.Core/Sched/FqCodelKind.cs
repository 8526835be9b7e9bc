using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options of fq_codel; what is null was not named and stays as it is.</summary>
public sealed record FqCodelOptions : CodelOptions
{
    /// <summary>Number of flows, 1 to 65536; only when it is made.</summary>
    public uint? Flows { get; init; }

    /// <summary>Bytes of a turn.</summary>
    public uint? Quantum { get; init; }

    /// <summary>Bytes of memory that frames may take.</summary>
    public uint? MemoryLimit { get; init; }

    /// <summary>Frames that are dropped at once when there are too many.</summary>
    public uint? DropBatch { get; init; }

    /// <summary>Which frames <see cref="CodelOptions.CeThreshold"/> is for: value and mask of the traffic class.</summary>
    public (byte Value, byte Mask)? CeSelector { get; init; }
}

/// <summary>The kind <c>fq_codel</c>: reads its options in tc's words, with tc's complaints.</summary>
public sealed class FqCodelKind : QdiscKind
{
    private const string Usage = "Usage: ... fq_codel\t[ limit PACKETS ] [ flows NUMBER ]\n[ memory_limit BYTES ]\n[ target TIME ] [ interval TIME ]\n"
        + "[ quantum BYTES ] [ [no]ecn ]\n[ ce_threshold TIME ]\n[ ce_threshold_selector VALUE/MASK ]\n[ drop_batch SIZE ]";

    /// <inheritdoc/>
    public override string Name => "fq_codel";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new FqCodelQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        var options = new FqCodelOptions();
        while (!args.AtEnd)
        {
            var word = args.Next();
            options = word switch
            {
                "limit" => options with { Limit = CodelWords.Number(args, word) },
                "flows" => options with { Flows = CodelWords.Number(args, word) },
                "quantum" => options with { Quantum = CodelWords.Number(args, word) },
                "target" => options with { Target = CodelWords.Time(args, word) },
                "ce_threshold" => options with { CeThreshold = CodelWords.Threshold(args, word) },
                "ce_threshold_selector" => options with { CeSelector = Selector(args.Next(word), word) },
                "interval" => options with { Interval = CodelWords.Time(args, word) },
                "memory_limit" => options with { MemoryLimit = Memory(args.Next(word), word) },
                "drop_batch" => options with { DropBatch = CodelWords.Number(args, word) },
                "ecn" => options with { Ecn = true },
                "noecn" => options with { Ecn = false },
                "help" => throw new Iproute2Exception(Usage),
                _ => throw new Iproute2Exception($"What is \"{word}\"?\n{Usage}"),
            };
        }

        return options;
    }

    /// <summary>A size; the largest number there is means none, as in tc.</summary>
    private static uint? Memory(string text, string option)
    {
        if (!Units.TryParseSize(text, out var bytes)) throw CodelWords.Illegal(option);
        return bytes == uint.MaxValue ? null : bytes;
    }

    private static (byte Value, byte Mask) Selector(string text, string option)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) throw new Iproute2Exception(string.Create(CultureInfo.InvariantCulture, $"Missing mask for \"{option}\""));
        if (!TryByte(text[..slash], out var value)) throw CodelWords.Illegal(option);
        return TryByte(text[(slash + 1)..], out var mask) ? (value, mask) : throw new Iproute2Exception($"Illegal mask for \"{option}\"");
    }

    private static bool TryByte(string text, out byte value)
    {
        var read = Words.TryUnsigned(text, out var number) && number <= byte.MaxValue;
        value = (byte)number;
        return read;
    }
}
