namespace ActorNet.Core.Sched;

/// <summary>A class of a deficit round robin: its discipline, its turn, its counters.</summary>
internal sealed class DrrClass(uint classId) : IClassEntry
{
    /// <summary>Sent through it; what was refused the leaf counts.</summary>
    public QdiscStats Stats;

    /// <inheritdoc/>
    public uint ClassId { get; } = classId;

    /// <summary>What holds the frames.</summary>
    public required Qdisc Leaf { get; set; }

    /// <summary>Bytes that each turn adds.</summary>
    public uint Quantum { get; set; }

    /// <summary>Bytes left to send.</summary>
    public uint Deficit { get; set; }

    /// <summary>The class whose turn is next.</summary>
    public DrrClass? Next { get; set; }

    /// <summary>The class whose turn was before.</summary>
    public DrrClass? Previous { get; set; }

    /// <summary>Whether it stands in the round.</summary>
    public bool IsActive { get; set; }
}

/// <summary>Classes with frames in the order of their turns: a list linked through the classes.</summary>
internal sealed class DrrRound
{
    private DrrClass? _last;

    /// <summary>Whose turn it is; null when nobody has frames.</summary>
    public DrrClass? First { get; private set; }

    /// <summary>A class comes in at the end.</summary>
    public void Add(DrrClass item)
    {
        item.Previous = _last;
        item.Next = null;
        if (_last is null) First = item;
        else _last.Next = item;
        _last = item;
        item.IsActive = true;
    }

    /// <summary>A class leaves; one that is not there is no matter.</summary>
    public void Remove(DrrClass item)
    {
        if (!item.IsActive) return;
        if (item.Previous is null) First = item.Next;
        else item.Previous.Next = item.Next;
        if (item.Next is null) _last = item.Previous;
        else item.Next.Previous = item.Previous;
        item.Next = item.Previous = null;
        item.IsActive = false;
    }
}
