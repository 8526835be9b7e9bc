using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Sections "Units format", "Duration format", "Period format" and "Size in bytes format".</summary>
public class UnitTests
{
    [Theory]
    [InlineData("ns nano nanos nanosecond nanoseconds", 1)]
    [InlineData("us micro micros microsecond microseconds", 1_000)]
    [InlineData("ms milli millis millisecond milliseconds", 1_000_000)]
    [InlineData("s second seconds", 1_000_000_000)]
    [InlineData("m minute minutes", 60_000_000_000)]
    [InlineData("h hour hours", 3_600_000_000_000)]
    [InlineData("d day days", 86_400_000_000_000)]
    public void Every_spelling_of_a_duration_unit_counts(string spellings, long factor)
    {
        foreach (var unit in spellings.Split(' '))
        {
            Read.Value("3" + unit).AsDurationNanoseconds(requireUnit: true).ShouldBe(3 * factor, unit);
            Read.Value($"\"  3 {unit}  \"").AsDurationNanoseconds().ShouldBe(3 * factor, unit);
        }
    }

    [Theory]
    [InlineData("10", 10_000_000)]
    [InlineData("\"10\"", 10_000_000)]
    [InlineData("1.5s", 1_500_000_000)]
    [InlineData("1.5e-3 ms", 1_500)]
    [InlineData("0.1us", 100)]
    [InlineData("0", 0)]
    [InlineData("-1s", -1_000_000_000)]
    [InlineData("0.3333333333s", 333_333_333)]
    [InlineData("9223372036854775807ns", long.MaxValue)]
    public void Durations_are_exact_to_the_nanosecond(string literal, long nanoseconds) =>
        Read.Value(literal).AsDurationNanoseconds().ShouldBe(nanoseconds);

    [Theory]
    [InlineData("5 parsecs", "'parsecs' is no unit for a duration")]
    [InlineData("5 S", "'S' is no unit for a duration")]
    [InlineData("5µs", "'µs' is no unit for a duration")]
    [InlineData("ms", "a duration is needed here, but found a string: 'ms'")]
    [InlineData("5 5ms", "a duration is needed here, but found a string: '5 5ms'")]
    [InlineData("true", "a duration is needed here, but found a boolean: 'true'")]
    [InlineData("0.4ns", "'0.4ns' is smaller than the smallest unit")]
    [InlineData("106752d", "'106752d' is too large")]
    [InlineData("1e99999d", "'1e99999d' is too large")]
    public void Faulty_durations_say_what_is_wrong(string literal, string problem)
    {
        var error = Should.Throw<HoconException>(() => Read.Value(literal).AsDurationNanoseconds());
        error.Problem.ShouldBe(problem);
        error.Remedy.ShouldContain("20us");
        Read.Value(literal).TryAsDurationNanoseconds(out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"5\"")]
    [InlineData("0")]
    public void A_unit_can_be_demanded(string literal)
    {
        // given
        var value = Read.Value(literal);
        // when, then
        Should.Throw<HoconException>(() => value.AsDurationNanoseconds(requireUnit: true)).Problem
            .ShouldBe($"'{value.AsString()}' has no unit, so it is no duration");
        Should.Throw<HoconException>(() => value.AsBytes(requireUnit: true)).Problem
            .ShouldBe($"'{value.AsString()}' has no unit, so it is no size in bytes");
        value.TryAsBytes(out _, requireUnit: true).ShouldBeFalse();
        value.TryAsBytes(out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("B b byte bytes", 1L)]
    [InlineData("kB kilobyte kilobytes", 1_000L)]
    [InlineData("MB megabyte megabytes", 1_000_000L)]
    [InlineData("GB gigabyte gigabytes", 1_000_000_000L)]
    [InlineData("TB terabyte terabytes", 1_000_000_000_000L)]
    [InlineData("PB petabyte petabytes", 1_000_000_000_000_000L)]
    [InlineData("EB exabyte exabytes", 1_000_000_000_000_000_000L)]
    [InlineData("K k Ki KiB kibibyte kibibytes", 1L << 10)]
    [InlineData("M m Mi MiB mebibyte mebibytes", 1L << 20)]
    [InlineData("G g Gi GiB gibibyte gibibytes", 1L << 30)]
    [InlineData("T t Ti TiB tebibyte tebibytes", 1L << 40)]
    [InlineData("P p Pi PiB pebibyte pebibytes", 1L << 50)]
    [InlineData("E e Ei EiB exbibyte exbibytes", 1L << 60)]
    public void Every_spelling_of_a_size_unit_counts(string spellings, long factor)
    {
        foreach (var unit in spellings.Split(' ')) Read.Value("7 " + unit).AsBytes(requireUnit: true).ShouldBe(7 * factor, unit);
    }

    [Theory]
    [InlineData("512", 512)]
    [InlineData("1.5K", 1536)]
    [InlineData("0.001 ZB", 1_000_000_000_000_000_000)]
    [InlineData("0.000001 YiB", 1_208_925_819_614_629_174)]
    public void Sizes_may_be_bare_or_have_fractions(string literal, long bytes) => Read.Value(literal).AsBytes().ShouldBe(bytes);

    [Theory]
    [InlineData("1ZB", "'1ZB' is too large")]
    [InlineData("1yobibyte", "'1yobibyte' is too large")]
    [InlineData("-1K", "'-1K' is negative")]
    [InlineData("1kb", "'kb' is no unit for a size in bytes")]
    [InlineData("1mB", "'mB' is no unit for a size in bytes")]
    [InlineData("1 Kilobytes", "'Kilobytes' is no unit for a size in bytes")]
    public void Faulty_sizes_say_what_is_wrong(string literal, string problem) =>
        Should.Throw<HoconException>(() => Read.Value(literal).AsBytes()).Problem.ShouldBe(problem);

    [Theory]
    [InlineData("5", 0, 0, 5)]
    [InlineData("5d", 0, 0, 5)]
    [InlineData("5 days", 0, 0, 5)]
    [InlineData("2w", 0, 0, 14)]
    [InlineData("1 week", 0, 0, 7)]
    [InlineData("3m", 0, 3, 0)]
    [InlineData("3mo", 0, 3, 0)]
    [InlineData("3 months", 0, 3, 0)]
    [InlineData("-1y", -1, 0, 0)]
    [InlineData("2 years", 2, 0, 0)]
    public void Periods_count_calendar_units(string literal, int years, int months, int days) =>
        Read.Value(literal).AsPeriod().ShouldBe(new HoconPeriod(years, months, days));

    [Theory]
    [InlineData("1.5d")]
    [InlineData("5h")]
    [InlineData("99999999999w")]
    [InlineData("x")]
    public void Faulty_periods_are_refused(string literal)
    {
        Read.Value(literal).TryAsPeriod(out _).ShouldBeFalse();
        Should.Throw<HoconException>(() => Read.Value(literal).AsPeriod());
    }
}
