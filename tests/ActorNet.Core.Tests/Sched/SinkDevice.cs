using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tests.Sched;

/// <summary>A device with a qdisc whose driver only notes what it is handed, and when.</summary>
internal sealed class SinkDevice(string name, int txQueues = 1) : NetDevice(name, txQueues)
{
    public List<(long At, int Length, byte Mark, int Queue)> Sent { get; } = [];

    /// <summary>The driver takes this many more frames and then stops its queue.</summary>
    public int Room { get; set; } = int.MaxValue;

    public override string Kind => "sink";

    public IEnumerable<byte> Marks => Sent.Select(s => s.Mark);

    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        if (Room == 0)
        {
            queue.Stop();
            return TxStatus.Busy;
        }

        Room--;
        var frame = skb.Frame;
        Sent.Add((Runtime.Now.Nanoseconds, frame.Length, frame[EthernetHeader.Size], queue.Index));
        skb.Free(DropReason.Sink);
        return TxStatus.Ok;
    }
}
