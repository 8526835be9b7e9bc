using ActorNet.Core.Frames;

namespace ActorNet.Core.Bridge;

/// <summary>What the forwarding table knows of an address.</summary>
public sealed class FdbEntry
{
    /// <summary>The station.</summary>
    public required MacAddress Address { get; init; }

    /// <summary>The port it is behind; null for the bridge itself.</summary>
    public BridgePort? Port { get; internal set; }

    /// <summary>An address of this machine: frames to it go up.</summary>
    public bool IsLocal { get; internal set; }

    /// <summary>Set by the user: never ages, never moves.</summary>
    public bool IsStatic { get; internal set; }

    /// <summary>When a frame from it was last seen.</summary>
    public Instant Updated { get; internal set; }
}

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

        if (entry.IsLocal || entry.IsStatic) return;
        entry.Port = port;
        entry.Updated = now;
    }

    /// <summary>Adds an entry that does not age, replacing what was known.</summary>
    /// <exception cref="RtnlException">ENOMEM: the table is full.</exception>
    public void AddFixed(MacAddress address, BridgePort? port, bool local, Instant now)
    {
        if (_entries.Count >= _limit && !_entries.ContainsKey(address.Value)) throw new RtnlException(Errno.ENOMEM);
        Forget();
        _entries[address.Value] = new FdbEntry { Address = address, Port = port, IsLocal = local, IsStatic = true, Updated = now };
    }

    /// <summary>Removes an entry; false when there is none.</summary>
    public bool Remove(MacAddress address)
    {
        Forget();
        return _entries.Remove(address.Value);
    }

    /// <summary>Removes the entries of a port, the learned ones only or all.</summary>
    public void Flush(BridgePort port, bool fixedToo)
    {
        Forget();
        foreach (var entry in _entries.Values.Where(e => ReferenceEquals(e.Port, port) && (fixedToo || !e.IsStatic)).ToArray()) _entries.Remove(entry.Address.Value);
    }

    /// <summary>Live entries by address.</summary>
    public IReadOnlyList<FdbEntry> List(Instant now, long ageing) =>
        [.. _entries.Values.Where(e => !IsAged(e, now, ageing)).OrderBy(e => e.Address)];

    /// <summary>An entry may go or be replaced: what was seen last must be looked up again.</summary>
    private void Forget() => _lastHit = _lastFound = null;

    private static bool IsAged(FdbEntry entry, Instant now, long ageing) => !entry.IsStatic && !entry.IsLocal && now.Since(entry.Updated) > ageing;

    private void Insert(MacAddress source, BridgePort port, Instant now, long ageing)
    {
        if (_entries.Count >= _limit && !DropAged(now, ageing))
        {
            NotLearned++;
            return;
        }

        var entry = new FdbEntry { Address = source, Port = port, Updated = now };
        _entries.Add(source.Value, entry);
        _lastHit = entry;
    }

    private bool DropAged(Instant now, long ageing)
    {
        Forget();
        var aged = _entries.Values.Where(e => IsAged(e, now, ageing)).ToArray();
        foreach (var entry in aged) _entries.Remove(entry.Address.Value);
        return aged.Length > 0;
    }
}
