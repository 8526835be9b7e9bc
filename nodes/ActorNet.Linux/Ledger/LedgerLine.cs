using System.Text.Json.Serialization;

namespace ActorNet.Linux.Ledger;

/// <summary>A line of the file as it is written: the raw form, of which anything may be missing.</summary>
internal sealed record LedgerLine
{
    /// <summary>First line only: version of the format.</summary>
    public int? Ledger { get; init; }

    public string? Topology { get; init; }

    public string? Boot { get; init; }

    /// <summary>"own" or "gone".</summary>
    public string? Op { get; init; }

    public int? Id { get; init; }

    /// <summary>"netns", "link", "process" or "file".</summary>
    public string? Kind { get; init; }

    public string? Name { get; init; }

    public string? Netns { get; init; }

    public ulong? Device { get; init; }

    public ulong? Inode { get; init; }

    public ulong? Cookie { get; init; }

    public int? Index { get; init; }

    public int? Pid { get; init; }

    public long? Start { get; init; }
}

/// <summary>Generated reader and writer of <see cref="LedgerLine"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LedgerLine))]
internal sealed partial class LedgerJson : JsonSerializerContext;
