using System.Runtime.CompilerServices;

namespace ActorNet.Core.Tc.Flower;

/// <summary>
/// What flower knows of a frame, wants of it, or looks at (<c>struct fl_flow_key</c>): the same fields serve as values and as masks, so that masking and comparing
/// are the same few words whatever the fields are.
/// </summary>
[InlineArray(Words)]
internal struct FlowKey
{
    /// <summary>Words of 64 bits.</summary>
    public const int Words = 18;

    private ulong _first;

    /// <summary>The value of a field.</summary>
    public readonly ulong Get(FlowField field) => (this[field.Word] >> field.Shift) & field.Ones;

    /// <summary>Sets a field; what does not fit into it is cut off.</summary>
    public void Set(FlowField field, ulong value)
    {
        ref var word = ref this[field.Word];
        word = (word & ~(field.Ones << field.Shift)) | ((value & field.Ones) << field.Shift);
    }

    /// <summary>Whether any bit of a field is set.</summary>
    public readonly bool Has(FlowField field) => Get(field) != 0;

    /// <summary>The bits of this key that <paramref name="mask"/> looks at.</summary>
    public readonly FlowKey Masked(in FlowKey mask)
    {
        var result = default(FlowKey);
        for (var i = 0; i < Words; i++) result[i] = this[i] & mask[i];
        return result;
    }

    /// <summary>Whether all words agree.</summary>
    public readonly bool SameAs(in FlowKey other)
    {
        ReadOnlySpan<ulong> mine = this;
        return mine.SequenceEqual(other);
    }

    /// <summary>Whether every bit of this mask is set in <paramref name="other"/> too.</summary>
    public readonly bool IsWithin(in FlowKey other)
    {
        for (var i = 0; i < Words; i++)
        {
            if ((this[i] & ~other[i]) != 0) return false;
        }

        return true;
    }
}
