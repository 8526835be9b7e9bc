using ActorNet.Engine.Loops;
using ActorNet.Linux.Loops;
using ActorNet.Linux.Tap;

namespace ActorNet.Linux.Tests.Support;

/// <summary>Carries frames between two TAP queues on a thread of its own: the smallest program that uses poller and TAPs together.</summary>
internal sealed class TapPump : IDisposable
{
    private readonly EpollPoller _poller = new();
    private readonly Thread _thread;
    private volatile bool _stop;
    private bool _disposed;

    internal TapPump(TapQueue one, TapQueue other)
    {
        _poller.Add(one.Descriptor, PollEvents.Readable, new Direction(this, one, other));
        _poller.Add(other.Descriptor, PollEvents.Readable, new Direction(this, other, one));
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Longest frame so far, in bytes with its vnet header. Read it after <see cref="Dispose"/>.</summary>
    internal int Longest { get; private set; }

    internal int Refused { get; private set; }

    internal Exception? Failure { get; private set; }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _stop = true;
        _poller.Wake();
        _thread.Join();
        _poller.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!_stop) _poller.Poll(-1);
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
    }

    private sealed class Direction(TapPump pump, TapQueue from, TapQueue to) : IPollable
    {
        private readonly byte[] _buffer = GC.AllocateArray<byte>(VnetHeader.MaxReadBytes, pinned: true);

        public void OnReady(PollEvents events)
        {
            for (int burst = 0; burst < 16; burst++)
            {
                int count = from.Read(_buffer);
                if (count == 0) return;
                pump.Longest = Math.Max(pump.Longest, count);
                if (to.Write(_buffer.AsSpan(0, count)) != TapWrite.Written) pump.Refused++;
            }
        }
    }
}
