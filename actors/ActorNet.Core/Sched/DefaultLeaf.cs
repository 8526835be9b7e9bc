namespace ActorNet.Core.Sched;

/// <summary>The queue that a class has until the user puts another into it (<c>qdisc_create_dflt</c> with <c>pfifo</c>).</summary>
internal static class DefaultLeaf
{
    /// <summary>A hidden pfifo as long as the device's queue.</summary>
    /// <param name="parent">The discipline with the class.</param>
    /// <param name="classId">The class.</param>
    /// <param name="now">The time.</param>
    /// <param name="listed">Whether <c>tc qdisc show invisible</c> lists it.</param>
    public static Qdisc NewLeaf(this Qdisc parent, uint classId, Instant now, bool listed = true)
    {
        var leaf = new FifoQdisc(parent.Device!, inBytes: false) { Invisible = true, Unlisted = !listed, Parent = classId, ParentQdisc = parent };
        leaf.Init(null, now);
        return leaf;
    }
}
