using System.Globalization;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Whole numbers of the file within their ranges.</summary>
internal static class Numbers
{
    /// <summary>The number; <paramref name="fallback"/> when it is left out or wrong, which is reported.</summary>
    public static int Read(Written? value, string key, int low, int high, int fallback, ErrorList errors)
    {
        if (value is not { } written) return fallback;
        if (int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high) return number;
        errors.Add(written.Origin, $"{key} {Phrases.Quote(written.Text)} is no whole number from {low} to {high}",
            $"Write {key} = {fallback}, or another number in that range");
        return fallback;
    }

    /// <summary>A seed: any 64 bits.</summary>
    public static ulong? ReadSeed(Written? value, ErrorList errors)
    {
        if (value is not { } written) return null;
        if (ulong.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
        errors.Add(written.Origin, $"seed {Phrases.Quote(written.Text)} is no whole number from 0 to {ulong.MaxValue}", "Write a number such as seed = 42");
        return null;
    }
}
