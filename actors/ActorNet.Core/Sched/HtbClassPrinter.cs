using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Prints the rates of a class as <c>tc class show</c> does, in text alone: tc 6.1 has no JSON for classes.</summary>
internal static class HtbClassPrinter
{
    /// <summary>Rate, ceiling and buckets.</summary>
    public static void PrintRates(HtbClass item, ShowWriter writer, bool details)
    {
        var (rate, ceil) = (item.Rate, item.Ceil);
        writer.Plain($"rate {Units.FormatRate(rate.BytesPerSecond)} ");
        if (rate.Overhead > 0) writer.Plain(FormattableString.Invariant($"overhead {rate.Overhead} "));
        writer.Plain($"ceil {Units.FormatRate(ceil.BytesPerSecond)} ");
        if (rate.Atm || details) writer.Plain(rate.Atm ? "linklayer atm " : "linklayer ethernet ");
        var burst = Units.FormatSize(PschedTicks.ToBytes(rate.BytesPerSecond, PschedTicks.FromNanoseconds(item.Buffer)));
        var ceilBurst = Units.FormatSize(PschedTicks.ToBytes(ceil.BytesPerSecond, PschedTicks.FromNanoseconds(item.CeilBuffer)));
        if (!details)
        {
            writer.Plain($"burst {burst} cburst {ceilBurst} ");
            return;
        }

        var mpu = Units.FormatSize((ulong)rate.Minimum);
        writer.Plain(FormattableString.Invariant($"burst {burst}/1 mpu {mpu} cburst {ceilBurst}/1 mpu {mpu} level {item.Level} "));
    }
}
