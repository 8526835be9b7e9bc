using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Section "Automatic type conversions".</summary>
public class ConversionTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("1e5", "1e5")]
    [InlineData("true", "true")]
    [InlineData("\"x y\"", "x y")]
    public void Simple_values_convert_to_text_as_written(string literal, string text) => Read.Value(literal).AsString().ShouldBe(text);

    [Theory]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("on", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    [InlineData("off", false)]
    public void Six_words_are_booleans(string literal, bool expected) => Read.Value(literal).AsBoolean().ShouldBe(expected);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("\"42\"", 42)]
    [InlineData("1e3", 1000)]
    [InlineData("5.00", 5)]
    [InlineData("1.5e1", 15)]
    [InlineData("0e999999999", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Whole_numbers_convert_without_rounding(string literal, long expected) => Read.Value(literal).AsInt64().ShouldBe(expected);

    [Theory]
    [InlineData("5.5")]
    [InlineData("9223372036854775808")]
    [InlineData("1e19")]
    [InlineData("1e999999999")]
    [InlineData("1e-999999999")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1.00000000000000000000000000000000000001")]
    [InlineData("007")]
    [InlineData("\" 5\"")]
    [InlineData("abc")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void What_is_no_whole_number_of_64_bits_is_refused(string literal)
    {
        // given
        var value = Read.Value(literal);
        // when, then
        value.TryAsInt64(out _).ShouldBeFalse();
        Should.Throw<HoconException>(() => value.AsInt64()).Problem.ShouldStartWith("a whole number is needed here, but found ");
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("\"-1e-3\"", -0.001)]
    [InlineData("7", 7.0)]
    public void Numbers_convert_to_doubles(string literal, double expected) => Read.Value(literal).AsDouble().ShouldBe(expected);

    [Theory]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("true")]
    public void What_is_no_finite_number_is_no_double(string literal)
    {
        Read.Value(literal).TryAsDouble(out _).ShouldBeFalse();
        Should.Throw<HoconException>(() => Read.Value(literal).AsDouble());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Null_arrays_and_objects_convert_to_nothing_simple(string literal)
    {
        // given
        var value = Read.Value(literal);
        // when, then
        value.TryAsString(out _).ShouldBeFalse();
        value.TryAsBoolean(out _).ShouldBeFalse();
        value.TryAsDouble(out _).ShouldBeFalse();
        value.TryAsDurationNanoseconds(out _).ShouldBeFalse();
        value.TryAsBytes(out _).ShouldBeFalse();
        value.TryAsPeriod(out _).ShouldBeFalse();
        Should.Throw<HoconException>(() => value.AsString()).Origin.ShouldBe(new HoconOrigin("t.conf", 1, 5));
    }

    [Theory]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("{\"0\": a, \"1\": b}", """["a","b"]""")]
    [InlineData("{\"10\": c, \"2\": b, \"x\": q, \"-1\": r, \"0\": a}", """["a","b","c"]""")]
    public void Objects_with_numeric_keys_convert_to_arrays(string literal, string json) =>
        Read.Value(literal).AsArray().ToString().ShouldBe(json);

    [Theory]
    [InlineData("{}")]
    [InlineData("{a: 1}")]
    [InlineData("\"[1]\"")]
    [InlineData("null")]
    public void Nothing_else_converts_to_an_array(string literal)
    {
        Read.Value(literal).TryAsArray(out _).ShouldBeFalse();
        Should.Throw<HoconException>(() => Read.Value(literal).AsArray()).Problem.ShouldStartWith("an array is needed here");
    }

    [Fact]
    public void Only_an_object_is_an_object()
    {
        Read.Value("{a:1}").AsObject().Fields.Count.ShouldBe(1);
        Should.Throw<HoconException>(() => Read.Value("5").AsObject()).Message
            .ShouldBe("t.conf:1:5: an object is needed here, but found a number: '5'. Write { ... } here.");
    }

    [Fact]
    public void A_refusal_shows_long_text_shortened() =>
        Should.Throw<HoconException>(() => Read.Value(new string('x', 1000)).AsInt64()).Message.Length.ShouldBeLessThan(250);
}
