namespace ActorNet.Core.Tc;

/// <summary>Collects the keys of a u32 filter the way tc packs them: narrow keys become part of a word, and keys on the same word are merged.</summary>
internal sealed class U32Selector
{
    /// <summary>Most keys of one filter.</summary>
    public const int MaxKeys = 128;

    private readonly List<U32Key> _keys = [];

    /// <summary>The keys in order.</summary>
    public U32Key[] Keys => [.. _keys];

    /// <summary>Firewall mark that the filter wants.</summary>
    public uint Mark { get; set; }

    /// <summary>Its bits that count; 0 for any mark.</summary>
    public uint MarkMask { get; set; }

    /// <summary>Adds a key of one byte at any offset.</summary>
    /// <returns>False when it contradicts an earlier key, or there are too many.</returns>
    public bool AddByte(uint value, uint mask, int offset, bool atNextHeader)
    {
        var shift = 24 - (8 * (offset & 3));
        return value <= byte.MaxValue && mask <= byte.MaxValue && AddWord(value << shift, mask << shift, offset & ~3, atNextHeader);
    }

    /// <summary>Adds a key of two bytes: the upper half of a word at offsets that 4 divides, otherwise the lower half.</summary>
    /// <inheritdoc cref="AddByte"/>
    public bool AddShort(uint value, uint mask, int offset, bool atNextHeader)
    {
        var shift = (offset & 3) == 0 ? 16 : 0;
        return value <= ushort.MaxValue && mask <= ushort.MaxValue && AddWord(value << shift, mask << shift, offset & ~3, atNextHeader);
    }

    /// <summary>Adds a key of four bytes.</summary>
    /// <returns>False when the offset is not a multiple of 4, it contradicts an earlier key, or there are too many.</returns>
    public bool AddWord(uint value, uint mask, int offset, bool atNextHeader)
    {
        value &= mask;
        for (var i = 0; i < _keys.Count; i++)
        {
            var key = _keys[i];
            if (key.Offset != offset || key.AtNextHeader != atNextHeader) continue;
            if (((key.Value ^ value) & key.Mask & mask) != 0) return false;
            _keys[i] = key with { Value = key.Value | value, Mask = key.Mask | mask };
            return true;
        }

        if (_keys.Count >= MaxKeys || offset % 4 != 0) return false;
        _keys.Add(new U32Key(value, mask, offset, atNextHeader));
        return true;
    }
}
