using ActorNet.Actors.Hosts;

namespace ActorNet.TestKit;

/// <summary>A generated flow of datagrams under way.</summary>
public sealed class UdpFlow
{
    private readonly LabHost _target;

    internal UdpFlow(LabHost target, int number, LabTask<UdpSent> sending)
    {
        _target = target;
        Number = number;
        Sending = sending;
    }

    /// <summary>Number of the flow.</summary>
    public int Number { get; }

    /// <summary>The sender's part: over when the last datagram left.</summary>
    public LabTask<UdpSent> Sending { get; }

    /// <summary>What has arrived so far.</summary>
    public UdpFlowReport Received => _target.FlowReport(Number);

    /// <summary>Lets time pass until the last datagram left, and says what has arrived by then.</summary>
    public UdpResult Wait() => Result(Sending.Wait());

    internal UdpResult Result(UdpSent sent) => new(sent, Received);
}
