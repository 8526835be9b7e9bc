using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ActorNet.Node.Shell.Completion;

/// <summary>Finds names by asking the shell itself, in iproute2's words: the same in this process and over a socket.</summary>
internal sealed partial class ReplyNames : INames
{
    private readonly Func<string, Task<string?>> _run;

    /// <summary>Asks a shell.</summary>
    /// <param name="run">Runs a line and gives what it printed; null when it failed.</param>
    public ReplyNames(Func<string, Task<string?>> run) => _run = run;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> NamespacesAsync() => Values(await _run("ip -j netns list").ConfigureAwait(false), "name");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> DevicesAsync(string? ns) => Values(await _run($"ip{In(ns)} -j link show").ConfigureAwait(false), "ifname");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> HandlesAsync(string? ns, string device)
    {
        var qdiscs = Values(await _run($"tc{In(ns)} -j qdisc show dev {device}").ConfigureAwait(false), "handle").Where(h => h is not "0:");
        // tc prints classes as text only.
        var classes = await _run($"tc{In(ns)} class show dev {device}").ConfigureAwait(false) ?? "";
        return [.. qdiscs.Concat(ClassLine().Matches(classes).Select(m => m.Groups["id"].Value))];
    }

    private static string In(string? ns) => ns is null ? "" : string.Create(CultureInfo.InvariantCulture, $" -n {ns}");

    private static IReadOnlyList<string> Values(string? json, string key)
    {
        if (string.IsNullOrWhiteSpace(json)) return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return [];
            return [.. document.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty(key, out _)).Select(e => e.GetProperty(key).GetString() ?? "").Order(StringComparer.Ordinal)];
        }
        catch (JsonException)
        {
            // Completion is a convenience: an answer that makes no sense offers nothing.
            return [];
        }
    }

    [GeneratedRegex("^class \\S+ (?<id>\\S+) ", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClassLine();
}
