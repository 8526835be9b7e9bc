namespace ActorNet.Core.Tc;

/// <summary>
/// A numbered list of classifiers, sorted by preference (<c>struct tcf_chain</c>). It lives as long as it has classifiers, was added by itself, or an action
/// goes to it.
/// </summary>
public sealed class TcfChain
{
    internal TcfChain(TcfBlock block, uint number)
    {
        Block = block;
        Number = number;
    }

    /// <summary>The block it is in.</summary>
    public TcfBlock Block { get; }

    /// <summary>Number, 0 is where every walk begins.</summary>
    public uint Number { get; }

    /// <summary>The classifiers in the order they are asked. Replaced as a whole on a change, so that a walk under way stays valid.</summary>
    public Classifier[] Classifiers { get; private set; } = [];

    /// <summary>Nobody but actions refers to it: users do not see such a chain.</summary>
    public bool IsHeldByActionsOnly => References == 0;

    /// <summary>What its filters must fit; null for anything.</summary>
    public ChainTemplate? Template { get; internal set; }

    /// <summary>Added by <c>tc chain add</c>.</summary>
    internal bool IsExplicit { get; set; }

    /// <summary>Classifiers, commands under way, and one when it was added by itself.</summary>
    internal int References { get; set; }

    /// <summary>Actions that go to it.</summary>
    internal int ActionReferences { get; set; }

    /// <summary>The classifier of that preference; null when there is none.</summary>
    public Classifier? Find(uint pref) => Array.Find(Classifiers, c => c.Pref == pref);

    internal void Insert(Classifier classifier)
    {
        var at = Array.FindIndex(Classifiers, c => c.Pref > classifier.Pref);
        var list = Classifiers.ToList();
        list.Insert(at < 0 ? list.Count : at, classifier);
        Classifiers = [.. list];
    }

    internal void Remove(Classifier classifier) => Classifiers = Array.FindAll(Classifiers, c => !ReferenceEquals(c, classifier));
}
