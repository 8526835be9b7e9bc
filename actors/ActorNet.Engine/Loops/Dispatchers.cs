using System.Globalization;

namespace ActorNet.Engine.Loops;

/// <summary>
/// Names for <see cref="Props.WithDispatcher"/>. Without one a top-level actor gets the next loop in turn and a child runs on its parent's
/// loop. On a virtual system every valid name means the only loop.
/// </summary>
public static class Dispatchers
{
    /// <summary>The next loop in turn.</summary>
    public const string Any = "loop-any";

    private const string Prefix = "loop-";

    /// <summary>The name that pins an actor, and its children unless they say otherwise, to a loop.</summary>
    /// <param name="index">From 0.</param>
    public static string Loop(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Prefix + index.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Finds the number of a loop name; null for the name of any loop.</summary>
    internal static int? IndexOf(string dispatcher)
    {
        if (string.Equals(dispatcher, Any, StringComparison.Ordinal)) return null;
        if (dispatcher.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(dispatcher.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return index;
        throw new ArgumentException($"There is no dispatcher '{dispatcher}'. Use \"{Any}\" or \"{Prefix}0\", \"{Prefix}1\" and so on.", nameof(dispatcher));
    }
}
