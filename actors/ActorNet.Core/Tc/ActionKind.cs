using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>One kind of action: how tc's words for it read. Registered in <see cref="ActionKinds"/>.</summary>
public abstract class ActionKind
{
    /// <summary>Name in tc.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Reads one action up to the word that does not belong to it: <c>action</c>, <c>cookie</c>, <c>flowid</c>, <c>classid</c>, the next kind, or the end.
    /// </summary>
    /// <param name="args">At the word of the kind; for <c>gact</c> it may stand at a verdict instead.</param>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong: the sentences are those that tc prints, see <see cref="ActionParser.Bad"/>.</exception>
    public abstract ActionSpec Parse(ArgReader args);
}
