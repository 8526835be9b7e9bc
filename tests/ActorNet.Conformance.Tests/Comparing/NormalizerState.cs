using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>What one run has shown so far of things that are numbered in the order of appearance.</summary>
internal sealed class NormalizerState(Script script)
{
    private readonly Dictionary<string, string> _handles = new(StringComparer.Ordinal);
    private readonly string _script = script.Text;

    /// <summary>The script was written by the generator.</summary>
    public bool IsGenerated => script.IsGenerated;

    public RandomAddresses Addresses { get; } = new(script);

    /// <summary>The stand-in of an automatic major number; one that the script itself names stays.</summary>
    public string Handle(string major)
    {
        if (_script.Contains(major + ":", StringComparison.Ordinal)) return major;
        if (!_handles.TryGetValue(major, out var stand)) _handles[major] = stand = $"<auto {_handles.Count + 1}>";
        return stand;
    }
}
