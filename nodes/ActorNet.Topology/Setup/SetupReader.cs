using System.Text;
using ActorNet.Core.Iproute2;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>Reads setup scripts: lines, words, and what can be refused without running them.</summary>
internal sealed class SetupReader(SourceTexts sources, ErrorList errors)
{
    private static readonly string[] Programs = ["ip", "tc", "bridge", "ethtool"];
    private static readonly string[] ShellWords = ["&&", "||", "|", "&", ";", ">", ">>", "<"];

    /// <summary>The lines that may run.</summary>
    /// <param name="texts">The script, in one piece or many.</param>
    /// <param name="refused">Told the text of each line that may not.</param>
    public SetupScript Read(IReadOnlyList<Written> texts, Action<string> refused)
    {
        if (IsTooLong(texts)) return SetupScript.Empty;
        var lines = new List<SetupLine>();
        foreach (var text in texts) Read(text, lines, refused);
        return new SetupScript(lines);
    }

    private bool IsTooLong(IReadOnlyList<Written> texts)
    {
        if (texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t.Text)) <= TopologyLimits.MaxSetupBytes) return false;
        errors.Add(texts[0].Origin, $"setup is longer than {TopologyLimits.MaxSetupBytes} bytes", "Shorten it, or spread it over several boxes");
        return true;
    }

    private void Read(Written text, List<SetupLine> lines, Action<string> refused)
    {
        var places = sources.PlacesOf(text);
        var found = ScriptLines.Split(text.Text, out var openEnd);
        foreach (var (index, line) in found)
        {
            if (Check(places.At(index), line) is { } good) lines.Add(good);
            else refused(line);
        }

        if (openEnd < 0) return;
        errors.Add(places.At(openEnd), "the last line of setup ends in a backslash, but nothing follows", "Remove the backslash, or write the rest of the line");
    }

    private SetupLine? Check(Hocon.HoconOrigin origin, string line)
    {
        if (line[0] == '!')
        {
            errors.Add(origin, "'!' runs no program here: setup lines are commands of the emulation",
                $"Write one of {string.Join(", ", Programs)}; use 'actornet exec HOST -- COMMAND' for programs");
            return null;
        }

        if (SplitWords(origin, line) is not { Count: > 0 } words || !IsCommand(origin, line, words)) return null;
        return new SetupLine(origin, line, words);
    }

    private static bool IsForShell(string word) => ShellWords.Contains(word) || (word.Length > 1 && word[^1] == ';' && word[^2] != '\\');

    private IReadOnlyList<string>? SplitWords(Hocon.HoconOrigin origin, string line)
    {
        try
        {
            return CommandLine.Split(line);
        }
        catch (Iproute2Exception wrong)
        {
            // "Column 5: what is wrong. How to mend it."
            var sentences = wrong.Message.TrimEnd('\n', '.').Split(". ", 2);
            var what = sentences[0];
            if (what.StartsWith("Column ", StringComparison.Ordinal)) what = what[(what.IndexOf(':', StringComparison.Ordinal) + 2)..];
            errors.Add(origin, $"{Phrases.Quote(line)}: {what}", sentences.Length > 1 ? sentences[1] : "Quote words as in a shell");
            return null;
        }
    }

    private bool IsCommand(Hocon.HoconOrigin origin, string line, IReadOnlyList<string> words)
    {
        if (ScriptLines.QuotedWords(line).FirstOrDefault(IsForShell) is { } shell)
        {
            errors.Add(origin, $"{Phrases.Quote(shell)} is a word for a shell, and no shell reads setup lines", "Write one command on a line");
            return false;
        }

        if (Programs.Contains(words[0])) return true;
        var remedy = string.Equals(words[0], "sudo", StringComparison.Ordinal)
            ? "Leave sudo out: a box is emulated and needs no rights"
            : $"{Phrases.DidYouMean(words[0], Programs)}A line starts with one of {string.Join(", ", Programs)}";
        errors.Add(origin, $"{Phrases.Quote(words[0])} is no command of a box", remedy);
        return false;
    }
}
