using System.Globalization;

namespace ActorNet.Conformance.Tests.Generating;

/// <summary>The seed of a run: <c>ACTORNET_SEED</c> gives another one, the word <c>random</c> draws one. Without it every run has the same scripts, so that a failure is a change of the code.</summary>
internal static class Seeds
{
    /// <summary>The same wherever it is asked for in one run.</summary>
    public static int OfThisRun { get; } = Choose();

    /// <summary>The seed when nobody gives one.</summary>
    public const int Default = 12;

    private static int Choose() => Environment.GetEnvironmentVariable("ACTORNET_SEED") switch
    {
        null or "" => Default,
        "random" => Random.Shared.Next(1, int.MaxValue),
        var given => int.Parse(given, CultureInfo.InvariantCulture),
    };
}
