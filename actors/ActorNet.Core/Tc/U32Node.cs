using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>
/// One u32 filter (<c>struct tc_u_knode</c>): keys, and what to do when all of them agree. Replaced as a whole on a change, which keeps its selector and,
/// unless it says otherwise, device and link; class and actions it must name again.
/// </summary>
internal sealed class U32Node
{
    private readonly U32Key[] _keys;

    /// <summary>How often each key agreed; null where the kernel does not count that.</summary>
    private readonly long[]? _successes;

    /// <summary>A new filter.</summary>
    public U32Node(uint handle, U32Options options, ActionList actions, bool counts)
    {
        Handle = handle;
        _keys = [.. options.Keys!];
        IsTerminal = options.IsTerminal;
        Link = options.Link;
        (Mark, MarkMask) = (options.Mark, options.MarkMask);
        (SkipHardware, SkipSoftware) = (options.SkipHardware, options.SkipSoftware);
        _successes = counts ? new long[_keys.Length] : null;
        ClassId = options.ClassId;
        Actions = actions;
    }

    /// <summary>What a filter becomes by a change.</summary>
    public U32Node(U32Node old, U32Options options, ActionList actions)
    {
        Handle = old.Handle;
        _keys = old._keys;
        IsTerminal = old.IsTerminal;
        Link = old.Link;
        (Mark, MarkMask) = (old.Mark, old.MarkMask);
        (SkipHardware, SkipSoftware) = (old.SkipHardware, old.SkipSoftware);
        (_successes, Hits, Matches, MarkSuccesses) = (old._successes, old.Hits, old.Matches, old.MarkSuccesses);
        (InDev, Down) = (old.InDev, old.Down);
        ClassId = options.ClassId;
        Actions = actions;
    }

    /// <summary>Table, bucket and number; filters of a bucket are asked in the order of their numbers.</summary>
    public uint Handle { get; }

    /// <summary>Its actions.</summary>
    public ActionList Actions { get; }

    /// <summary>Class it assigns, 0 for none.</summary>
    public uint ClassId { get; }

    /// <summary>Whether a match decides anything: a filter made without action or class leaves it to the next one.</summary>
    public bool IsTerminal { get; }

    /// <summary>How it leads to <see cref="Down"/>.</summary>
    public U32Link Link { get; }

    /// <summary>The table it leads to; null for none.</summary>
    public U32Table? Down { get; init; }

    /// <summary>The classifier that it was made or changed through: its block binds the class.</summary>
    public required Classifier Owner { get; init; }

    /// <summary>Number of the device that frames must have come in on; 0 for any.</summary>
    public int InDev { get; init; }

    /// <summary>Firewall mark a frame must have.</summary>
    public uint Mark { get; }

    /// <summary>Bits of the mark that count.</summary>
    public uint MarkMask { get; }

    /// <summary>Only shown.</summary>
    public bool SkipHardware { get; }

    /// <summary>Never matches.</summary>
    public bool SkipSoftware { get; }

    /// <summary>How often it was asked.</summary>
    public long Hits { get; private set; }

    /// <summary>How often it decided.</summary>
    public long Matches { get; private set; }

    /// <summary>How often the mark agreed.</summary>
    public uint MarkSuccesses { get; private set; }

    /// <summary>What it compares.</summary>
    public IReadOnlyList<U32Key> Keys => _keys;

    /// <summary>How often each key agreed; null where that is not counted.</summary>
    public IReadOnlyList<long>? Successes => _successes;

    /// <summary>Compares mark and keys with a frame.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="start">Bytes from <see cref="SkBuff.Data"/> to where offsets count from.</param>
    /// <param name="next">What <c>nexthdr+</c> adds.</param>
    public U32Match Compare(SkBuff skb, int start, int next)
    {
        Hits++;
        if (SkipSoftware || (skb.Mark & MarkMask) != Mark) return U32Match.No;
        MarkSuccesses++;
        for (var i = 0; i < _keys.Length; i++)
        {
            var match = _keys[i].Compare(skb, start, next);
            if (match != U32Match.Yes) return match;
            if (_successes is not null) _successes[i]++;
        }

        return U32Match.Yes;
    }

    /// <summary>Whether it decides about a frame that its keys agree with, and none in the table it leads to did: then its actions are to be run.</summary>
    public bool Decides(SkBuff skb)
    {
        if (!IsTerminal || (InDev != 0 && skb.SkbIif != InDev)) return false;
        Matches++;
        return true;
    }
}
