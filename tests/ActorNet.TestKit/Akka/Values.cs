using System.Collections;
using System.Globalization;

namespace ActorNet.Engine.TestKit;

/// <summary>Messages and spans of time, compared and told to people.</summary>
internal static class Values
{
    /// <summary>A message that prints a book must not bury the failure.</summary>
    private const int MaxText = 300;

    private const int MaxItems = 20;

    /// <summary>Equal by their own opinion, or sequences of equal elements.</summary>
    internal static bool AreEqual(object? expected, object? actual)
    {
        if (Equals(expected, actual) || (actual is IActorRef && Equals(actual, expected))) return true;
        if (expected is string || actual is string || expected is not IEnumerable left || actual is not IEnumerable right) return false;
        return left.Cast<object?>().SequenceEqual(right.Cast<object?>(), ElementComparer.Instance);
    }

    /// <summary>A value with its type, in one line.</summary>
    internal static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{Cut(text)}\"",
        Type type => TypeName(type),
        _ => $"{Cut(ToText(value))} ({TypeName(value.GetType())})",
    };

    internal static string TypeName(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
    }

    /// <summary>With the largest unit that keeps it above one.</summary>
    internal static string Text(TimeSpan span)
    {
        if (span == Timeout.InfiniteTimeSpan || span == TimeSpan.MaxValue) return "any time";
        if (Math.Abs(span.TotalSeconds) >= 1 || span == TimeSpan.Zero) return Number(span.TotalSeconds) + " s";
        return Math.Abs(span.TotalMilliseconds) >= 1 ? Number(span.TotalMilliseconds) + " ms" : Number(span.TotalMicroseconds) + " us";
    }

    private static string Number(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);

    private static string ToText(object value)
    {
        try
        {
            if (value is IEnumerable items && value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == typeof(object) | value is Array)
                return "[" + string.Join(", ", items.Cast<object?>().Take(MaxItems).Select(item => item is string text ? $"\"{text}\"" : item)) + "]";
            return value.ToString() ?? "";
        }
        catch (Exception e)
        {
            // The failure that is being told matters more than why a message has no text.
            return $"(its text failed: {e.GetType().Name})";
        }
    }

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText] + "...";

    private sealed class ElementComparer : IEqualityComparer<object?>
    {
        internal static readonly ElementComparer Instance = new();

        bool IEqualityComparer<object?>.Equals(object? x, object? y) => AreEqual(x, y);

        int IEqualityComparer<object?>.GetHashCode(object? obj) => obj?.GetHashCode() ?? 0;
    }
}
