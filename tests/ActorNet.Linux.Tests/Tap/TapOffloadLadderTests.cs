using ActorNet.Linux.Tap;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Tap;

public sealed class TapOffloadLadderTests
{
    private const TapOffloads Tso = TapOffloads.Tso4 | TapOffloads.Tso6;
    private const TapOffloads Uso = TapOffloads.Uso4 | TapOffloads.Uso6;

    [Theory]
    [InlineData(TapOffloads.All, TapOffloads.All)]
    [InlineData(TapOffloads.All & ~Uso, TapOffloads.All & ~Uso)]
    [InlineData(TapOffloads.Checksum | Tso, TapOffloads.Checksum | Tso)]
    [InlineData(TapOffloads.Checksum, TapOffloads.Checksum)]
    [InlineData(TapOffloads.None, TapOffloads.None)]
    public void Newest_bits_are_left_out_until_the_kernel_agrees(TapOffloads kernelKnows, TapOffloads expected)
    {
        // given a kernel that refuses a set as a whole for one bit it does not know
        TapOffloads? set = null;
        bool Accepts(TapOffloads asked)
        {
            if ((asked & ~kernelKnows) != 0) return false;
            set = asked;
            return true;
        }

        // when
        var result = TapOffloadLadder.Climb(TapOffloads.All, Accepts);

        // then
        result.ShouldBe(expected);
        set.ShouldBe(expected);
    }

    [Theory]
    [InlineData(Tso, TapOffloads.None)]
    [InlineData(TapOffloads.Checksum | TapOffloads.Uso4, TapOffloads.Checksum)]
    [InlineData(TapOffloads.Checksum | TapOffloads.TsoEcn, TapOffloads.Checksum)]
    [InlineData(TapOffloads.Checksum | TapOffloads.Tso4, TapOffloads.Checksum | TapOffloads.Tso4)]
    [InlineData((TapOffloads)0x8000 | TapOffloads.Checksum, TapOffloads.Checksum)]
    public void Sets_that_no_kernel_takes_are_cut_down(TapOffloads wanted, TapOffloads expected) =>
        TapOffloadLadder.Climb(wanted, _ => true).ShouldBe(expected);
}
