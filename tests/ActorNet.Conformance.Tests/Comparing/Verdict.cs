using System.Text;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>What came of comparing one script with one kernel.</summary>
/// <param name="Script">The script.</param>
/// <param name="Kernel">The kernel's name.</param>
/// <param name="Unexplained">Differences that no row of the known ones covers.</param>
/// <param name="Known">Differences that a row covers, and which.</param>
/// <param name="Surprises">Lines that failed on the kernel though they should not, or the reverse: mistakes of the script.</param>
internal sealed record Verdict(
    Script Script,
    string Kernel,
    IReadOnlyList<Difference> Unexplained,
    IReadOnlyList<(KnownDifference Row, Difference Difference)> Known,
    IReadOnlyList<string> Surprises)
{
    private const int MostShown = 25;

    public bool IsEqual => Unexplained.Count == 0 && Surprises.Count == 0;

    /// <summary>Compares the replies of both.</summary>
    public static Verdict Of(Script script, ReferenceKernel kernel, ScriptResult real, ScriptResult actorNet, IReadOnlyList<KnownDifference> table)
    {
        var unexplained = new List<Difference>();
        var known = new List<(KnownDifference, Difference)>();
        foreach (var difference in Comparer.Compare(script, real, actorNet))
        {
            if (table.FirstOrDefault(k => k.Matches(script, kernel.Name, difference)) is { } row) known.Add((row, difference));
            else unexplained.Add(difference);
        }
        return new Verdict(script, kernel.Name, unexplained, known, [.. ExpectationsMissed(script, real)]);
    }

    /// <summary>Lines whose success is not what the script says by <c>!</c>.</summary>
    public static IEnumerable<string> ExpectationsMissed(Script script, ScriptResult result) =>
        from reply in result.Replies
        let mustFail = script.Lines.First(l => l.Number == reply.Line).MustFail
        where reply.Ok == mustFail
        select reply.Ok ? $"line {reply.Line}: {reply.Command}\n    should fail and did not" : $"line {reply.Line}: {reply.Command}\n    failed: {reply.Error}";

    /// <summary>For people: every difference with both values, and how to see it again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Script.Name).Append(" on ").Append(Kernel).Append(": ").AppendLine(Summary());
        foreach (var surprise in Surprises) text.Append("the script is wrong, on the kernel ").AppendLine(surprise);
        foreach (var difference in Unexplained.Take(MostShown)) text.AppendLine(difference.ToString());
        if (Unexplained.Count > MostShown) text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"... and {Unexplained.Count - MostShown} more");
        foreach (var (row, difference) in Known) text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"known ({row.Id}): line {difference.Line}: {difference.Place}: {difference.Expected} / {difference.Got}");
        if (!IsEqual && Script.Path.Length > 0)
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"again: dotnet run --project tests/ActorNet.Conformance.Tests -- compare {Path.GetRelativePath(Checkout.Root, Script.Path)} --kernel {Kernel}");
        return text.ToString();
    }

    private string Summary() => IsEqual ? Known.Count == 0 ? "equal" : $"equal but for {Known.Count} known differences" : $"{Unexplained.Count} differences, {Surprises.Count} mistakes of the script";
}
