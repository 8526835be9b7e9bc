namespace ActorNet.Topology;

/// <summary>What can be expected of a device: how far a counter rose while the traffic ran, or, for <see cref="Queued"/>, what is there in the end.</summary>
public enum DeviceCounter
{
    /// <summary>Frames received.</summary>
    RxPackets,

    /// <summary>Bytes received.</summary>
    RxBytes,

    /// <summary>Malformed frames received.</summary>
    RxErrors,

    /// <summary>Received and given up.</summary>
    RxDropped,

    /// <summary>Frames sent.</summary>
    TxPackets,

    /// <summary>Bytes sent.</summary>
    TxBytes,

    /// <summary>Errors on sending.</summary>
    TxErrors,

    /// <summary>Given up on sending.</summary>
    TxDropped,

    /// <summary>Refused by its root qdisc, or given up inside.</summary>
    QdiscDrops,

    /// <summary>Packets that left its root qdisc.</summary>
    QdiscPackets,

    /// <summary>How often a limit of its root qdisc held something back.</summary>
    Overlimits,

    /// <summary>Frames that its root qdisc holds in the end.</summary>
    Queued,

    /// <summary>Frames that ended there in any of these ways: <see cref="RxDropped"/>, <see cref="TxDropped"/> and <see cref="QdiscDrops"/> together.</summary>
    Dropped,
}

/// <summary>The words of counters.</summary>
public static class DeviceCounters
{
    private static readonly (DeviceCounter Counter, string Word)[] All =
    [
        (DeviceCounter.RxPackets, "rx-packets"), (DeviceCounter.RxBytes, "rx-bytes"), (DeviceCounter.RxErrors, "rx-errors"), (DeviceCounter.RxDropped, "rx-dropped"),
        (DeviceCounter.TxPackets, "tx-packets"), (DeviceCounter.TxBytes, "tx-bytes"), (DeviceCounter.TxErrors, "tx-errors"), (DeviceCounter.TxDropped, "tx-dropped"),
        (DeviceCounter.QdiscPackets, "qdisc-packets"), (DeviceCounter.QdiscDrops, "qdisc-drops"), (DeviceCounter.Overlimits, "overlimits"), (DeviceCounter.Queued, "queued"),
        (DeviceCounter.Dropped, "dropped"),
    ];

    /// <summary>All words, in the order in which they are listed.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(c => c.Word)];

    /// <summary>The word of a counter.</summary>
    public static string WordOf(DeviceCounter counter) => Array.Find(All, c => c.Counter == counter).Word;

    /// <summary>A counter by its word.</summary>
    public static bool TryRead(string word, out DeviceCounter counter)
    {
        var at = Array.FindIndex(All, c => string.Equals(c.Word, word, StringComparison.Ordinal));
        counter = at < 0 ? default : All[at].Counter;
        return at >= 0;
    }

    /// <summary>Counts bytes rather than frames.</summary>
    internal static bool CountsBytes(DeviceCounter counter) => counter is DeviceCounter.RxBytes or DeviceCounter.TxBytes;
}
