namespace ActorNet.Core.Iproute2;

/// <summary>A word that names an object or an action on it.</summary>
/// <param name="Name">Full name; any abbreviation counts that no earlier entry of the table takes.</param>
/// <param name="Run">What it does; null for a word of the real program that is not emulated, kept so that abbreviations mean the same.</param>
internal readonly record struct CommandEntry(string Name, Action<Invocation, ArgReader>? Run);

/// <summary>Finds commands by iproute2's rule of abbreviation: the first entry that the word is a beginning of.</summary>
internal static class CommandTable
{
    /// <summary>Takes the next word and runs what it names.</summary>
    /// <param name="what"><c>Object</c> or <c>Command</c>, for the complaint.</param>
    /// <param name="entries">In order of tests.</param>
    /// <param name="invocation">Handed on.</param>
    /// <param name="args">At the word.</param>
    /// <param name="help">What the complaint tells to try.</param>
    /// <param name="exitCode">Exit code of the complaint.</param>
    public static void Run(string what, ReadOnlySpan<CommandEntry> entries, Invocation invocation, ArgReader args, string help, int exitCode = 255)
    {
        var word = args.Next();
        foreach (var entry in entries)
        {
            if (!Words.Matches(word, entry.Name)) continue;
            if (entry.Run is null) throw new Iproute2Exception($"{what} \"{entry.Name}\" is not emulated, try \"{help}\".", exitCode);
            entry.Run(invocation, args);
            return;
        }

        throw Words.Unknown(what, word, help, exitCode);
    }
}
