namespace ActorNet.Node.Shell.Completion;

/// <summary>The first word of a line: programs, and the shell's own verbs.</summary>
internal static class ShellGrammar
{
    /// <summary>The programs, as they also stand behind <c>ip netns exec NETNS</c>.</summary>
    public static Table Programs { get; } = new Table(
        Word.To("ip", () => IpGrammar.Root), Word.To("tc", () => TcGrammar.Root), Word.To("bridge", () => BridgeGrammar.Root),
        Word.To("ethtool", () => BridgeGrammar.Ethtool)).InFull();

    /// <summary>A whole line.</summary>
    public static Table Line { get; } = new Table([.. Programs.Words, .. VerbGrammar.Verbs]).InFull();
}
