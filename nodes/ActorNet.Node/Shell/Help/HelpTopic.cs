namespace ActorNet.Node.Shell.Help;

/// <summary>What help says about one command.</summary>
/// <param name="Name">The words that lead to it, such as <c>tc filter</c>.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Syntax">How it is written; one line a form.</param>
/// <param name="Text">What one has to know about it; may be empty.</param>
/// <param name="Example">Lines that work as they stand in a shell that was just started.</param>
internal sealed record HelpTopic(string Name, string Summary, string Syntax, string Text, string Example);
