namespace ActorNet.Conformance.Tests.Rules;

/// <summary>Something that ActorNet has to do as Linux does.</summary>
/// <param name="Id">Unique; tests and scenarios name it.</param>
/// <param name="Section">Heading in the rule file.</param>
/// <param name="Matter">What it is about, in a few words.</param>
/// <param name="Reason">Why it, or a part of it, is not proven; empty if it is.</param>
internal sealed record Rule(string Id, string Section, string Matter, string Reason);
