using System.Globalization;

namespace ActorNet.Conformance.Tests.Generating;

/// <summary>The seed of a run: <c>ACTORNET_SEED</c> repeats one, otherwise a new one is drawn.</summary>
internal static class Seeds
{
    /// <summary>The same wherever it is asked for in one run.</summary>
    public static int OfThisRun { get; } = Choose();

    private static int Choose() =>
        Environment.GetEnvironmentVariable("ACTORNET_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next(1, int.MaxValue);
}
