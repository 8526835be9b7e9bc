using ActorNet.Core.Iproute2;

namespace ActorNet.Node.Shell;

/// <summary>The verbs that are carried out in front of a session: <c>use</c>, and <c>help</c>, which knows the programs too.</summary>
internal static class OwnVerb
{
    /// <summary>The words behind a verb; null for a line that begins with another.</summary>
    public static IReadOnlyList<string>? Arguments(string verb, string line)
    {
        // Most lines are none, and a script may have many.
        if (!line.AsSpan().TrimStart().StartsWith(verb, StringComparison.Ordinal)) return null;
        try
        {
            var words = CommandLine.Split(line);
            return words.Count > 0 && string.Equals(words[0], verb, StringComparison.Ordinal) ? [.. words.Skip(1)] : null;
        }
        catch (Iproute2Exception)
        {
            // The session says what is wrong with the line.
            return null;
        }
    }
}
