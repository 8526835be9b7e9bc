namespace ActorNet.Core.Sched;

/// <summary>
/// Slots of sfq by the number of their frames, so that the longest is found at once: a list for each number, the latest comer first. That order decides which of equally
/// long flows loses a frame, and is Linux's (<c>dep[]</c> in <c>net/sched/sch_sfq.c</c>).
/// </summary>
internal sealed class SfqDepths
{
    /// <summary>Most frames of a slot.</summary>
    public const int MostFrames = 127;

    private readonly int _slots;
    private readonly int[] _next;
    private readonly int[] _previous;

    /// <summary>All slots empty, the last one first in its list.</summary>
    /// <param name="slots">How many.</param>
    public SfqDepths(int slots)
    {
        _slots = slots;
        _next = new int[slots + MostFrames + 1];
        _previous = new int[slots + MostFrames + 1];
        for (var depth = 0; depth <= MostFrames; depth++) _next[slots + depth] = _previous[slots + depth] = slots + depth;
        for (var slot = 0; slot < slots; slot++) Link(slot, 0);
    }

    /// <summary>Frames of the longest slot.</summary>
    public int Longest { get; private set; }

    /// <summary>The slot of that many frames that came to it last; negative when there is none.</summary>
    public int First(int depth) => _next[_slots + depth] is var slot && slot < _slots ? slot : -1;

    /// <summary>A slot has one frame more.</summary>
    /// <param name="slot">Which.</param>
    /// <param name="depth">Its frames now.</param>
    public void Grew(int slot, int depth)
    {
        Unlink(slot);
        Longest = Math.Max(Longest, depth);
        Link(slot, depth);
    }

    /// <summary>A slot has one frame less.</summary>
    /// <param name="slot">Which.</param>
    /// <param name="depth">Its frames now.</param>
    public void Shrank(int slot, int depth)
    {
        Unlink(slot);
        if (Longest == depth + 1 && First(depth + 1) < 0) Longest--;
        Link(slot, depth);
    }

    private void Link(int slot, int depth)
    {
        var head = _slots + depth;
        var next = _next[head];
        _next[slot] = next;
        _previous[slot] = head;
        _next[head] = slot;
        _previous[next] = slot;
    }

    private void Unlink(int slot)
    {
        _next[_previous[slot]] = _next[slot];
        _previous[_next[slot]] = _previous[slot];
    }
}
