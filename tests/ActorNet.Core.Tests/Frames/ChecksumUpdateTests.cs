using System.Buffers.Binary;
using ActorNet.Core.Frames;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

/// <summary>A checksum brought up to date is the one that is computed anew; 0 and 0xFFFF mean the same.</summary>
public sealed class ChecksumUpdateTests
{
    private static Gen<(byte[] Bytes, int Word, uint After)> Changes =>
        from words in Gen.Choose(2, 40)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from word in Gen.Choose(0, words - 1)
        from high in Gen.Frequency((4, Gen.Choose(0, 0xFFFF)), (1, Gen.Elements(0, 0xFFFF)))
        from low in Gen.Frequency((4, Gen.Choose(0, 0xFFFF)), (1, Gen.Elements(0, 0xFFFF)))
        select (Property.RandomBytes(4 * words, seed), word, ((uint)high << 16) | (uint)low);

    [Fact]
    [Trait("rule", "NAT-02")]
    public void Replacing_an_address_equals_summing_anew() => Property.Holds(Changes, change =>
    {
        var (bytes, word, after) = change;
        var check = Checksum.Fold(Checksum.Partial(bytes));
        var before = Swap(bytes, 4 * word, after);

        var updated = ChecksumUpdate.Replace(check, before, after);

        Value(updated).ShouldBe(Value((ushort)~SlowChecksum.Sum(bytes)));
        updated.ShouldNotBe(ushort.MaxValue);
    });

    [Fact]
    [Trait("rule", "NAT-02")]
    public void Replacing_a_word_equals_summing_anew() => Property.Holds(Changes, change =>
    {
        var (bytes, word, after) = change;
        var check = Checksum.Fold(Checksum.Partial(bytes));
        var before = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4 * word));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4 * word), (ushort)after);

        Value(ChecksumUpdate.Replace(check, before, (ushort)after)).ShouldBe(Value((ushort)~SlowChecksum.Sum(bytes)));
    });

    [Fact]
    [Trait("rule", "NAT-02")]
    public void A_sum_left_to_the_device_stays_a_sum() => Property.Holds(Changes, change =>
    {
        var (bytes, word, after) = change;
        var sum = SlowChecksum.Sum(bytes);
        var before = Swap(bytes, 4 * word, after);

        Value(ChecksumUpdate.ReplaceInPartial(sum, before, after)).ShouldBe(Value(SlowChecksum.Sum(bytes)));
    });

    private static uint Swap(byte[] bytes, int at, uint after)
    {
        var before = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), after);
        return before;
    }

    private static int Value(ushort sum) => sum == ushort.MaxValue ? 0 : sum;
}
