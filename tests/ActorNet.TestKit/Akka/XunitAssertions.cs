using System.Globalization;
using Xunit.Sdk;

namespace ActorNet.Engine.TestKit;

/// <summary>Failures of xunit: what it shows is the sentence, without the name of an exception before it.</summary>
public class XunitAssertions : ITestKitAssertions
{
    /// <inheritdoc/>
    public void Fail(string format = "", params object?[] args) => throw new XunitException(Text(format, args));

    /// <inheritdoc/>
    public void AssertTrue(bool condition, string format = "", params object?[] args)
    {
        if (!condition) Fail(format, args);
    }

    /// <inheritdoc/>
    public void AssertFalse(bool condition, string format = "", params object?[] args)
    {
        if (condition) Fail(format, args);
    }

    /// <inheritdoc/>
    public void AssertEqual<T>(T expected, T actual, string format = "", params object?[] args) =>
        AssertEqual(expected, actual, static (left, right) => Values.AreEqual(left, right), format, args);

    /// <inheritdoc/>
    public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        if (comparer(expected, actual)) return;
        var why = Text(format, args);
        Fail("{0}", $"{(why.Length == 0 ? "Not equal." : why)}\n  expected: {Values.Text(expected)}\n  actual:   {Values.Text(actual)}");
    }

    private static string Text(string format, object?[]? args) =>
        args is null or { Length: 0 } ? format : string.Format(CultureInfo.InvariantCulture, format, args);
}
