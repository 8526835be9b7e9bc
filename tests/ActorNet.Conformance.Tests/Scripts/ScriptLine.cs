namespace ActorNet.Conformance.Tests.Scripts;

/// <summary>One command of a script.</summary>
/// <param name="Number">Of its first line in the file, from 1.</param>
/// <param name="Text">As written, continuations joined.</param>
internal sealed record ScriptLine(int Number, string Text)
{
    /// <summary>The line begins with <c>!</c>: it must fail.</summary>
    public bool MustFail => Text.StartsWith('!');

    /// <summary>What is run, without the mark.</summary>
    public string Command => MustFail ? Text[1..].TrimStart() : Text;

    /// <summary>The commands of a text in the shell language: no blank lines, no comments, no continuations.</summary>
    public static IReadOnlyList<ScriptLine> Read(string text)
    {
        var lines = new List<ScriptLine>();
        var (held, number) = ("", 0);
        var physical = text.Split('\n');
        for (var i = 0; i < physical.Length; i++)
        {
            var line = physical[i].TrimEnd('\r');
            if (held.Length == 0) number = i + 1;
            if (line.EndsWith('\\'))
            {
                held += line[..^1] + " ";
                continue;
            }
            var command = (held + line).Trim();
            held = "";
            if (command.Length > 0 && command[0] != '#') lines.Add(new ScriptLine(number, command));
        }
        if (held.Trim().Length > 0) lines.Add(new ScriptLine(number, held.Trim()));
        return lines;
    }
}
