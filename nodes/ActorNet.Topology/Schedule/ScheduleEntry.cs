using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>One line of a topology's <c>schedule</c>. Times are nanoseconds since the topology was up.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Target">The link, or a direction of it.</param>
public abstract record ScheduleEntry(HoconOrigin Origin, string Text, LinkTarget Target)
{
    /// <summary>Shortest period of a flap and step of a ramp that follows from nothing else, in nanoseconds.</summary>
    internal const long ShortestPeriod = 10_000_000;
}

/// <summary><c>at 10s: link left--right down</c>.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Target">The link.</param>
/// <param name="At">When.</param>
/// <param name="Change">What happens.</param>
public sealed record OnceEntry(HoconOrigin Origin, string Text, LinkTarget Target, long At, LinkChange Change) : ScheduleEntry(Origin, Text, Target);

/// <summary><c>from 10s to 20s: link left--right delay 10ms -> 50ms</c>: in equal steps, the first at the beginning, the last at the end.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Target">The link.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it is over.</param>
/// <param name="Steps">Steps behind the first one, 1 to <see cref="TopologyLimits.MaxRampSteps"/>.</param>
/// <param name="Ramps">What rises or falls.</param>
public sealed record RampEntry(HoconOrigin Origin, string Text, LinkTarget Target, long From, long To, int Steps, IReadOnlyList<LinkRamp> Ramps)
    : ScheduleEntry(Origin, Text, Target)
{
    /// <summary>When a step is due.</summary>
    /// <param name="step">0 to <see cref="Steps"/>.</param>
    public long TimeOf(int step) => From + (long)((Int128)(To - From) * step / Steps);

    /// <summary>What holds from a step on.</summary>
    public SetLinkSettings ChangeOf(int step) => new([.. Ramps.Select(r => new LinkPatch(r.First.Key, r.At(step, Steps)))]);
}

/// <summary><c>every 5s for 1s from 10s until 60s: link left--right down</c>: again and again, and back each time to what was before.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Target">The link.</param>
/// <param name="Period">From one beginning to the next.</param>
/// <param name="Lasts">How long it lasts, less than the period.</param>
/// <param name="From">The first beginning.</param>
/// <param name="Until">No beginning from here on, and the last one is over by then; <see cref="long.MaxValue"/> for ever.</param>
/// <param name="Change">What happens.</param>
public sealed record FlapEntry(HoconOrigin Origin, string Text, LinkTarget Target, long Period, long Lasts, long From, long Until, LinkChange Change)
    : ScheduleEntry(Origin, Text, Target);
