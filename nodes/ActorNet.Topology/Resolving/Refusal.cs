using System.Text.RegularExpressions;

namespace ActorNet.Topology.Resolving;

/// <summary>What iproute2 says when it refuses a command.</summary>
internal sealed partial class Refusal
{
    private const string QdiscOf = "qdisc of ";

    public Refusal(string error)
    {
        // Warnings may stand before the sentence, usage texts and "we have an error talking to the kernel" behind it.
        var lines = error.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("Warning", StringComparison.Ordinal));
        var line = lines.FirstOrDefault() ?? "refused without a reason";
        Sentence = (line.StartsWith("Error: ", StringComparison.Ordinal) ? line["Error: ".Length..] : line).TrimEnd('.');
        var missing = MissingDevicePattern().Match(Sentence);
        MissingDevice = missing.Success ? missing.Groups["name"].Value : null;
        var box = MissingNamespacePattern().Match(Sentence);
        MissingNamespace = box.Success ? box.Groups["name"].Value : null;
    }

    /// <summary>iproute2's sentence, without a full stop.</summary>
    public string Sentence { get; }

    /// <summary>The device that it did not find; null when the refusal is about something else.</summary>
    public string? MissingDevice { get; }

    /// <summary>The box that it did not find; null when the refusal is about something else.</summary>
    public string? MissingNamespace { get; }

    /// <summary>It did not find the qdisc that the command is about.</summary>
    public bool IsAboutMissingQdisc => Says("Parent Qdisc") || Says("find specified qdisc") || Says("find qdisc");

    /// <summary>Whether what is missing is missing because of an earlier refusal.</summary>
    public bool FollowsFrom(IReadOnlySet<string> excused, IReadOnlyList<string> words)
    {
        if (MissingDevice is { } device) return excused.Contains(device);
        return IsAboutMissingQdisc && WordAfter(words, "dev") is { } owner && excused.Contains(QdiscOf + owner);
    }

    /// <summary>Names that would exist if the command had not been refused; more than it really makes does no harm.</summary>
    public static IEnumerable<string> WhatItWouldHaveMade(IReadOnlyList<string> words)
    {
        if (string.Equals(words[0], "tc", StringComparison.Ordinal)) return WordAfter(words, "dev") is { } device ? [QdiscOf + device] : [];
        var makes = words.Any(w => w is "add" or "a" or "name" or "replace");
        return string.Equals(words[0], "ip", StringComparison.Ordinal) && makes ? words.Skip(2) : [];
    }

    private bool Says(string part) => Sentence.Contains(part, StringComparison.Ordinal);

    private static string? WordAfter(IReadOnlyList<string> words, string key)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (string.Equals(words[i], key, StringComparison.Ordinal)) return words[i + 1];
        }

        return null;
    }

    [GeneratedRegex("(Cannot find device|Device) \"(?<name>[^\"]*)\"|argument \"(?<name>[^\"]*)\" is wrong: Device does not exist",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MissingDevicePattern();

    [GeneratedRegex("Cannot open network namespace \"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MissingNamespacePattern();
}
