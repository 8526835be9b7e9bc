namespace ActorNet.Linux;

/// <summary>
/// The checked name of a network namespace: it becomes a file in <c>/run/netns</c> and a word on <c>ip</c>'s command line.
/// </summary>
public sealed record NamespaceName
{
    /// <summary>Longest name in characters, all of them ASCII.</summary>
    public const int MaxLength = 64;

    private NamespaceName(string text) => Text = text;

    /// <summary>The name: letters, digits, '.', '_' and '-', starting with a letter or digit.</summary>
    public string Text { get; }

    /// <summary>Checks a name.</summary>
    /// <exception cref="ArgumentException">The name cannot be used; the message says why and what to change.</exception>
    public static NamespaceName Check(string name)
    {
        string? fault = Words.FileNameFault(name, MaxLength);
        return fault is null
            ? new NamespaceName(name)
            : throw new ArgumentException($"namespace name {Words.Show(name)}: {fault}.", nameof(name));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
