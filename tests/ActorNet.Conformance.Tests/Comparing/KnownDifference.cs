using System.IO.Enumeration;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>A row of the table of known, justified differences in docs/conformance.md.</summary>
/// <param name="Id">K1, K2, ...</param>
/// <param name="Scripts">Names of scenarios with * and ?, or the id of a rule.</param>
/// <param name="Place">Command and path of the reply, with * and ?: <c>* > output[?].tso_max_size</c>.</param>
/// <param name="Kernel">The kernel it concerns; * for every one.</param>
/// <param name="Reason">Why it is right that ActorNet differs.</param>
internal sealed record KnownDifference(string Id, string Scripts, string Place, string Kernel, string Reason)
{
    public bool Matches(Script script, string kernel, Difference difference) =>
        Concerns(script) && FileSystemName.MatchesSimpleExpression(Kernel, kernel) && FileSystemName.MatchesSimpleExpression(Escaped(Place), difference.Place, ignoreCase: false);

    public bool Concerns(Script script) => script.Rules.Contains(Scripts) || FileSystemName.MatchesSimpleExpression(Scripts, script.Name, ignoreCase: false);

    /// <summary>The matcher knows a backslash as an escape; commands of the shell language have none that matter here.</summary>
    private static string Escaped(string pattern) => pattern.Replace(@"\", @"\\", StringComparison.Ordinal);
}
