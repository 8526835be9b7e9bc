using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>One line of a topology's <c>expect</c>: what holds when the traffic is over.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Unit">What the value counts.</param>
public abstract record Expectation(HoconOrigin Origin, string Text, QuantityUnit Unit);

/// <summary><c>voice delay p99 &lt; 30ms</c>, <c>bulk done</c>.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Flow">The traffic.</param>
/// <param name="Metric">What is measured of it.</param>
/// <param name="Statistic">Which of many values; null where there is one.</param>
/// <param name="Bound">How it has to lie; null for <see cref="FlowMetric.Done"/>.</param>
public sealed record FlowExpectation(HoconOrigin Origin, string Text, QuantityUnit Unit, TrafficFlow Flow, FlowMetric Metric, Statistic? Statistic, Bound? Bound)
    : Expectation(Origin, Text, Unit);

/// <summary><c>lab:ifb0 dropped > 0</c>.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Box">The box.</param>
/// <param name="Device">The device, which is there once the setup has run.</param>
/// <param name="Counter">The counter.</param>
/// <param name="Bound">How it has to lie.</param>
public sealed record DeviceExpectation(HoconOrigin Origin, string Text, QuantityUnit Unit, string Box, string Device, DeviceCounter Counter, Bound Bound) : Expectation(Origin, Text, Unit);

/// <summary><c>lab drops == 0</c>, <c>lab drops.QdiscFull > 0</c>: frames that all boxes together gave up while the traffic ran.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Reason">Why they were given up, a name of <see cref="Core.Frames.DropReason"/>; null for any reason.</param>
/// <param name="Bound">How many it has to be.</param>
public sealed record DropExpectation(HoconOrigin Origin, string Text, string? Reason, Bound Bound) : Expectation(Origin, Text, QuantityUnit.Count)
{
    /// <summary>What the whole lab is called, whatever its boxes are called.</summary>
    public const string Subject = "lab";
}
