using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Prints a policer as tc does: rates and sizes in text only, which JSON lacks.</summary>
internal static class PolicePrinter
{
    /// <summary>Prints what stands in front of the references, of which tc gives it a line of its own.</summary>
    public static void Print(ShowWriter writer, PoliceSpec spec, uint index)
    {
        writer.Text("kind", null, "police").Plain(FormattableString.Invariant($" police 0x{index:x} ")).Unsigned("index", null, index);
        Plain(writer, "rate", Units.FormatRate(spec.Rate));
        Plain(writer, "burst", Units.FormatSize(PschedTicks.ToBytes(spec.Rate, spec.BurstTicks)));
        Plain(writer, "mtu", Units.FormatSize(spec.EffectiveMtu));
        if (spec.Rate != 0 && spec.PeakRate != 0) Plain(writer, "peakrate", Units.FormatRate(spec.PeakRate));
        if (spec.PacketRate != 0)
        {
            writer.Unsigned("pkts_rate", "pkts_rate {0} ", spec.PacketRate);
            writer.Unsigned("pkts_burst", "pkts_burst {0} ", PschedTicks.ToBytes(spec.PacketRate, spec.PacketBurstTicks));
        }

        TcControlPrinter.Print(writer, spec.Control, "action ");
        if (spec.Result != new TcControl(TcVerdict.Ok)) TcControlPrinter.Print(writer, spec.Result, "/");
        writer.Plain(" overhead " + Units.FormatSize(spec.Overhead) + " ").Number("overhead", null, spec.Overhead);
        if (spec.Atm || writer.Details) writer.Text("linklayer", "linklayer {0} ", spec.Rate == 0 ? "unspec" : spec.Atm ? "atm" : "ethernet");
    }

    private static void Plain(ShowWriter writer, string word, string value) => writer.Plain(word + " " + value + " ");
}
