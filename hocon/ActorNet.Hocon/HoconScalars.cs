namespace ActorNet.Hocon;

/// <summary>A simple value: no object and no array.</summary>
public abstract class HoconScalar : HoconValue
{
    private protected HoconScalar(HoconOrigin origin, string text)
        : base(origin) => Text = text;

    /// <summary>As written; of a quoted string the content, with escapes replaced.</summary>
    public string Text { get; }

    internal override string? ScalarText => Text;
}

/// <summary>Text: quoted, unquoted, or several simple values joined.</summary>
public sealed class HoconString : HoconScalar
{
    internal HoconString(HoconOrigin origin, string text)
        : base(origin, text)
    {
    }

    internal override string Kind => "a string";
}

/// <summary>
/// A number in the form that JSON allows, its text kept (<c>1e5</c> stays <c>1e5</c>); <c>007</c> and <c>10.0.0.1</c> are strings.
/// </summary>
public sealed class HoconNumber : HoconScalar
{
    internal HoconNumber(HoconOrigin origin, string text)
        : base(origin, text)
    {
    }

    internal override string Kind => "a number";
}

/// <summary>The bare words <c>true</c> and <c>false</c>; <c>yes</c> or <c>"true"</c> are strings that convert.</summary>
public sealed class HoconBoolean : HoconScalar
{
    internal HoconBoolean(HoconOrigin origin, bool value)
        : base(origin, value ? "true" : "false") => Value = value;

    /// <summary>True for the word <c>true</c>.</summary>
    public bool Value { get; }

    internal override string Kind => "a boolean";
}

/// <summary>The bare word <c>null</c>: set, but to nothing. It converts to no other type and hides what stood below it.</summary>
public sealed class HoconNull : HoconScalar
{
    internal HoconNull(HoconOrigin origin)
        : base(origin, "null")
    {
    }

    internal override string Kind => "null";

    internal override string? ScalarText => null;
}
