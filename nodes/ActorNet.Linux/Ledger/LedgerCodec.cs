using System.Text.Json;
using ActorNet.Linux.Namespaces;

namespace ActorNet.Linux.Ledger;

/// <summary>Between the lines of a ledger file and what they mean.</summary>
internal static class LedgerCodec
{
    internal const int Version = 1;

    internal const string Own = "own";

    internal const string Gone = "gone";

    internal static byte[] Write(LedgerLine line) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(line, LedgerJson.Default.LedgerLine), (byte)'\n'];

    /// <summary>Reads a line; null, with the fault, when it is not one.</summary>
    internal static LedgerLine? Read(ReadOnlySpan<byte> bytes, out string? fault)
    {
        try
        {
            fault = null;
            return JsonSerializer.Deserialize(bytes, LedgerJson.Default.LedgerLine);
        }
        catch (JsonException failure)
        {
            fault = $"not a line of a ledger ({failure.Message})";
            return null;
        }
    }

    internal static LedgerLine Header(string topology, string bootId) => new() { Ledger = Version, Topology = topology, Boot = bootId };

    internal static LedgerLine GoneLine(int id) => new() { Op = Gone, Id = id };

    internal static LedgerLine OwnLine(int id, OwnedThing thing)
    {
        var line = new LedgerLine { Op = Own, Id = id };
        return thing switch
        {
            OwnedNamespace it => Identified(line with { Kind = "netns", Name = it.Name }, it.Identity),
            OwnedLink it => Identified(line with { Kind = "link", Name = it.Name, Netns = it.NamespaceName, Index = it.Index }, it.Where),
            OwnedProcess it => line with { Kind = "process", Name = it.Description, Pid = it.ProcessId, Start = it.StartTicks },
            OwnedFile it => line with { Kind = "file", Name = it.Path, Device = it.Identity?.Device, Inode = it.Identity?.Inode },
            _ => throw new ArgumentException($"the ledger has no form for {thing.GetType().Name}.", nameof(thing)),
        };
    }

    /// <summary>What an "own" line names. Names are checked again: the file may have been changed by anyone.</summary>
    internal static OwnedThing? ToThing(LedgerLine line, out string? fault)
    {
        fault = Fault(line);
        if (fault is not null) return null;
        return line.Kind switch
        {
            "netns" => new OwnedNamespace(line.Name!, Identity(line)),
            "link" => new OwnedLink(line.Name!, line.Netns, Identity(line), line.Index),
            "process" => new OwnedProcess(line.Name!, line.Pid, line.Start),
            _ => new OwnedFile(line.Name!, line.Inode is null ? null : new FileIdentity(line.Device ?? 0, line.Inode.Value)),
        };
    }

    private static string? Fault(LedgerLine line) => line.Kind switch
    {
        _ when line.Name is null => "it has no name",
        "netns" => Words.FileNameFault(line.Name, NamespaceName.MaxLength) ?? (line.Inode is null ? "a namespace without inode" : null),
        "link" => LinkFault(line),
        "process" => ProcessFault(line),
        "file" => PathFault(line.Name),
        _ => $"unknown kind {Words.Show(line.Kind)}",
    };

    private static string? LinkFault(LedgerLine line)
    {
        string? space = line.Netns is null ? null : Words.FileNameFault(line.Netns, NamespaceName.MaxLength);
        if (space is not null) return $"namespace {Words.Show(line.Netns)}: {space}";
        if (line.Inode is null) return "a link without the inode of its namespace";
        return line.Index <= 0 ? "an index below 1" : InterfaceName.Fault(line.Name);
    }

    private static string? ProcessFault(LedgerLine line)
    {
        if (line.Pid is null != line.Start is null) return "a process number without start time, or the reverse";
        return line.Pid <= 1 ? "a process number below 2" : null;
    }

    /// <summary>Says why a path cannot be a file of ours; null when it can.</summary>
    internal static string? PathFault(string path) =>
        !path.StartsWith('/') || path.Contains('\0') || path.Split('/').Any(part => part is "." or "..")
            ? $"{Words.Show(path)} is not a full path without '.' and '..'"
            : null;

    private static LedgerLine Identified(LedgerLine line, NamespaceIdentity identity) =>
        line with { Device = identity.File.Device, Inode = identity.File.Inode, Cookie = identity.Cookie };

    private static NamespaceIdentity Identity(LedgerLine line) =>
        new(new FileIdentity(line.Device ?? 0, line.Inode ?? 0), line.Cookie ?? 0);
}
