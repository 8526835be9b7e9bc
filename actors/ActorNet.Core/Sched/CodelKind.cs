using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options of codel.</summary>
public sealed record CodelQdiscOptions : CodelOptions;

/// <summary>The kind <c>codel</c>: reads its options in tc's words, with tc's complaints.</summary>
public sealed class CodelKind : QdiscKind
{
    private const string Usage = "Usage: ... codel [ limit PACKETS ] [ target TIME ]\n\t\t [ interval TIME ] [ ecn | noecn ]\n\t\t [ ce_threshold TIME ]";

    /// <inheritdoc/>
    public override string Name => "codel";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new CodelQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        var options = new CodelQdiscOptions();
        while (!args.AtEnd)
        {
            var word = args.Next();
            options = word switch
            {
                "limit" => options with { Limit = CodelWords.Number(args, word) },
                "target" => options with { Target = CodelWords.Time(args, word) },
                "ce_threshold" => options with { CeThreshold = CodelWords.Threshold(args, word) },
                "interval" => options with { Interval = CodelWords.Time(args, word) },
                "ecn" => options with { Ecn = true },
                "noecn" => options with { Ecn = false },
                "help" => throw new Iproute2Exception(Usage),
                _ => throw new Iproute2Exception($"What is \"{word}\"?\n{Usage}"),
            };
        }

        return options;
    }
}
