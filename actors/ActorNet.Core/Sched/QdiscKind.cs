using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Checked options of one kind of qdisc; each kind derives its own record.</summary>
public abstract record QdiscOptions;

/// <summary>One kind of qdisc: how its options read in tc's words, and how to make one. Registered in <see cref="QdiscKinds"/>.</summary>
public abstract class QdiscKind
{
    /// <summary>Name in tc.</summary>
    public abstract string Name { get; }

    /// <summary>Reads the words behind the kind, all of them.</summary>
    /// <returns>The options; null when no word was given.</returns>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong: the sentence is the one that tc prints.</exception>
    public abstract QdiscOptions? Parse(ArgReader args);

    /// <summary>Whether users make classes of it, which have options.</summary>
    public virtual bool HasClassOptions => false;

    /// <summary>Reads the words of a class behind the kind, all of them.</summary>
    /// <returns>The options; null when no word was given and the kind needs none.</returns>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong, or the kind has no classes of the user's making.</exception>
    public virtual ClassOptions? ParseClass(ArgReader args) => throw new Iproute2Exception($"Error: Qdisc \"{Name}\" is classless.");

    /// <summary>Makes a discipline for the device; <see cref="Qdisc.Init"/> follows.</summary>
    public abstract Qdisc Create(NetDevice device);
}
