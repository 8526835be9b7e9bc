using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>
/// One discipline per transmit queue under a common root (<c>net/sched/sch_mq.c</c>, rule MQ-01). Frames go to the queue's discipline directly; this one only adds
/// up what its children count.
/// </summary>
public sealed class MqQdisc : Qdisc, IClassfulQdisc, IPerQueueQdisc
{
    private readonly Qdisc[] _children;

    /// <summary>Without children yet; <see cref="Init"/> makes them.</summary>
    public MqQdisc(NetDevice device)
        : base(device)
    {
        _children = new Qdisc[device.TxQueues.Count];
        Array.Fill(_children, NoopQdisc.Instance);
    }

    /// <inheritdoc/>
    public override string Kind => "mq";

    /// <inheritdoc/>
    public override QdiscStats TotalStats
    {
        get
        {
            var sum = Stats;
            foreach (var child in _children)
            {
                sum.Bytes += child.TotalStats.Bytes;
                sum.Packets += child.TotalStats.Packets;
                sum.Drops += child.TotalStats.Drops;
                sum.Overlimits += child.TotalStats.Overlimits;
                sum.Requeues += child.TotalStats.Requeues;
            }

            return sum;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<TcClassInfo> Classes =>
        _children.Select((child, i) => new TcClassInfo(ClassId((uint)i + 1), TcHandle.Root, child, HasStatistics: true));

    /// <inheritdoc/>
    protected override int HeldFrames => _children.Sum(c => c.QLen);

    /// <inheritdoc/>
    protected override long HeldBytes => _children.Sum(c => c.Backlog);

    /// <summary>Gives every queue the default discipline.</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP: not a root, or the device has a single queue; EINVAL: the default kind refused.</exception>
    public override void Init(QdiscOptions? options, Instant now)
    {
        if (Parent != TcHandle.Root || _children.Length < 2) throw new RtnlException(Errno.EOPNOTSUPP);
        for (var i = 0; i < _children.Length; i++)
        {
            var child = QdiscKinds.Find(QdiscKinds.Default)!.Create(Device!);
            child.Parent = ClassId((uint)i + 1);
            child.ParentQdisc = this;
            child.Init(null, now);
            _children[i] = child;
        }
    }

    /// <inheritdoc/>
    public Qdisc QueueQdisc(int queue) => _children[queue];

    /// <inheritdoc/>
    public bool HasClass(uint minor) => minor - 1 < (uint)_children.Length;

    /// <inheritdoc/>
    public Qdisc Leaf(uint minor) => _children[minor - 1];

    /// <inheritdoc/>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now)
    {
        var old = _children[minor - 1];
        _children[minor - 1] = child ?? NoopQdisc.Instance;
        if (ReferenceEquals(Device!.RootQdisc, this)) QdiscAttachment.GraftQueue(Device.TxQueues[(int)minor - 1], _children[minor - 1]);
        return old;
    }

    /// <summary>Never called by the transmit path, which asks for the queue's discipline; it refuses.</summary>
    public override XmitResult Enqueue(SkBuff skb, Instant now) => Drop(skb);

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now) => null;

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => null;

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        foreach (var child in _children) child.Reset(now);
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        foreach (var child in _children) child.Destroy(now);
    }

    private uint ClassId(uint minor) => TcHandle.Major(Handle) | minor;
}
