namespace ActorNet.Linux.Ledger;

/// <summary>The entries that are open after the lines read so far.</summary>
internal sealed class LedgerState
{
    private readonly SortedDictionary<int, OwnedThing> _open = [];
    private readonly List<LedgerProblem> _problems = [];

    internal int NextId { get; private set; } = 1;

    internal IReadOnlyList<LedgerItem> Items => [.. _open.Select(entry => new LedgerItem(entry.Key, entry.Value))];

    internal IReadOnlyList<LedgerProblem> Problems => _problems;

    internal void Apply(int line, ReadOnlySpan<byte> bytes)
    {
        string? fault = bytes.Length > LedgerReader.MaxLineBytes ? $"longer than {LedgerReader.MaxLineBytes} bytes" : null;
        var read = fault is null ? LedgerCodec.Read(bytes, out fault) : null;
        fault ??= read is null ? "empty" : Apply(read);
        if (fault is not null) _problems.Add(new LedgerProblem(line, fault));
    }

    private string? Apply(LedgerLine line)
    {
        if (line.Id is not (> 0 and < int.MaxValue)) return "it has no entry number";
        int id = line.Id.Value;
        if (line.Op == LedgerCodec.Gone) return _open.Remove(id) ? null : $"it closes entry {id}, which is not open";
        if (line.Op != LedgerCodec.Own) return $"unknown operation {Words.Show(line.Op)}";
        var thing = LedgerCodec.ToThing(line, out string? fault);
        if (thing is null) return fault;
        if (_open.TryGetValue(id, out var before) && before.GetType() != thing.GetType()) return $"it changes the kind of entry {id}";
        _open[id] = thing;
        NextId = Math.Max(NextId, id + 1);
        return null;
    }
}
