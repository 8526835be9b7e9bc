using System.Buffers.Binary;

namespace ActorNet.Core.Tc;

/// <summary>Turns the values of a field into keys of whole words (<c>pack_key</c> in <c>tc/m_pedit.c</c>), and says what tc says when they do not fit.</summary>
internal sealed class PeditPacker
{
    /// <summary>Keys that tc has room for.</summary>
    public const int MaxKeys = 128;

    private readonly List<PeditKey> _keys = [];

    /// <summary>The keys so far.</summary>
    public IReadOnlyList<PeditKey> Keys => _keys;

    /// <summary>Adds the key of a field of 1, 2 or 4 bytes.</summary>
    /// <param name="template">Header, command, where the field begins.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="value">Right-aligned.</param>
    /// <param name="mask">Bits of the field that stay, right-aligned.</param>
    /// <param name="retain">Bits of the field that are changed at all.</param>
    /// <param name="complaint">tc's sentence when it does not fit; empty when it says nothing.</param>
    public bool TryAdd(PeditKey template, int size, uint value, uint mask, uint retain, out string complaint)
    {
        var index = template.Offset & 3;
        complaint = Misfit(size, index, value, mask);
        if (complaint.Length > 0) return false;
        var stride = 8 * (sizeof(uint) - size - index);
        var around = size == sizeof(uint) ? 0 : ~(uint)((1UL << (8 * size)) - 1 << stride);
        return TryAdd(template with
        {
            Offset = template.Offset & ~3,
            Value = (value & retain) << stride,
            Mask = ((mask | ~retain) << stride) | around,
        });
    }

    /// <summary>Adds the keys of an Ethernet address, which begins on a word or in the middle of one.</summary>
    public bool TryAddMac(PeditKey template, ReadOnlySpan<byte> address)
    {
        var begins = (template.Offset & 3) == 0;
        var split = begins ? sizeof(uint) : sizeof(ushort);
        return TryAddBytes(template, address[..split])
            && TryAddBytes(template with { Offset = (template.Offset & ~3) + sizeof(uint) }, address[split..]);
    }

    /// <summary>Adds the four keys of an IPv6 address.</summary>
    public bool TryAddIPv6(PeditKey template, ReadOnlySpan<byte> address)
    {
        for (var i = 0; i < address.Length; i += sizeof(uint))
        {
            if (!TryAddBytes(template with { Offset = template.Offset + i }, address.Slice(i, sizeof(uint)))) return false;
        }

        return true;
    }

    /// <summary>Moves the key added last to the left within its word; the bits that come free stay.</summary>
    public void ShiftLast(int bits)
    {
        var key = _keys[^1];
        _keys[^1] = key with { Value = key.Value << bits, Mask = (key.Mask << bits) | ((1u << bits) - 1) };
    }

    private bool TryAddBytes(PeditKey template, ReadOnlySpan<byte> bytes)
    {
        var value = bytes.Length == sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        return TryAdd(template, bytes.Length, value, 0, uint.MaxValue, out _);
    }

    private bool TryAdd(PeditKey key)
    {
        if (_keys.Count == MaxKeys) return false;
        _keys.Add(key);
        return true;
    }

    private static string Misfit(int size, int index, uint value, uint mask) => size switch
    {
        1 when value > 0xFF || mask > 0xFF => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pack_key8 bad value (val {value:x} mask {mask:x}"),
        2 when value > 0xFFFF || mask > 0xFFFF => "pack_key16 bad value",
        2 when index == 3 => "pack_key16 bad index value 3",
        4 when index != 0 => "pack_key32: 32 bit offsets must begin in 32bit boundaries",
        _ => "",
    };
}
