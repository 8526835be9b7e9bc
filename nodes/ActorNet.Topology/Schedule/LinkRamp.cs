using System.Globalization;
using static ActorNet.Topology.LinkSetting;

namespace ActorNet.Topology;

/// <summary>A setting that goes in a straight line from one value to another.</summary>
/// <param name="First">Its first value.</param>
/// <param name="Last">Its last value, of the same key.</param>
public sealed record LinkRamp(LinkSetting First, LinkSetting Last)
{
    /// <summary>What can rise and fall: one number each.</summary>
    internal static readonly string[] Keys = [Names.Delay, Names.Jitter, Names.Loss, Names.Duplicate, Names.Corrupt, Names.Reorder, Names.Rate];

    /// <summary>The value of a step.</summary>
    /// <param name="step">0 for the first value.</param>
    /// <param name="steps">The number of the step with the last value.</param>
    public LinkSetting At(int step, int steps)
    {
        if (step <= 0) return First;
        if (step >= steps) return Last;
        var amount = First.Amount + ((Last.Amount - First.Amount) * step / steps);
        return First.Key switch
        {
            // netem's grain is the microsecond, a rate's the bit.
            Names.Delay or Names.Jitter => Make(Math.Round(amount / 1e3), "us", 1e3),
            Names.Rate => Make(Math.Max(8, Math.Round(amount * 8)), "bit", 1 / 8.0),
            _ => Make(Math.Round(amount, 6), "%", 1),
        };
    }

    private LinkSetting Make(double number, string unit, double worth) =>
        new(First.Key, number.ToString("0.######", CultureInfo.InvariantCulture) + unit, number * worth);
}
