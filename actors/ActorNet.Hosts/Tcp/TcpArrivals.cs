using ActorNet.Core;

namespace ActorNet.Hosts.Tcp;

/// <summary>What came in on a port that listens, all connections together.</summary>
public sealed class TcpArrivals
{
    /// <summary>Connections accepted.</summary>
    public long Connections { get; internal set; }

    /// <summary>Bytes received in order.</summary>
    public long Bytes { get; private set; }

    /// <summary>Segments that came before an earlier one.</summary>
    public long OutOfOrder { get; internal set; }

    /// <summary>Segments with data that were marked CE.</summary>
    public long Marked { get; internal set; }

    /// <summary>Segments that brought nothing new.</summary>
    public long Duplicates { get; internal set; }

    /// <summary>Bytes that were not those of a generated stream.</summary>
    public long WrongBytes { get; internal set; }

    /// <summary>When the first byte came.</summary>
    public Instant First { get; private set; }

    /// <summary>When the last byte came.</summary>
    public Instant Last { get; private set; }

    internal void Add(long bytes, Instant now)
    {
        if (Bytes == 0) First = now;
        Last = now;
        Bytes += bytes;
    }
}
