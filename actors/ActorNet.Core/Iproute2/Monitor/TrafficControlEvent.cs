using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>A change in traffic control, worded where it happened.</summary>
internal sealed class TrafficControlEvent(string text) : MonitorEvent
{
    /// <inheritdoc/>
    public override MonitorTopics Topic => MonitorTopics.TrafficControl;

    /// <inheritdoc/>
    internal override string Label => "TC";

    /// <inheritdoc/>
    internal override void Print(ShowWriter writer, ShowOptions show, MonitorProgram program) => writer.Plain(text);
}
