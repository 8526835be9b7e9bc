namespace ActorNet.Hocon.Units;

/// <summary>"Period format" of the HOCON specification; here <c>m</c> means months.</summary>
internal static class PeriodUnits
{
    private const string Remedy = "Write a whole number with a unit, as in 10d, 2w, 3mo or 1y";

    public static Converted<HoconPeriod> Read(HoconValue value)
    {
        if (value.ScalarText is not { } text || value is HoconBoolean) return Conversion.Refuse<HoconPeriod>(value, "a period", Remedy);
        var (digits, unit) = UnitTable.Split(text);
        if (!ExactNumber.TryParse(digits, out var number) || !number.TryScale(1, out var whole, out var exact) || !exact)
        {
            return Conversion.Refuse<HoconPeriod>(value, "a period", Remedy);
        }

        if (whole is < int.MinValue / 7 or > int.MaxValue / 7) return new(default, $"'{text}' is too long for a period", Remedy);
        return InUnit((int)whole, unit) is { } period ? new(period) : new(default, $"'{unit}' is no unit for a period", Remedy);
    }

    private static HoconPeriod? InUnit(int count, string unit) => unit switch
    {
        "" or "d" or "day" or "days" => new(0, 0, count),
        "w" or "week" or "weeks" => new(0, 0, 7 * count),
        "m" or "mo" or "month" or "months" => new(0, count, 0),
        "y" or "year" or "years" => new(count, 0, 0),
        _ => null,
    };
}
