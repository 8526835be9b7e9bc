using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorNet.Hocon.Units;

/// <summary>A converted value, or what is wrong and how to mend it. A type of its own so that TryAs costs no exception.</summary>
internal readonly record struct Converted<T>(T? Value, string? Problem, string Remedy)
{
    public Converted(T value)
        : this(value, null, "")
    {
    }

    public T OrThrow(HoconValue source) => Problem is null ? Value! : throw new HoconException(source.Origin, Problem, Remedy);

    public bool Try([MaybeNullWhen(false)] out T value)
    {
        value = Value;
        return Problem is null;
    }
}

/// <summary>The automatic type conversions of the HOCON specification.</summary>
internal static class Conversion
{
    public static Converted<string> Text(HoconValue value) => value.ScalarText is { } text
        ? new(text)
        : Refuse<string>(value, "a string", "Write text here, in double quotes if it holds special characters");

    public static Converted<bool> Boolean(HoconValue value) => value.ScalarText switch
    {
        "true" or "yes" or "on" => new(true),
        "false" or "no" or "off" => new(false),
        _ => Refuse<bool>(value, "a boolean", "Write one of true, yes, on, false, no, off"),
    };

    public static Converted<long> Int64(HoconValue value)
    {
        const string Remedy = "Write a whole number between -9223372036854775808 and 9223372036854775807";
        return value.ScalarText is { } text && ExactNumber.TryParse(text, out var number)
            && number.TryScale(1, out var whole, out var exact) && exact
            ? new(whole)
            : Refuse<long>(value, "a whole number", Remedy);
    }

    public static Converted<double> Double(HoconValue value)
    {
        const string Remedy = "Write a number such as 0.5 or 1e-3";
        if (value.ScalarText is not { } text || !ExactNumber.IsJsonNumber(text)) return Refuse<double>(value, "a number", Remedy);
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? new(number) : Refuse<double>(value, "a number within the range of a double", Remedy);
    }

    public static Converted<HoconArray> Array(HoconValue value)
    {
        if (value is HoconArray array) return new(array);
        var items = value is HoconObject o ? NumericKeys.Sorted(o.Fields, f => f.Key) : [];
        return items.Count > 0
            ? new(new HoconArray(value.Origin, items.ConvertAll(f => f.Value)))
            : Refuse<HoconArray>(value, "an array", "Write [ ... ] here");
    }

    public static HoconException Mismatch(HoconValue value, string wanted, string remedy) =>
        new(value.Origin, Sentence(value, wanted), remedy);

    public static Converted<T> Refuse<T>(HoconValue value, string wanted, string remedy) => new(default, Sentence(value, wanted), remedy);

    private static string Sentence(HoconValue value, string wanted) => value.ScalarText is { } text
        ? $"{wanted} is needed here, but found {value.Kind}: {Shorten(text)}"
        : $"{wanted} is needed here, but found {value.Kind}";

    private static string Shorten(string text) => text.Length <= 40 ? $"'{text}'" : $"'{text[..40]}...'";
}
