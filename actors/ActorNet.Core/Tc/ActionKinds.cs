namespace ActorNet.Core.Tc;

/// <summary>Every kind of action. A new kind is its files, one line here, and one test file.</summary>
public static class ActionKinds
{
    /// <summary>The kind that tc takes a word for that names none, and a verdict without a kind.</summary>
    public const string Fallback = "gact";

    private static readonly SortedDictionary<string, ActionKind> Known = Register();

    /// <summary>Names, for help and completion.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>The kind of that name; null when there is none.</summary>
    public static ActionKind? Find(string name) => Known.GetValueOrDefault(name);

    private static SortedDictionary<string, ActionKind> Register()
    {
        ActionKind[] kinds =
        [
            new CsumKind(),
            new GactKind(),
            new MirredKind(),
            new NatKind(),
            new PeditKind(),
            new PoliceKind(),
            new SampleKind(),
            new SimpleKind(),
            new SkbeditKind(),
            new VlanKind(),
        ];
        var byName = new SortedDictionary<string, ActionKind>(StringComparer.Ordinal);
        foreach (var kind in kinds) byName.Add(kind.Name, kind);
        return byName;
    }
}
