namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>One place where two backends answered differently.</summary>
/// <param name="Line">Number of the line in the script.</param>
/// <param name="Command">The line.</param>
/// <param name="Path">Where in the reply: <c>ok</c>, <c>error</c>, <c>output</c>, or below that as in <c>output[0].stats64.rx.dropped</c>.</param>
/// <param name="Expected">What the kernel said.</param>
/// <param name="Got">What ActorNet said.</param>
internal sealed record Difference(int Line, string Command, string Path, string Expected, string Got)
{
    /// <summary>What the third column of the known differences is matched with.</summary>
    public string Place => $"{Command} > {Path}";

    public override string ToString() => $"line {Line}: {Command}\n  {Path}\n    kernel:   {Expected}\n    ActorNet: {Got}";
}
