using ActorNet.Node.Cli;

namespace ActorNet.Node.Commands;

/// <summary>Finds <c>-n BOX</c> among the options that stand in front of a command of iproute2.</summary>
internal static class BoxOption
{
    /// <summary>Global options of ip, tc and bridge that take a value, which therefore is not the command.</summary>
    private static readonly string[] WithValue = ["-f", "-family", "-rc", "-rcvbuf", "-l", "-loops", "-b", "-batch", "-cf", "-conf"];

    /// <summary>The box's name (null when none is given) and the words without it.</summary>
    /// <exception cref="NodeException">The option has no value, or comes twice.</exception>
    public static (string? Box, IReadOnlyList<string> Words) Take(string tool, IReadOnlyList<string> words)
    {
        string? box = null;
        var rest = new List<string>(words.Count);
        var isEthtool = string.Equals(tool, "ethtool", StringComparison.Ordinal);
        var i = 0;
        for (; i < words.Count && words[i].StartsWith('-'); i++)
        {
            if (!IsNetns(words[i]) || (isEthtool && i > 0))
            {
                rest.Add(words[i]);
                if (WithValue.Contains(words[i], StringComparer.Ordinal) && i + 1 < words.Count) rest.Add(words[++i]);
                continue;
            }

            if (i + 1 == words.Count) throw NodeException.Usage($"{words[i]} needs the name of a box.");
            if (box is not null) throw NodeException.Usage($"two boxes are named, {box} and {words[i + 1]}; name one.");
            box = words[++i];
        }

        rest.AddRange(words.Skip(i));
        return (box, rest);
    }

    /// <summary>iproute2 takes every beginning of "netns", with one dash or two. ethtool has a -n of its own, so only the first word counts there.</summary>
    private static bool IsNetns(string word)
    {
        var name = word.TrimStart('-');
        return name.Length > 0 && "netns".StartsWith(name, StringComparison.Ordinal);
    }
}
