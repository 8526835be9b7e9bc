using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Prints a network emulator as <c>tc qdisc show</c> does: percentages and words as text, shares of one and seconds in JSON.</summary>
internal static class NetemPrinter
{
    /// <summary>Everything it does.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="options">All of them set.</param>
    public static void Print(ShowWriter writer, NetemOptions options)
    {
        writer.Unsigned("limit", "limit {0}", options.Limit);
        PrintDelay(writer, options);
        if (options.Loss > 0) Chance(writer, "loss-random", "loss", new NetemChance(options.Loss, options.Correlations!.Value.Loss));
        PrintLossModel(writer, options.LossModel);
        if (options.Duplicate > 0) Chance(writer, "duplicate", "duplicate", new NetemChance(options.Duplicate, options.Correlations!.Value.Duplicate));
        if (options.Reorder is { Probability: > 0 } reorder) Chance(writer, "reorder", "reorder", reorder);
        if (options.Corrupt is { Probability: > 0 } corrupt) Chance(writer, "corrupt", "corrupt", corrupt);
        if (options.Rate is { BytesPerSecond: > 0 } rate) PrintRate(writer, rate);
        if (options.Slot is { } slot) PrintSlot(writer, slot);
        writer.Flag("ecn", " ecn ", options.Ecn == true);
        Number(writer, "gap", options.Gap);
        if (options.Seed is { } seed) writer.Unsigned("seed", " seed {0}", seed);
    }

    private static void PrintDelay(ShowWriter writer, NetemOptions options)
    {
        if (options.LatencyTicks == 0) return;
        var (latency, jitter) = (PschedTicks.ToMicroseconds(options.LatencyTicks), PschedTicks.ToMicroseconds(options.JitterTicks));
        writer.OpenObject("delay").Plain(" delay " + Units.FormatMicroseconds(latency));
        if (options.JitterTicks > 0) writer.Plain("  " + Units.FormatMicroseconds(jitter));
        writer.Rounded("delay", null, latency / 1e6).Rounded("jitter", null, jitter / 1e6);
        Correlation(writer, options.Correlations!.Value.Delay, shown: options.JitterTicks > 0);
        writer.CloseObject();
    }

    private static void PrintLossModel(ShowWriter writer, NetemLossModel model)
    {
        if (model.Kind == NetemLossKind.State)
        {
            writer.OpenObject("loss-state");
            Share(writer, "p13", " loss state p13", model.A1);
            Share(writer, "p31", " p31", model.A2);
            Share(writer, "p32", " p32", model.A3);
            Share(writer, "p23", " p23", model.A5);
            Share(writer, "p14", " p14", model.A4);
            writer.CloseObject();
        }
        else if (model.Kind == NetemLossKind.GilbertElliott)
        {
            writer.OpenObject("loss-gemodel");
            Share(writer, "p", " loss gemodel p", model.A1);
            Share(writer, "r", " r", model.A2);
            Share(writer, "1-h", " 1-h", uint.MaxValue - model.A3);
            Share(writer, "1-k", " 1-k", model.A4);
            writer.CloseObject();
        }
    }

    private static void PrintRate(ShowWriter writer, NetemRate rate)
    {
        writer.OpenObject("rate").Plain(" rate " + Units.FormatRate(rate.BytesPerSecond)).Unsigned("rate", null, rate.BytesPerSecond);
        Number(writer, "packetoverhead", rate.PacketOverhead);
        Number(writer, "cellsize", rate.CellSize);
        Number(writer, "celloverhead", rate.CellOverhead);
        writer.CloseObject();
    }

    private static void PrintSlot(ShowWriter writer, NetemSlot slot)
    {
        writer.OpenObject("slot");
        if (slot.DistributionJitter > 0)
        {
            Time(writer, "distribution", " slot distribution ", slot.DistributionDelay);
            Time(writer, "jitter", " ", slot.DistributionJitter);
        }
        else
        {
            Time(writer, "min-delay", " slot ", slot.MinDelay);
            Time(writer, "max-delay", " ", slot.MaxDelay);
        }

        Number(writer, "packets", slot.MaxPackets);
        Number(writer, "bytes", slot.MaxBytes);
        writer.CloseObject();
    }

    private static void Chance(ShowWriter writer, string name, string key, NetemChance chance)
    {
        writer.OpenObject(name);
        Share(writer, key, " " + key, chance.Probability);
        Correlation(writer, chance.Correlation, shown: true);
        writer.CloseObject();
    }

    private static void Correlation(ShowWriter writer, uint correlation, bool shown)
    {
        if (writer.IsJson) writer.Rounded("correlation", null, Share(correlation));
        else if (shown && correlation > 0) writer.Rounded(null, " {0}%", 100 * Share(correlation));
    }

    private static void Share(ShowWriter writer, string key, string label, uint share)
    {
        if (writer.IsJson) writer.Rounded(key, null, Share(share));
        else writer.Rounded(null, label + " {0}%", 100.0 * share / uint.MaxValue);
    }

    private static double Share(uint share) => share / (double)uint.MaxValue;

    private static void Time(ShowWriter writer, string key, string label, long nanoseconds) =>
        writer.Plain(label + Units.FormatTime(nanoseconds)).Rounded(key, null, nanoseconds / 1e9);

    private static void Number(ShowWriter writer, string key, long value) => writer.Number(key, value == 0 ? null : " " + key + " {0}", value);
}
