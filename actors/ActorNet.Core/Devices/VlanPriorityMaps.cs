namespace ActorNet.Core.Devices;

/// <summary>Translates between the priority of frames and the three bits of a VLAN tag (<c>ingress-qos-map</c>, <c>egress-qos-map</c>).</summary>
public sealed class VlanPriorityMaps
{
    /// <summary>Most entries of the egress map.</summary>
    public const int MaxEgress = 256;

    private const int Codepoints = 8;
    private const int Buckets = 16;
    private const int TciShift = 13;

    private readonly uint[] _ingress = new uint[Codepoints];
    private readonly Dictionary<uint, int> _egress = [];
    private readonly List<uint> _order = [];

    /// <summary>Received tags and the priority they give, where it is not 0.</summary>
    public IEnumerable<(uint From, uint To)> Ingress
    {
        get
        {
            for (var i = 0u; i < Codepoints; i++)
            {
                if (_ingress[i] != 0) yield return (i, _ingress[i]);
            }
        }
    }

    /// <summary>Priorities and the bits they give, where these are not 0, in the kernel's order: by the low four bits, the newest first.</summary>
    public IEnumerable<(uint From, uint To)> Egress =>
        Enumerable.Reverse(_order).OrderBy(p => p % Buckets).Where(p => _egress[p] != 0).Select(p => (p, (uint)_egress[p]));

    /// <summary>The priority of a frame received with a tag.</summary>
    public uint PriorityOf(ushort tci) => _ingress[(tci >> TciShift) & (Codepoints - 1)];

    /// <summary>The priority bits of the tag of a frame that is sent, at their place in the tag.</summary>
    public ushort BitsOf(uint priority) => _egress.TryGetValue(priority, out var bits) ? (ushort)(bits << TciShift) : (ushort)0;

    /// <summary>Sets what received bits mean; only the low three count.</summary>
    public void SetIngress(uint from, uint to) => _ingress[from & (Codepoints - 1)] = to;

    /// <summary>Sets the bits that a priority gives; only the low three count.</summary>
    /// <exception cref="RtnlException">ENOBUFS: there are too many.</exception>
    public void SetEgress(uint from, uint to)
    {
        if (!_egress.ContainsKey(from))
        {
            // Without an entry the bits are 0 anyway.
            if (to == 0) return;
            if (_egress.Count >= MaxEgress) throw new RtnlException(Errno.ENOBUFS);
            _order.Add(from);
        }

        _egress[from] = (int)(to & (Codepoints - 1));
    }
}
