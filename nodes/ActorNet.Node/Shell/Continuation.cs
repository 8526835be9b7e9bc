using ActorNet.Shell;

namespace ActorNet.Node.Shell;

/// <summary>Joins lines that end with a backslash to the next one, as in a script, and knows what came before the line that is being typed.</summary>
internal sealed class Continuation
{
    private ShellScript _script = new();

    /// <summary>What came before the line that is being read; empty when it begins a command.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Takes a line.</summary>
    /// <returns>The whole command; null when another line belongs to it.</returns>
    public string? Take(string line)
    {
        if (_script.Add(line) is { } command)
        {
            Before = "";
            return command.Text;
        }

        Before += line[..^1] + " ";
        return null;
    }

    /// <summary>Forgets what came before.</summary>
    public void Drop()
    {
        _script = new ShellScript();
        Before = "";
    }
}
