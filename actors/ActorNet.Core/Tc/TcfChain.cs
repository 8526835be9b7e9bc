namespace ActorNet.Core.Tc;

/// <summary>A numbered list of classifiers, sorted by preference (<c>struct tcf_chain</c>).</summary>
public sealed class TcfChain
{
    internal TcfChain(uint number) => Number = number;

    /// <summary>Number, 0 is where every walk begins.</summary>
    public uint Number { get; }

    /// <summary>The classifiers in the order they are asked. Replaced as a whole on a change, so that a walk under way stays valid.</summary>
    public Classifier[] Classifiers { get; private set; } = [];

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
