using ActorNet.Core.Devices;

namespace ActorNet.Core.Sched;

/// <summary>A discipline that decides when frames leave and lets another one hold them, in its only class (<c>tbf</c>, <c>red</c>): tc may name that class by any number.</summary>
public abstract class SingleChildQdisc : Qdisc, IClassfulQdisc
{
    /// <summary>Minor number that the class is shown with.</summary>
    protected const uint OnlyClass = 1;

    /// <summary>A discipline that holds nothing yet: <see cref="Child"/> is noop.</summary>
    protected SingleChildQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <summary>The discipline that holds the frames.</summary>
    public Qdisc Child { get; protected set; } = NoopQdisc.Instance;

    /// <inheritdoc/>
    public IEnumerable<TcClassInfo> Classes => [new(Handle | OnlyClass, Handle, Child, HasStatistics: false)];

    /// <summary>True for every minor.</summary>
    public bool HasClass(uint minor) => true;

    /// <inheritdoc/>
    public Qdisc Leaf(uint minor) => Child;

    /// <inheritdoc/>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now)
    {
        var old = Child;
        Child = child ?? NoopQdisc.Instance;
        return old;
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        Child.Destroy(now);
    }
}
