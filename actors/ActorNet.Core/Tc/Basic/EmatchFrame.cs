using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc.Basic;

/// <summary>A frame as ematches see it: bytes counted from one of its headers (<c>tcf_get_base_ptr</c>, <c>tcf_valid_offset</c>).</summary>
public readonly ref struct EmatchFrame
{
    /// <summary>Layer whose bytes begin at the MAC header (TCF_LAYER_LINK).</summary>
    public const int Link = 0;

    /// <summary>At the network header.</summary>
    public const int Network = 1;

    /// <summary>At the transport header; where no protocol is known, at the network header of what was received, and nowhere in what is sent from here.</summary>
    public const int Transport = 2;

    private readonly bool _atIngress;

    /// <summary>Shows a frame.</summary>
    /// <param name="skb">It.</param>
    /// <param name="atIngress">Caught at ingress.</param>
    /// <param name="random">Where <c>meta(random ...)</c> gets numbers.</param>
    public EmatchFrame(SkBuff skb, bool atIngress, RandomSource random) => (Skb, _atIngress, Random) = (skb, atIngress, random);

    /// <summary>The frame.</summary>
    public SkBuff Skb { get; }

    /// <summary>Random numbers.</summary>
    public RandomSource Random { get; }

    /// <summary>Came from another device, so that the receive path has set its headers.</summary>
    public bool WasReceived => _atIngress || Skb.SkbIif != 0;

    /// <summary>Bytes of the frame.</summary>
    /// <param name="layer">Header that the offset counts from.</param>
    /// <param name="offset">Where.</param>
    /// <param name="count">How many.</param>
    /// <param name="bytes">They.</param>
    /// <returns>False when they are not all inside.</returns>
    public bool TryRead(int layer, int offset, int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (!TryBase(layer, out var start)) return false;
        var at = start + offset;
        if (at < 0 || at + count > Skb.Data + Skb.Length) return false;
        bytes = Skb.Bytes.AsSpan(at, count);
        return true;
    }

    private bool TryBase(int layer, out int start)
    {
        start = layer == Link ? Skb.MacHeader : Skb.NetworkHeader;
        if (layer != Transport) return true;
        if (WasReceived && Skb.VlanPresent)
        {
            // Where the tag stood when the receive path set it; the MAC header has moved there since.
            start = Skb.NetworkHeader - EthernetHeader.VlanSize;
            return true;
        }

        if (!TransportHeader.TryFind(Skb, out var found)) return WasReceived;
        start = found.Offset;
        return true;
    }
}
