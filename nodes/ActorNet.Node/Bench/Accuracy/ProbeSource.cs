using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Engine;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>The wire that a <see cref="ProbeSource"/> sends on.</summary>
internal sealed record PlugProbe(IWireSink Sink);

/// <summary>Send the frame of a number.</summary>
internal sealed record SendProbe(int Sequence);

/// <summary>A host that sends what it is told to.</summary>
internal sealed class ProbeSource : ReceiveActor
{
    private readonly ProbeFrame _frame;
    private IWireSink? _sink;

    public ProbeSource(ProbeFrame frame)
    {
        _frame = frame;
        Receive<PlugProbe>(plug => _sink = plug.Sink);
        Receive<SendProbe>(send => Send(send.Sequence));
    }

    /// <summary>The recipe.</summary>
    public static Props Configure(ProbeFrame frame) => Props.Create(() => new ProbeSource(frame));

    private void Send(int sequence)
    {
        var sink = _sink ?? throw new InvalidOperationException("no wire was plugged in.");
        var skb = sink.Pool.Rent(_frame.Bytes) ?? throw new InvalidOperationException("the pool is empty: more frames wait than it holds.");
        _frame.Write(skb.Span, sequence);
        sink.Receive(skb);
        sink.EndOfBurst();
    }
}

/// <summary>A host that notes what arrives, and when.</summary>
internal sealed class ProbeSink : IWire
{
    private readonly ProbeFrame _frame;
    private readonly Observation _observation;
    private readonly Func<long> _clock;

    public ProbeSink(ProbeFrame frame, Observation observation, Func<long> clock)
    {
        _frame = frame;
        _observation = observation;
        _clock = clock;
    }

    public DeviceFeatures Offloads => DeviceFeatures.None;

    public WireStatus Write(SkBuff skb, int queue)
    {
        switch (_frame.Read(skb.Frame, out var sequence))
        {
            case ProbeVerdict.Whole:
                _observation.OnArrival(sequence, _clock());
                break;
            case ProbeVerdict.Damaged:
                _observation.OnDamaged();
                break;
        }

        return WireStatus.Written;
    }
}
