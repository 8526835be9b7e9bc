using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>Times as topology files write them, for command lines.</summary>
public static class TopologyTime
{
    /// <summary>What to write, as a sentence without a full stop.</summary>
    public static string Remedy => LineTokens.TimeRemedy;

    /// <summary>Reads a time with its unit: us, ms, s, min or h; at most 366 days.</summary>
    /// <param name="text">Such as <c>60s</c>.</param>
    /// <param name="nanoseconds">The time.</param>
    public static bool TryRead(string text, out long nanoseconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LineTokens.TryTime(text, out nanoseconds) && nanoseconds <= LineTokens.MostTime;
    }
}
