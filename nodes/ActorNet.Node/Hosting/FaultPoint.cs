using System.Diagnostics;

namespace ActorNet.Node.Hosting;

/// <summary>
/// Places where the daemon can be told to kill itself, so that tests see what a crash at exactly that place leaves. Costs a comparison at a place that is
/// passed once in the life of a topology.
/// </summary>
internal static class FaultPoint
{
    /// <summary>The variable that names the place, for example <c>after:hosts</c>.</summary>
    public const string Variable = "ACTORNET_TEST_FAULT";

    /// <summary>The places, in the order in which a topology's life passes them.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "before:ledger", "after:ledger", "after:record", "after:hosts", "after:boxes", "after:setup", "after:socket", "after:ready",
        "down:begin", "down:boxes", "down:hosts", "down:ledger",
    ];

    private static readonly string? Chosen = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Ends the process with SIGKILL when this is the place. Nothing is flushed, disposed or caught.</summary>
    public static void Pass(string place)
    {
        if (!string.Equals(place, Chosen, StringComparison.Ordinal)) return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
