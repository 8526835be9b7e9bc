using ActorNet.Core.Tc.Basic;
using ActorNet.Core.Tc.Bpf;
using ActorNet.Core.Tc.Flower;

namespace ActorNet.Core.Tc;

/// <summary>Every kind of classifier. A new kind is one file, one line here, and one test file.</summary>
public static class ClassifierKinds
{
    private static readonly SortedDictionary<string, ClassifierKind> Known = Register();

    /// <summary>Names, for help and completion.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>The kind of that name; null when there is none.</summary>
    public static ClassifierKind? Find(string name) => Known.GetValueOrDefault(name);

    private static SortedDictionary<string, ClassifierKind> Register()
    {
        ClassifierKind[] kinds = [new MatchallKind(), new U32Kind(), new FlowerKind(), new FwKind(), new BasicKind(), new BpfKind()];
        var byName = new SortedDictionary<string, ClassifierKind>(StringComparer.Ordinal);
        foreach (var kind in kinds) byName.Add(kind.Name, kind);
        return byName;
    }
}
