using System.Diagnostics.CodeAnalysis;
using ActorNet.Hocon.Units;

namespace ActorNet.Hocon;

/// <summary>
/// A resolved, immutable value: <see cref="HoconObject"/>, <see cref="HoconArray"/>, <see cref="HoconString"/>, <see cref="HoconNumber"/>,
/// <see cref="HoconBoolean"/> or <see cref="HoconNull"/>. The <c>As</c> methods convert as the HOCON specification says and throw a
/// <see cref="HoconException"/> at <see cref="Origin"/>; the <c>TryAs</c> methods return false instead.
/// </summary>
public abstract class HoconValue
{
    private protected HoconValue(HoconOrigin origin) => Origin = origin;

    /// <summary>Where the value was written; for a value that came through a reference, where its target was written.</summary>
    public HoconOrigin Origin { get; }

    /// <summary>What to call the value in an error, with its article: "a string".</summary>
    internal abstract string Kind { get; }

    /// <summary>What the As methods of simple values read; null for objects, arrays and null, which convert to no simple type.</summary>
    internal virtual string? ScalarText => null;

    /// <summary>The text of a string, or a number or boolean as written.</summary>
    public string AsString() => Conversion.Text(this).OrThrow(this);

    /// <inheritdoc cref="AsString"/>
    public bool TryAsString([NotNullWhen(true)] out string? value) => Conversion.Text(this).Try(out value);

    /// <summary>true, yes, on, false, no or off, in lower case.</summary>
    public bool AsBoolean() => Conversion.Boolean(this).OrThrow(this);

    /// <inheritdoc cref="AsBoolean"/>
    public bool TryAsBoolean(out bool value) => Conversion.Boolean(this).Try(out value);

    /// <summary>A whole number; <c>1e3</c> and <c>5.0</c> are whole, <c>5.5</c> is an error, nothing is rounded.</summary>
    public long AsInt64() => Conversion.Int64(this).OrThrow(this);

    /// <inheritdoc cref="AsInt64"/>
    public bool TryAsInt64(out long value) => Conversion.Int64(this).Try(out value);

    /// <summary>The nearest double; a number beyond its range is an error.</summary>
    public double AsDouble() => Conversion.Double(this).OrThrow(this);

    /// <inheritdoc cref="AsDouble"/>
    public bool TryAsDouble(out double value) => Conversion.Double(this).Try(out value);

    /// <summary>
    /// A length of time in nanoseconds: <c>20us</c>, <c>1.5 seconds</c>. What is finer than a nanosecond is cut off, but never down
    /// to zero.
    /// </summary>
    /// <param name="requireUnit">True makes a bare number an error; otherwise it counts milliseconds.</param>
    public long AsDurationNanoseconds(bool requireUnit = false) => DurationUnits.Table.Read(this, requireUnit).OrThrow(this);

    /// <inheritdoc cref="AsDurationNanoseconds"/>
    public bool TryAsDurationNanoseconds(out long nanoseconds, bool requireUnit = false) =>
        DurationUnits.Table.Read(this, requireUnit).Try(out nanoseconds);

    /// <summary>
    /// A size in bytes: <c>64KiB</c>, <c>10MB</c>, <c>512</c>. Single letters (<c>64K</c>) are powers of two; never negative.
    /// </summary>
    /// <param name="requireUnit">True makes a bare number an error; otherwise it counts bytes.</param>
    public long AsBytes(bool requireUnit = false) => SizeUnits.Table.Read(this, requireUnit).OrThrow(this);

    /// <inheritdoc cref="AsBytes"/>
    public bool TryAsBytes(out long bytes, bool requireUnit = false) => SizeUnits.Table.Read(this, requireUnit).Try(out bytes);

    /// <summary>A length of time in the calendar: <c>2 weeks</c>, <c>3mo</c>. A bare number counts days; only whole numbers.</summary>
    public HoconPeriod AsPeriod() => PeriodUnits.Read(this).OrThrow(this);

    /// <inheritdoc cref="AsPeriod"/>
    public bool TryAsPeriod(out HoconPeriod period) => PeriodUnits.Read(this).Try(out period);

    /// <summary>The value itself when it is an object; nothing else converts.</summary>
    public HoconObject AsObject() => this as HoconObject ?? throw Conversion.Mismatch(this, "an object", "Write { ... } here");

    /// <summary>
    /// The value itself when it is an array, or the values of an object with numeric keys (<c>{"0": a, "1": b}</c>) in their order.
    /// </summary>
    public HoconArray AsArray() => Conversion.Array(this).OrThrow(this);

    /// <inheritdoc cref="AsArray"/>
    public bool TryAsArray([NotNullWhen(true)] out HoconArray? value) => Conversion.Array(this).Try(out value);

    /// <summary>The value as compact JSON, for messages and debugging.</summary>
    public override string ToString() => HoconPrinter.ToJson(this);
}
