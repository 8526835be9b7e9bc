using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc.Bpf;

/// <summary>
/// A frame as a BPF program sees it: from its MAC header on, also at ingress, where other filters see it from the network header
/// (<c>cls_bpf_classify</c> shows the header while the program runs).
/// </summary>
public readonly ref struct BpfFrame
{
    /// <summary>SKF_NET_OFF: offsets from here on count from the network header.</summary>
    private const int FromNetworkHeader = -0x100000;

    /// <summary>SKF_LL_OFF: offsets from here on count from the MAC header.</summary>
    private const int FromMacHeader = -0x200000;

    private readonly int _start;

    /// <summary>Shows a frame.</summary>
    /// <param name="skb">It.</param>
    /// <param name="atIngress">Caught at ingress: its MAC header is hidden.</param>
    /// <param name="random">Where programs get random numbers.</param>
    public BpfFrame(SkBuff skb, bool atIngress, RandomSource random)
    {
        (Skb, Random) = (skb, random);
        _start = atIngress ? skb.Data - skb.MacLen : skb.Data;
    }

    /// <summary>The frame.</summary>
    public SkBuff Skb { get; }

    /// <summary>Random numbers.</summary>
    public RandomSource Random { get; }

    /// <summary>Bytes that are seen.</summary>
    public int Length => Skb.Data + Skb.Length - _start;

    /// <summary>They.</summary>
    public ReadOnlySpan<byte> Bytes => Skb.Bytes.AsSpan(_start, Length);

    /// <summary>Bytes in front of the network header.</summary>
    public int NetworkOffset => Skb.NetworkHeader - _start;

    /// <summary>Reads a number, the highest byte first (<c>bpf_skb_load_helper_*</c>).</summary>
    /// <param name="offset">Where; far below 0 from one of the headers.</param>
    /// <param name="size">Bytes: 1, 2 or 4.</param>
    /// <param name="value">It.</param>
    /// <returns>False when it is not inside the frame.</returns>
    public bool TryLoad(int offset, int size, out uint value)
    {
        value = 0;
        var at = (long)_start + offset;
        if (offset >= FromNetworkHeader && offset < 0) at = (long)Skb.NetworkHeader + offset - FromNetworkHeader;
        else if (offset >= FromMacHeader && offset < 0) at = (long)Skb.MacHeader + offset - FromMacHeader;
        else if (offset < 0) return false;
        if (at < 0 || at + size > Skb.Data + Skb.Length) return false;
        for (var i = 0; i < size; i++) value = (value << 8) | Skb.Bytes[(int)at + i];
        return true;
    }
}
