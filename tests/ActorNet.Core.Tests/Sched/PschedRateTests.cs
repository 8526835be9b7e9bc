using System.Numerics;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class PschedRateTests
{
    [Theory]
    [Trait("rule", "VT-06")]
    [InlineData(1000UL, 300U, 300_000_000L)]
    [InlineData(100UL, 1514U, 15_140_000_000L)]
    [InlineData(125_000_000UL, 1514U, 12_112L)]
    [InlineData(1UL, 1U, 1_000_000_000L)]
    [InlineData(1_250_000_000UL, 1U, 0L)]
    [InlineData(3UL, 1U, 333_333_333L)]
    public void Length_becomes_nanoseconds(ulong rate, uint length, long nanoseconds) => new PschedRate(rate).Nanoseconds(length).ShouldBe(nanoseconds);

    [Fact]
    [Trait("rule", "TBF-06")]
    [Trait("rule", "QD-11")]
    public void Overhead_minimum_and_cells_are_charged()
    {
        new PschedRate(100, overhead: 100, minimum: 500).Nanoseconds(100).ShouldBe(5_000_000_000);
        new PschedRate(100, overhead: 100, minimum: 500).Nanoseconds(1600).ShouldBe(17_000_000_000);
        new PschedRate(125_000, overhead: 20, minimum: 64, atm: true).Nanoseconds(10_240).ShouldBe(90_736_000);
    }

    [Fact]
    [Trait("rule", "VT-06")]
    public void Reciprocal_is_the_largest_of_32_bits_and_errs_downwards_by_less_than_a_millionth()
    {
        var runs = from rate in Gen.Choose(1, int.MaxValue) from scale in Gen.Choose(1, 1000) from length in Gen.Choose(0, 1 << 20) select ((ulong)rate * (ulong)scale, (uint)length);
        Property.Holds(runs, run =>
        {
            var exact = (BigInteger)run.Item2 * 1_000_000_000 / run.Item1;
            var (multiplier, shift) = SlowReciprocal(run.Item1);
            var got = new PschedRate(run.Item1).Nanoseconds(run.Item2);
            got.ShouldBe((long)((run.Item2 * multiplier) >> shift));
            (exact - got).ShouldBeInRange(0, (exact / (1 << 30)) + 1);
        });
    }

    private static (BigInteger Multiplier, int Shift) SlowReciprocal(ulong rate)
    {
        var best = (Multiplier: BigInteger.One, Shift: 0);
        for (var shift = 0; (BigInteger)1_000_000_000 << shift < BigInteger.One << 64; shift++)
        {
            var multiplier = ((BigInteger)1_000_000_000 << shift) / rate;
            if (multiplier < BigInteger.One << 32) best = (multiplier, shift);
        }

        return best;
    }
}
