using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Xunit;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>
/// How long, and with which seed: without any environment variable a fixed number of cases of a fixed seed, the same on every machine.
/// <c>ACTORNET_FUZZ_SECONDS</c> shares that time among the targets and takes a random seed, which every failure prints; <c>ACTORNET_FUZZ_SEED</c> sets the seed,
/// <c>ACTORNET_FUZZ_CASE</c> runs that case alone.
/// </summary>
internal static class FuzzSettings
{
    private const ulong UsualSeed = 1;

    /// <summary>Seed of the run.</summary>
    public static ulong Seed { get; } = Number("ACTORNET_FUZZ_SEED") ?? (Number("ACTORNET_FUZZ_SECONDS") is null ? UsualSeed : Random());

    /// <summary>The only case to run; null for all.</summary>
    public static ulong? OnlyCase { get; } = Number("ACTORNET_FUZZ_CASE");

    /// <summary>Time of one target; null for a fixed number of cases.</summary>
    public static TimeSpan? TimePerTarget { get; } = Number("ACTORNET_FUZZ_SECONDS") is { } seconds ? TimeSpan.FromSeconds(seconds) / Targets() : null;

    private static int Targets() => typeof(FuzzSettings).Assembly.GetTypes()
        .Where(static t => t.Namespace?.EndsWith(".Targets", StringComparison.Ordinal) == true)
        .Sum(static t => t.GetMethods().Count(static m => m.GetCustomAttribute<FactAttribute>() is not null));

    private static ulong Random() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    private static ulong? Number(string variable)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(text)) return null;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new InvalidOperationException($"{variable} is \"{text}\"; it must be a number.");
    }
}
