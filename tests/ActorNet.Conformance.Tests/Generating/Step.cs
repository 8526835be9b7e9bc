namespace ActorNet.Conformance.Tests.Generating;

/// <summary>Lines of a random script that belong together, for instance a change and the time that Linux needs to notice it.</summary>
internal sealed record Step(params IReadOnlyList<string> Lines)
{
    public static readonly Step None = new();
}
