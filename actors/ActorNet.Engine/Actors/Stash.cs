using ActorNet.Engine.Cell;

namespace ActorNet.Engine;

/// <summary>The messages that one actor has put aside; as large as its mailbox may be.</summary>
internal sealed class Stash(ActorCell cell) : IStash
{
    private readonly List<Envelope> _aside = [];
    private bool _hasStashedCurrent;

    public int Count => _aside.Count;

    public bool IsEmpty => _aside.Count == 0;

    public bool NonEmpty => _aside.Count > 0;

    public bool IsFull => _aside.Count >= Capacity;

    public int Capacity => cell.Loop.Options.MailboxLimit;

    void IStash.Stash()
    {
        cell.RequireTurn("Stash");
        var message = cell.CurrentMessage ?? throw new InvalidOperationException("There is no current message to stash. Call Stash in a message handler.");
        if (_hasStashedCurrent) throw new InvalidOperationException($"The message {message} is stashed already. Stash a message once.");
        if (IsFull) throw new InvalidOperationException($"The stash of {cell.Self.Path} holds {Capacity} messages, its limit. Unstash earlier, or raise LoopOptions.MailboxLimit.");
        _hasStashedCurrent = true;
        _aside.Add(new Envelope(message, cell.CurrentSender));
    }

    public void Unstash()
    {
        if (IsEmpty) return;
        var first = _aside[0];
        _aside.RemoveAt(0);
        cell.Prepend([first]);
    }

    public void UnstashAll()
    {
        cell.Prepend(_aside);
        _aside.Clear();
    }

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        cell.Prepend(_aside.FindAll(envelope => predicate(envelope)));
        _aside.Clear();
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var all = _aside.ToArray();
        _aside.Clear();
        return all;
    }

    public void Prepend(IEnumerable<Envelope> envelopes) => _aside.InsertRange(0, envelopes);

    /// <summary>Another message is about to be handled.</summary>
    internal void BeginMessage() => _hasStashedCurrent = false;
}
