using System.Text;
using System.Text.Json;
using ActorNet.Linux.Ledger;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;

namespace ActorNet.Node.State;

/// <summary>The folder where topologies leave their ledger, socket and record: <c>NAME.ledger</c>, <c>NAME.sock</c>, <c>NAME.json</c>, <c>NAME.out</c>.</summary>
internal sealed class StateDirectory
{
    /// <summary>Bytes of a Unix socket's path, less the terminating zero (<c>sun_path</c>).</summary>
    private const int MaxSocketPath = 107;

    private const long MaxRecordBytes = 16 << 20;

    public StateDirectory(string path) => Path = path;

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>The control socket of a topology.</summary>
    public string SocketOf(string topology) => File(topology, ".sock");

    /// <summary>The record of a topology.</summary>
    public string RecordOf(string topology) => File(topology, ".json");

    /// <summary>What a detached daemon writes to its streams: nothing, unless the runtime itself fails.</summary>
    public string OutputOf(string topology) => File(topology, ".out");

    /// <summary>Makes the folder, for its owner only, and checks that sockets fit into it.</summary>
    /// <exception cref="NodeException">It cannot be made, or its path is too long.</exception>
    public void Prepare(string topology)
    {
        if (Encoding.UTF8.GetByteCount(SocketOf(topology)) > MaxSocketPath)
            throw new NodeException($"the path of the control socket {SocketOf(topology)} is longer than {MaxSocketPath} bytes; choose a shorter --state-dir.");
        try
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NodeException.Lacking($"the state directory {Path} cannot be made: {failure.Message} Run as root, or choose another one (--state-dir, {Settings.SettingsReader.StateDirectoryVariable}).");
        }
    }

    /// <summary>Topologies that have a ledger or a record here, in order.</summary>
    /// <exception cref="NodeException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Topologies() => Names(".json");

    /// <summary>Names of everything that a topology may have left here, whether or not it came as far as a ledger.</summary>
    /// <exception cref="NodeException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Traces() => Names(".json", ".sock", ".out", ".json.new");

    /// <summary>Whether the ledger of a topology exists.</summary>
    public bool HasLedger(string topology) => System.IO.File.Exists(LedgerOf(topology));

    /// <summary>The ledger of a topology.</summary>
    public string LedgerOf(string topology) => File(topology, ".ledger");

    /// <summary>Writes the record so that readers see the old one or the new one.</summary>
    public void Write(RunRecord record)
    {
        var temporary = RecordOf(record.Name) + ".new";
        System.IO.File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(record, NodeJson.Default.RunRecord));
        System.IO.File.Move(temporary, RecordOf(record.Name), overwrite: true);
    }

    /// <summary>The record of a topology; null when there is none that can be read.</summary>
    public RunRecord? Read(string topology)
    {
        try
        {
            var file = new FileInfo(RecordOf(topology));
            if (!file.Exists || file.Length > MaxRecordBytes) return null;
            var record = JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(file.FullName), NodeJson.Default.RunRecord);
            return string.Equals(record?.Name, topology, StringComparison.Ordinal) ? record : null;
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            // It vanished between two looks, or a crash of the machine tore it: the ledger alone decides what is cleaned up.
            return null;
        }
    }

    /// <summary>Removes socket, record and output; the ledger removes itself.</summary>
    public void Forget(string topology)
    {
        foreach (var file in (string[])[SocketOf(topology), RecordOf(topology), RecordOf(topology) + ".new", OutputOf(topology)]) System.IO.File.Delete(file);
    }

    private string File(string topology, string ending) => System.IO.Path.Combine(Path, topology + ending);

    private string[] Names(params string[] endings)
    {
        try
        {
            if (!Directory.Exists(Path)) return [];
            var files = Directory.EnumerateFiles(Path).Select(f => System.IO.Path.GetFileName(f)).ToArray();
            var named = endings.SelectMany(ending => files.Where(f => f.EndsWith(ending, StringComparison.Ordinal)).Select(f => f[..^ending.Length]));
            return [.. OwnershipLedger.List(Path).Union(named, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NodeException.Lacking($"the state directory {Path} cannot be read: {failure.Message} Run as the user who started the topologies, mostly root (sudo).");
        }
    }
}
