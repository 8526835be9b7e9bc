using System.Diagnostics;

namespace ActorNet.Node.Tests.Harness;

/// <summary>Waits for something that another process does.</summary>
internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static void Until(Func<bool> condition, string what)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience) throw new TimeoutException($"not within {Patience}: {what}");
            Thread.Yield();
        }
    }
}
