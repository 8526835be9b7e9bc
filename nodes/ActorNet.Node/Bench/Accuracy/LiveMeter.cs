using System.Diagnostics;
using ActorNet.Linux;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Packets;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>
/// Sends frames in real time and notes when they left one host and reached the other. Both moments are the kernel's own time stamps of packet sockets, so that neither the
/// sender's nor the reader's own delays count.
/// </summary>
internal sealed class LiveMeter
{
    /// <summary>Room for the frames of a second or two that nobody has read yet, or that wait on their way.</summary>
    private const int BufferBytes = 64 << 20;

    private const int MaxFrame = 2048;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly byte[] _buffer = new byte[MaxFrame];
    private readonly ProbeFrame _frame;
    private readonly Observation _observation;
    private volatile bool _sending = true;
    private Exception? _failure;

    private LiveMeter(Traffic traffic, uint run)
    {
        _frame = new ProbeFrame(traffic, run);
        _observation = new Observation(traffic);
    }

    /// <summary>Measures; takes as long as the traffic and the rest behind it.</summary>
    /// <param name="ends">The hosts.</param>
    /// <param name="traffic">What is sent.</param>
    /// <param name="rest">How long frames may need behind the last one.</param>
    /// <param name="run">Number of the run, different from that of the one before.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NodeException">The sender failed.</exception>
    public static Observation Measure(TapPath ends, Traffic traffic, TimeSpan rest, uint run, CancellationToken stop)
    {
        using var alice = NetworkNamespace.Open(ends.Sender);
        using var bob = NetworkNamespace.Open(ends.Receiver);
        using var leaving = PacketSocket.Open(alice, TapPath.Device, BufferBytes, stamps: true);
        using var arriving = PacketSocket.Open(bob, TapPath.Device, BufferBytes, stamps: true);
        using var output = PacketSocket.Open(alice, TapPath.Device, sendBufferBytes: BufferBytes);
        var meter = new LiveMeter(traffic, run);
        var sender = new Thread(() => meter.Send(output, stop)) { Name = "bench sender", IsBackground = true };
        sender.Start();
        meter.Collect(leaving, arriving, rest, stop);
        sender.Join();
        stop.ThrowIfCancellationRequested();
        return meter._failure is null ? meter._observation : throw new NodeException($"the sender failed: {meter._failure.Message}", ExitCodes.Failed, meter._failure);
    }

    /// <summary>Sends each frame at its time. Sleeps rather than spins: on a small machine the path needs the processor; a late frame is stamped late and does no harm.</summary>
    private void Send(PacketSocket output, CancellationToken stop)
    {
        try
        {
            var frame = new byte[_frame.Bytes];
            var begin = Stopwatch.GetTimestamp();
            for (var sequence = 0; sequence < _observation.Traffic.Frames && !stop.IsCancellationRequested; sequence++)
            {
                while (Elapsed(begin) < sequence * _observation.Traffic.Interval) Thread.Sleep(Pause);
                _frame.Write(frame, sequence);
                // A frame that finds no room is not sent: waiting for it would let the queue of one flow slow all of them down.
                output.Send(frame);
            }
        }
        catch (LinuxException failure)
        {
            _failure = failure;
        }
        finally
        {
            _sending = false;
        }
    }

    private void Collect(PacketSocket leaving, PacketSocket arriving, TimeSpan rest, CancellationToken stop)
    {
        var quietSince = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested && (_sending || Stopwatch.GetElapsedTime(quietSince) < rest))
        {
            if (_sending) quietSince = Stopwatch.GetTimestamp();
            arriving.WaitReadable(Look);
            DrainLeaving(leaving);
            DrainArriving(arriving);
        }
    }

    private void DrainLeaving(PacketSocket leaving)
    {
        int length;
        while ((length = leaving.Receive(_buffer, out var info)) > 0)
        {
            if (info.Direction == PacketDirection.Outgoing && _frame.Read(_buffer.AsSpan(0, length), out var sequence) == ProbeVerdict.Whole)
                _observation.OnSent(sequence, info.Nanoseconds);
        }
    }

    private void DrainArriving(PacketSocket arriving)
    {
        int length;
        while ((length = arriving.Receive(_buffer, out var info)) > 0)
        {
            if (info.Direction == PacketDirection.Outgoing) continue;
            var verdict = _frame.Read(_buffer.AsSpan(0, length), out var sequence);
            if (verdict == ProbeVerdict.Whole) _observation.OnArrival(sequence, info.Nanoseconds);
            else if (verdict == ProbeVerdict.Damaged) _observation.OnDamaged();
        }
    }

    private static long Elapsed(long begin) => (long)(Stopwatch.GetElapsedTime(begin).TotalSeconds * NanosecondsPerSecond);
}
