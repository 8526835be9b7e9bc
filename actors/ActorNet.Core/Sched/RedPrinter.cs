using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>What red and sfq print alike.</summary>
internal static class RedPrinter
{
    private const double Two32 = 4294967296.0;

    /// <summary>A size: bytes in JSON.</summary>
    public static void Size(ShowWriter writer, string key, uint bytes) => writer.Unsigned(key, null, bytes).Plain($"{key} {Units.FormatSize(bytes)} ");

    /// <summary>A share of 2^32.</summary>
    public static void Chance(ShowWriter writer, uint share) => writer.Rounded("probability", "probability {0} ", share / Two32);

    /// <summary>The switches: in JSON all of them, in text those that are on.</summary>
    public static void Switches(ShowWriter writer, RedOptions options) =>
        writer.Flag("ecn", "ecn ", options.Ecn).Flag("harddrop", "harddrop ", options.HardDrop)
            .Flag("adaptive", "adaptive ", options.Adaptive).Flag("nodrop", "nodrop ", options.NoDrop);
}
