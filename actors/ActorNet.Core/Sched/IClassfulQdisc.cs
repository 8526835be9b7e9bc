using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>A class as <c>tc class show</c> lists it.</summary>
/// <param name="ClassId">Handle of the class.</param>
/// <param name="Parent">The class or qdisc it hangs under; <see cref="TcHandle.Root"/> when it is shown as root.</param>
/// <param name="Leaf">The discipline inside; the noop one when there is none.</param>
/// <param name="HasStatistics">Whether <c>-s</c> prints the leaf's counters.</param>
public readonly record struct TcClassInfo(uint ClassId, uint Parent, Qdisc Leaf, bool HasStatistics);

/// <summary>Counters of a class that are its own rather than those of what is inside.</summary>
/// <param name="Stats">Sent, dropped, overlimits, requeues.</param>
/// <param name="QLen">Packets held.</param>
/// <param name="Backlog">Bytes held.</param>
/// <param name="CountsSent">Whether it counts what was sent; what does not count it does not show it.</param>
public readonly record struct TcClassCounters(QdiscStats Stats, int QLen, long Backlog, bool CountsSent = true);

/// <summary>A discipline with classes, each of which holds another discipline (<c>struct Qdisc_class_ops</c>). Called by the namespace's owner.</summary>
public interface IClassfulQdisc
{
    /// <summary>Whether there is a class of that minor number.</summary>
    bool HasClass(uint minor);

    /// <summary>The discipline inside a class; the noop one when there is none.</summary>
    /// <param name="minor">Of a class that exists.</param>
    Qdisc Leaf(uint minor);

    /// <summary>Puts a discipline into a class.</summary>
    /// <param name="minor">Of a class that exists.</param>
    /// <param name="child">The new one, initialised; null to leave the class empty, so that it refuses frames.</param>
    /// <param name="now">The time.</param>
    /// <returns>What was inside; the caller destroys it.</returns>
    Qdisc Graft(uint minor, Qdisc? child, Instant now);

    /// <summary>Classes in the order in which <c>tc class show</c> lists them.</summary>
    IEnumerable<TcClassInfo> Classes { get; }

    /// <summary>The class's own counters; null when those of its leaf are shown.</summary>
    TcClassCounters? ClassCounters(uint minor) => null;

    /// <summary>Prints the options of a class, as text.</summary>
    void PrintClassOptions(uint minor, ShowWriter writer, bool details)
    {
        // Classes that come with their discipline have none.
    }

    /// <summary>Prints the counters that only this kind's classes have, as text.</summary>
    void PrintClassStatistics(uint minor, ShowWriter writer)
    {
        // Most have none.
    }
}
