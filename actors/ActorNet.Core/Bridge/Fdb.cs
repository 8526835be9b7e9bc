using ActorNet.Core.Frames;

namespace ActorNet.Core.Bridge;

/// <summary>
/// The forwarding table of a bridge (<c>net/bridge/br_fdb.c</c>, rule BR-01): learns, ages, follows stations that move. Bounded: when it is full of fresh
/// entries, new stations are not learned and their traffic is flooded.
/// </summary>
public sealed class Fdb
{
    private readonly Dictionary<ulong, FdbEntry> _entries = [];
    private readonly int _limit;
    private FdbEntry? _lastHit;
    private FdbEntry? _lastFound;
    private long _sequence;

    /// <summary>An empty table.</summary>
    /// <param name="limit">Most entries, 1 or more.</param>
    public Fdb(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        _limit = limit;
    }

    /// <summary>Entries, aged ones included.</summary>
    public int Count => _entries.Count;

    /// <summary>Stations that found no room.</summary>
    public long NotLearned { get; private set; }

    /// <summary>Told of entries that come, change or go (true); null when nobody listens.</summary>
    internal Action<FdbEntry, bool>? Changed { get; set; }

    /// <summary>The live entry of an address; null when unknown or aged.</summary>
    /// <param name="address">The station.</param>
    /// <param name="now">The time.</param>
    /// <param name="ageing">Nanoseconds an entry lives without being seen.</param>
    public FdbEntry? Find(MacAddress address, Instant now, long ageing)
    {
        var entry = _lastFound;
        if (entry is null || entry.Address != address)
        {
            if (!_entries.TryGetValue(address.Value, out entry)) return null;
            _lastFound = entry;
        }

        return IsAged(entry, now, ageing) ? null : entry;
    }

    /// <summary>Whether there is an entry of an address, aged or not.</summary>
    public bool Knows(MacAddress address) => _entries.ContainsKey(address.Value);

    /// <summary>Whether there is an entry of an address at a port, null being the bridge itself.</summary>
    public bool Knows(MacAddress address, BridgePort? port) => _entries.TryGetValue(address.Value, out var entry) && ReferenceEquals(entry.Port, port);

    /// <summary>A frame from a station arrived on a port.</summary>
    public void Learn(MacAddress source, BridgePort port, Instant now, long ageing)
    {
        // Frames come in trains: the station seen last is most likely the one seen now.
        var entry = _lastHit;
        if (entry is null || entry.Address != source)
        {
            if (!_entries.TryGetValue(source.Value, out entry))
            {
                Insert(source, port, now, ageing);
                return;
            }

            _lastHit = entry;
        }

        if (entry.IsLocal) return;
        var fresh = IsAged(entry, now, ageing);
        entry.Updated = now;
        if (!ReferenceEquals(entry.Port, port) && !entry.IsSticky) entry.Port = port;
        else if (!fresh) return;
        Changed?.Invoke(entry, false);
    }

    /// <summary>Adds an entry that does not age, replacing what was known.</summary>
    /// <exception cref="RtnlException">ENOMEM: the table is full.</exception>
    public void AddFixed(MacAddress address, BridgePort? port, bool local, Instant now) =>
        Put(new FdbEntry { Address = address, Port = port, IsLocal = local, IsStatic = true, Used = now, Updated = now, Sequence = ++_sequence });

    /// <summary>Adds an entry of the user's, or changes the one that is there.</summary>
    /// <exception cref="RtnlException">ENOMEM: the table is full.</exception>
    public void Set(MacAddress address, BridgePort? port, bool local, bool isStatic, bool sticky, Instant now)
    {
        if (!_entries.TryGetValue(address.Value, out var entry))
        {
            Put(new FdbEntry
            {
                Address = address,
                Port = port,
                IsLocal = local,
                IsStatic = isStatic,
                IsSticky = sticky,
                IsUsers = true,
                Used = now,
                Updated = now,
                Sequence = ++_sequence,
            });
            return;
        }

        Forget();
        (entry.Port, entry.IsLocal, entry.IsStatic, entry.IsSticky) = (port, local, isStatic, sticky);
        entry.Used = entry.Updated = now;
        Changed?.Invoke(entry, false);
    }

    /// <summary>Removes an entry; false when there is none.</summary>
    public bool Remove(MacAddress address)
    {
        Forget();
        if (!_entries.Remove(address.Value, out var entry)) return false;
        Changed?.Invoke(entry, true);
        return true;
    }

    /// <summary>Removes the entries of a port, the learned ones only or all.</summary>
    public void Flush(BridgePort port, bool fixedToo) => RemoveWhere(e => ReferenceEquals(e.Port, port) && (fixedToo || !e.IsStatic));

    /// <summary>Removes the entries that a test picks, the newest first.</summary>
    public void RemoveWhere(Predicate<FdbEntry> test)
    {
        FdbEntry[] chosen = [.. Newest().Where(e => test(e))];
        foreach (var entry in chosen) Remove(entry.Address);
    }

    /// <summary>Live entries, the newest first.</summary>
    public IReadOnlyList<FdbEntry> List(Instant now, long ageing) => [.. Newest().Where(e => !IsAged(e, now, ageing))];

    private IEnumerable<FdbEntry> Newest() => _entries.Values.OrderByDescending(e => e.Sequence);

    /// <summary>An entry may go or be replaced: what was seen last must be looked up again.</summary>
    private void Forget() => _lastHit = _lastFound = null;

    private static bool IsAged(FdbEntry entry, Instant now, long ageing) => !entry.IsStatic && !entry.IsLocal && now.Since(entry.Updated) > ageing;

    private void Put(FdbEntry entry)
    {
        if (_entries.Count >= _limit && !_entries.ContainsKey(entry.Address.Value)) throw new RtnlException(Errno.ENOMEM);
        Forget();
        _entries[entry.Address.Value] = entry;
        Changed?.Invoke(entry, false);
    }

    private void Insert(MacAddress source, BridgePort port, Instant now, long ageing)
    {
        if (_entries.Count >= _limit && !DropAged(now, ageing))
        {
            NotLearned++;
            return;
        }

        var entry = new FdbEntry { Address = source, Port = port, Used = now, Updated = now, Sequence = ++_sequence };
        _entries.Add(source.Value, entry);
        _lastHit = entry;
        Changed?.Invoke(entry, false);
    }

    private bool DropAged(Instant now, long ageing)
    {
        var before = _entries.Count;
        RemoveWhere(e => IsAged(e, now, ageing));
        return _entries.Count < before;
    }
}
