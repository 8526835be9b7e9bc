using ActorNet.Node.Bench;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench;

public sealed class SamplesTests
{
    [Fact]
    public void Median_of_an_odd_number_is_the_middle() => Samples.Median([9, 1, 5]).ShouldBe(5);

    [Fact]
    public void Median_of_an_even_number_is_between_the_two_in_the_middle() => Samples.Median([4, 1, 2, 100]).ShouldBe(3);

    [Fact]
    public void Nothing_has_no_median() => Should.Throw<ArgumentException>(() => Samples.Median([]));

    [Fact]
    public void As_many_values_are_below_the_median_as_above() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>().Filter(values => values.Length > 0), values =>
        {
            var median = Samples.Median([.. values.Select(value => (double)value)]);
            return values.Count(value => value < median) <= values.Length / 2 && values.Count(value => value > median) <= values.Length / 2;
        }));
}
