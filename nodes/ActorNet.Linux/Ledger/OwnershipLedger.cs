using ActorNet.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Ledger;

/// <summary>
/// The file that says what a topology owns outside its process: the only authority for what clean-up may remove. An entry is on disk before
/// the thing exists, so a killed process leaves nothing that is not written down. One process at a time has it open. Not thread-safe.
/// </summary>
public sealed class OwnershipLedger : IDisposable
{
    /// <summary>Longest name of a topology.</summary>
    public const int MaxTopologyLength = 64;

    /// <summary>Bytes beyond which a ledger that mostly says "gone" is written anew.</summary>
    internal const int CompactAbove = 1 << 20;

    private const string Extension = ".ledger";

    private readonly SortedDictionary<int, OwnedThing> _open;
    private readonly string _directory;
    private readonly string _bootId;
    private SafeFileHandle _handle;
    private long _length;
    private int _nextId;

    private OwnershipLedger(string directory, string path, SafeFileHandle handle, LedgerContents contents)
    {
        _directory = directory;
        Path = path;
        Topology = contents.Topology;
        Problems = contents.Problems;
        _bootId = contents.BootId;
        _handle = handle;
        _length = contents.ValidLength;
        _nextId = contents.NextId;
        _open = new SortedDictionary<int, OwnedThing>(contents.Items.ToDictionary(item => item.Id, item => item.Thing));
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whose things it names.</summary>
    public string Topology { get; }

    /// <summary>Lines that could not be read when it was opened; clean-up reports them and keeps the file.</summary>
    public IReadOnlyList<LedgerProblem> Problems { get; }

    /// <summary>False when the machine has restarted since the ledger was begun: then only its files can still exist.</summary>
    public bool SameBoot => _bootId == BootId.Current;

    /// <summary>What is owned now, in the order of its creation.</summary>
    public IReadOnlyList<LedgerItem> Items => [.. _open.Select(entry => new LedgerItem(entry.Key, entry.Value))];

    /// <summary>Begins the ledger of a topology.</summary>
    /// <param name="stateDirectory">Where ledgers are kept; made, for its owner only, if it does not exist.</param>
    /// <param name="topology">Name of the topology: letters, digits, '.', '_', '-', at most 64.</param>
    /// <exception cref="ArgumentException">The name cannot be used.</exception>
    /// <exception cref="LedgerExistsException">The topology has a ledger: it runs, or was killed.</exception>
    public static OwnershipLedger Create(string stateDirectory, string topology)
    {
        string path = PathOf(stateDirectory, topology);
        LibC.MakeDirectory(stateDirectory, LibC.OwnerOnlyDirectory);
        int descriptor = LibC.Open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL, LibC.OwnerOnlyFile);
        if (descriptor < 0)
        {
            var failure = LinuxException.Last($"create ledger '{path}'");
            throw failure.ErrorNumber == Errno.EEXIST ? new LedgerExistsException(topology, path) : failure;
        }
        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        try
        {
            LedgerFile.Lock(handle, path);
            long length = LedgerFile.Append(handle, 0, LedgerCodec.Write(LedgerCodec.Header(topology, BootId.Current)));
            LibC.SyncDirectory(stateDirectory);
            return new OwnershipLedger(stateDirectory, path, handle, new LedgerContents(topology, BootId.Current, [], [], length, 1));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing ledger, to clean up or to go on.</summary>
    /// <exception cref="LedgerBusyException">Another process has it open.</exception>
    /// <exception cref="LedgerFormatException">It is not a ledger.</exception>
    /// <exception cref="LinuxException">There is none (ENOENT), or not permitted.</exception>
    public static OwnershipLedger Open(string stateDirectory, string topology)
    {
        string path = PathOf(stateDirectory, topology);
        var handle = LibC.OpenHandle(path, LibC.O_RDWR);
        try
        {
            LedgerFile.Lock(handle, path);
            var contents = LedgerReader.Read(path, handle);
            // A torn last line must not become the beginning of the next one.
            RandomAccess.SetLength(handle, contents.ValidLength);
            return new OwnershipLedger(stateDirectory, path, handle, contents);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Topologies that have a ledger in a directory, in order; none when the directory does not exist.</summary>
    public static IReadOnlyList<string> List(string stateDirectory) =>
        !Directory.Exists(stateDirectory)
            ? []
            : [.. Directory.EnumerateFiles(stateDirectory, "*" + Extension)
                .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
                .Where(name => Words.FileNameFault(name, MaxTopologyLength) is null)
                .Order(StringComparer.Ordinal)];

    /// <summary>Writes down what is about to be made; it is on disk when the call returns.</summary>
    /// <returns>The number of the entry.</returns>
    public int Record(OwnedThing thing) => Record([thing])[0];

    /// <summary>Writes down several things with one wait for the disk.</summary>
    /// <returns>The numbers of the entries, in the same order.</returns>
    /// <exception cref="ArgumentException">A name could not be read back; nothing was written.</exception>
    public IReadOnlyList<int> Record(IReadOnlyList<OwnedThing> things)
    {
        int first = _nextId;
        Append([.. things.Select((thing, offset) => Checked(first + offset, thing))]);
        _nextId += things.Count;
        for (int offset = 0; offset < things.Count; offset++) _open[first + offset] = things[offset];
        return [.. Enumerable.Range(first, things.Count)];
    }

    /// <summary>Completes an entry with what became known when the thing was made: an index, a process number, an inode.</summary>
    /// <exception cref="ArgumentException">There is no such entry, or it is of another kind.</exception>
    public void Confirm(int id, OwnedThing thing)
    {
        if (!_open.TryGetValue(id, out var before) || before.GetType() != thing.GetType())
            throw new ArgumentException($"entry {id} is not open or of another kind than {thing.Label}.", nameof(id));
        Append([Checked(id, thing)]);
        _open[id] = thing;
    }

    /// <summary>Closes an entry after the thing has been removed.</summary>
    public void Forget(int id) => Forget([id]);

    /// <summary>Closes several entries with one wait for the disk; numbers that are not open are left out.</summary>
    public void Forget(IReadOnlyList<int> ids)
    {
        int[] known = [.. ids.Where(_open.ContainsKey).Distinct()];
        if (known.Length == 0) return;
        Append([.. known.Select(LedgerCodec.GoneLine)]);
        foreach (int id in known) _open.Remove(id);
        if (_length > CompactAbove) Compact();
    }

    /// <summary>Removes the file, when nothing is owned any more, and closes it.</summary>
    /// <exception cref="InvalidOperationException">Something is still owned.</exception>
    public void Delete()
    {
        if (_open.Count > 0) throw new InvalidOperationException($"{Path} still names {_open.Count} things; remove them first.");
        if (LibC.Unlink(Path) != 0) throw LinuxException.Last($"remove '{Path}'");
        LibC.SyncDirectory(_directory);
        Dispose();
    }

    /// <summary>Closes the file and lets others open it; what it names stays.</summary>
    public void Dispose() => LedgerFile.Release(_handle);

    private void Append(IReadOnlyList<LedgerLine> lines)
    {
        byte[] bytes = [.. lines.SelectMany(LedgerCodec.Write)];
        if (_length + bytes.Length > LedgerReader.MaxBytes)
            throw new InvalidOperationException(
                $"{Path} would grow beyond {LedgerReader.MaxBytes} bytes: the topology owns too many things. Take parts of it down first.");
        _length = LedgerFile.Append(_handle, _length, bytes);
    }

    private void Compact()
    {
        byte[] bytes =
        [
            .. LedgerCodec.Write(LedgerCodec.Header(Topology, _bootId)),
            .. _open.SelectMany(entry => LedgerCodec.Write(LedgerCodec.OwnLine(entry.Key, entry.Value))),
        ];
        // Unreadable lines are kept until a person has seen them.
        if (Problems.Count > 0 || bytes.Length > _length / 4) return;
        var fresh = LedgerFile.Replace(_directory, Path, bytes);
        LedgerFile.Release(_handle);
        _handle = fresh;
        _length = bytes.Length;
    }

    private static LedgerLine Checked(int id, OwnedThing thing)
    {
        var line = LedgerCodec.OwnLine(id, thing);
        LedgerCodec.ToThing(line, out string? fault);
        if (fault is null && LedgerCodec.Write(line).Length > LedgerReader.MaxLineBytes)
            fault = $"longer than {LedgerReader.MaxLineBytes} bytes";
        return fault is null ? line : throw new ArgumentException($"{thing.Label} cannot be written down: {fault}.", nameof(thing));
    }

    private static string PathOf(string stateDirectory, string topology)
    {
        string? fault = Words.FileNameFault(topology, MaxTopologyLength);
        if (fault is not null) throw new ArgumentException($"topology name {Words.Show(topology)}: {fault}.", nameof(topology));
        return System.IO.Path.Combine(stateDirectory, topology + Extension);
    }
}
