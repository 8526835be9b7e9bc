namespace ActorNet.Core.Sched;

/// <summary>
/// Classes of one priority that may send at one level, and whose turn it is (<c>struct htb_prio</c>): a row of classes within their rate, or the children that
/// feed on one class. The turn goes round in the order of class ids.
/// </summary>
internal sealed class HtbFeed
{
    private readonly MinorSet _members = new();

    /// <summary>Minor whose turn it is; <see cref="MinorSet.None"/> at the right end, or when the one whose turn it was left.</summary>
    private int _current = MinorSet.None;

    /// <summary>Minor of the one that left while it was its turn; the turn goes on with it, or with the next one, whoever is there then.</summary>
    private int _left = MinorSet.None;

    /// <summary>Whether nobody is in it.</summary>
    public bool IsEmpty => _members.IsEmpty;

    /// <summary>A class joins; whose turn it is stays.</summary>
    public void Add(HtbClass item) => _members.Add(item.Minor);

    /// <summary>A class leaves a row: its turn goes to the next one.</summary>
    public void RemoveFromRow(HtbClass item)
    {
        if (_current == item.Minor) Advance();
        _members.Remove(item.Minor);
    }

    /// <summary>A class leaves the ones that feed on a parent: its turn is remembered by its number.</summary>
    public void RemoveFromParent(HtbClass item)
    {
        if (_current == item.Minor)
        {
            _left = item.Minor;
            _current = MinorSet.None;
        }

        _members.Remove(item.Minor);
    }

    /// <summary>Passes the turn on; behind the last comes the right end.</summary>
    public void Advance()
    {
        if (_current != MinorSet.None) _current = _members.Next(_current + 1);
    }

    /// <summary>The minor whose turn it is; at the right end <see cref="MinorSet.None"/>, once, and the turn starts from the left.</summary>
    public int TakeTurn()
    {
        if (_current == MinorSet.None && _left != MinorSet.None) _current = _members.Next(_left);
        _left = MinorSet.None;
        if (_current != MinorSet.None) return _current;
        _current = _members.Next(0);
        return MinorSet.None;
    }

    /// <summary>Forgets everybody and the turn.</summary>
    public void Clear()
    {
        for (var minor = _members.Next(0); minor != MinorSet.None; minor = _members.Next(minor + 1)) _members.Remove(minor);
        _current = _left = MinorSet.None;
    }
}
