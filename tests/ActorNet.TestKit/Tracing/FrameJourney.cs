using System.Globalization;

namespace ActorNet.TestKit;

/// <summary>Where a frame, and what was copied from it, has been, in order.</summary>
public sealed class FrameJourney
{
    internal FrameJourney(ulong frame, IReadOnlyList<TraceStation> stations)
    {
        Frame = frame;
        Stations = stations;
    }

    /// <summary>Number of the frame.</summary>
    public ulong Frame { get; }

    /// <summary>The stations that the trace still has.</summary>
    public IReadOnlyList<TraceStation> Stations { get; }

    /// <summary>A heading and a line for each station.</summary>
    public override string ToString() => Text(Stations.Count);

    /// <summary>The last stations only.</summary>
    internal string Text(int last)
    {
        var skipped = Math.Max(0, Stations.Count - last);
        var heading = Stations.Count == 0 ? "the trace has none of its stations" : skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{skipped} earlier stations, then");
        return string.Create(CultureInfo.InvariantCulture, $"frame {Frame}{(heading.Length == 0 ? "" : ": ")}{heading}\n") + string.Concat(Stations.Skip(skipped).Select(s => $"  {s}\n"));
    }
}
