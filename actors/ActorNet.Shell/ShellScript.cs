namespace ActorNet.Shell;

/// <summary>A command of a script.</summary>
/// <param name="Number">Number of the line on which it begins, from 1.</param>
/// <param name="Text">The command, its continuations joined by a blank, without white space at its ends.</param>
public readonly record struct ShellLine(int Number, string Text);

/// <summary>Joins lines that end in a backslash with the one that follows.</summary>
public sealed class ShellScript
{
    private string _held = "";
    private int _number;
    private int _begun;

    /// <summary>The commands of a text; blank lines and comments are among them.</summary>
    public static IEnumerable<ShellLine> Lines(string text)
    {
        var script = new ShellScript();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            if (script.Add(line) is { } command) yield return command;
        }

        if (script.End() is { } last) yield return last;
    }

    /// <summary>Takes the next physical line.</summary>
    /// <returns>The command that ends with it; null while it goes on.</returns>
    public ShellLine? Add(string line)
    {
        _number++;
        if (_held.Length == 0) _begun = _number;
        var comment = _held.Length == 0 && line.TrimStart().StartsWith('#');
        if (!comment && line.EndsWith('\\') && !line.EndsWith("\\\\", StringComparison.Ordinal))
        {
            _held += line[..^1] + " ";
            return null;
        }

        var command = new ShellLine(_begun, (_held + line).Trim());
        _held = "";
        return command;
    }

    /// <summary>The text ends here: a command that was to go on ends too.</summary>
    public ShellLine? End()
    {
        if (_held.Length == 0) return null;
        var command = new ShellLine(_begun, _held.Trim());
        _held = "";
        return command;
    }
}
