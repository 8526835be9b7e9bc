using System.Text.Json.Nodes;

namespace ActorNet.Conformance.Tests.Backends;

/// <summary>What a backend answered to one command.</summary>
/// <param name="Line">Number of the line in the script's file.</param>
/// <param name="Command">The line.</param>
/// <param name="Ok">The command succeeded.</param>
/// <param name="Error">What it said on standard error; empty if nothing.</param>
/// <param name="Output">What it showed: JSON, or a string; null if nothing.</param>
internal sealed record Reply(int Line, string Command, bool Ok, string Error, JsonNode? Output)
{
    /// <summary>From a line of <c>actornet shell --batch --json</c> or of the kernel's runner. Line numbers are those of the script.</summary>
    public static Reply FromJson(JsonNode json, int line, string command) =>
        new(line, command, json["ok"]!.GetValue<bool>(), json["error"]?.GetValue<string>().TrimEnd('\n') ?? "", json["output"]?.DeepClone());
}

/// <summary>What a backend answered to a script.</summary>
/// <param name="Name">Of the script.</param>
/// <param name="Replies">One per command.</param>
internal sealed record ScriptResult(string Name, IReadOnlyList<Reply> Replies)
{
    /// <summary>The word that this backend cannot carry out; null if it could all.</summary>
    public string? Lacking { get; init; }

    /// <summary>The backend itself failed; how. Null if not.</summary>
    public string? Broken { get; init; }
}
