using ActorNet.Node.Bench.Statistics;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench.Accuracy;

/// <summary>Against the values that stand in printed tables.</summary>
public sealed class StatisticsTests
{
    [Theory]
    [InlineData(1, 0.05, 3.841459)]
    [InlineData(1, 0.01, 6.634897)]
    [InlineData(5, 0.05, 11.070498)]
    [InlineData(10, 0.01, 23.209251)]
    [InlineData(30, 0.05, 43.772972)]
    [InlineData(100, 0.001, 149.449253)]
    public void Critical_values_of_chi_square_are_those_of_the_tables(int degrees, double chance, double expected)
    {
        ChiSquare.Critical(degrees, chance).ShouldBe(expected, 1e-5);
        ChiSquare.Chance(expected, degrees).ShouldBe(chance, 1e-7);
    }

    [Fact]
    public void Statistic_is_the_sum_of_squares_over_expectations() =>
        // A die thrown 60 times, Pearson's textbook case.
        ChiSquare.Statistic([5, 8, 9, 8, 10, 20], [10, 10, 10, 10, 10, 10]).ShouldBe(13.4, 1e-12);

    [Fact]
    public void Counts_need_as_many_expectations() => Should.Throw<ArgumentException>(() => ChiSquare.Statistic([1, 2], [3]));

    [Fact]
    public void A_share_is_tested_on_both_sides()
    {
        // 60 heads of 100: (10^2/50) * 2
        ChiSquare.OfShare(60, 100, 0.5).ShouldBe(4, 1e-12);
        ChiSquare.OfShare(40, 100, 0.5).ShouldBe(4, 1e-12);
        ChiSquare.OfShare(50, 100, 0.5).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447461)]
    [InlineData(1.959963985, 0.975)]
    [InlineData(-2.326347874, 0.01)]
    public void Normal_distribution_is_that_of_the_tables(double x, double expected) => JitterShape.NormalChance(x).ShouldBe(expected, 1e-9);

    [Theory]
    [InlineData(0.5, 0.572364942924700)]
    [InlineData(1, 0)]
    [InlineData(6, 4.787491742782046)]
    [InlineData(100, 359.1342053695754)]
    public void Logarithm_of_gamma_is_right(double x, double expected) => GammaFunction.Log(x).ShouldBe(expected, 1e-9);

    [Fact]
    public void Distance_of_Kolmogorov_and_Smirnov_counts_both_ends_of_a_jump()
    {
        // At 0.7 the share jumps from 2/3 to 1: 0.3 above the diagonal.
        KolmogorovSmirnov.Distance(new Sample([0.7, 0.1, 0.4]), x => x).ShouldBe(0.3, 1e-12);
        KolmogorovSmirnov.Distance(new Sample([0.9]), x => x).ShouldBe(0.9, 1e-12);
    }

    [Theory]
    [InlineData(100, 0.05, 0.135810)]
    [InlineData(1000, 0.01, 0.051474)]
    public void Critical_distance_is_that_of_the_tables(int count, double chance, double expected) =>
        KolmogorovSmirnov.Critical(count, chance).ShouldBe(expected, 1e-5);

    [Fact]
    public void Sample_has_mean_deviation_and_quantiles()
    {
        var sample = new Sample([4, 2, 8, 6]);

        sample.Mean.ShouldBe(5);
        sample.Deviation.ShouldBe(Math.Sqrt(20 / 3.0), 1e-12);
        (sample.Quantile(0), sample.Quantile(0.5), sample.Quantile(0.51), sample.Quantile(1)).ShouldBe((2, 4, 6, 8));
        Should.Throw<ArgumentException>(() => new Sample([]));
        Should.Throw<ArgumentOutOfRangeException>(() => sample.Quantile(1.1));
    }

    [Fact]
    public void Runs_that_the_ends_cut_off_do_not_count()
    {
        bool[] outcomes = [true, true, false, true, false, false, true, true, true, false];

        RunLengths.Of(outcomes, of: true).ShouldBe([1, 3]);
        RunLengths.Of(outcomes, of: false).ShouldBe([1, 2]);
        RunLengths.Of([true, true], of: true).ShouldBeEmpty();
    }

    [Fact]
    public void Geometric_lengths_pass_the_test_and_others_do_not()
    {
        // Given 1000 runs, of which each step ends exactly half
        var right = Enumerable.Range(1, 9).SelectMany(length => Enumerable.Repeat(length, 1000 >> length)).ToList();

        var test = RunLengths.Test(right, 0.5).ShouldNotBeNull();
        test.Statistic.ShouldBeLessThan(ChiSquare.Critical(test.Degrees, 0.5));
        var wrong = RunLengths.Test(right, 0.4).ShouldNotBeNull();
        wrong.Statistic.ShouldBeGreaterThan(ChiSquare.Critical(wrong.Degrees));
        RunLengths.Test([1, 2, 1], 0.5).ShouldBeNull("three runs say nothing");
    }

    [Theory]
    [InlineData("uniform", 0.25, -0.5)]
    [InlineData("normal", 0.975, 1.959964)]
    // 4/3 (x^(-1/3) - 1.5)
    [InlineData("pareto", 0.875, 0.666667)]
    [InlineData("pareto", 0.9999, 4)]
    [InlineData("paretonormal", 0.875, 0.787587)]
    public void Shapes_of_jitter_have_their_quantiles(string name, double share, double expected)
    {
        var shape = JitterShape.Find(name);

        shape.Quantile(share).ShouldBe(expected, 1e-5);
        if (expected < 4) shape.Chance(expected).ShouldBe(share, 1e-5);
    }

    [Fact]
    public void Chance_of_a_shape_goes_from_nothing_to_all()
    {
        foreach (var shape in JitterShape.All)
        {
            shape.Chance(-5).ShouldBe(0, 1e-9);
            shape.Chance(5).ShouldBe(1, 1e-9);
        }

        Should.Throw<ArgumentException>(() => JitterShape.Find("cauchy"));
    }
}
