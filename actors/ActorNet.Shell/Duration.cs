using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorNet.Shell;

/// <summary>Durations as the shell writes them: a number and a unit, <c>5ms</c> or <c>1.5s</c>. A unit is mandatory.</summary>
public static class Duration
{
    /// <summary>Longest one that a command takes, in nanoseconds: a thousand hours.</summary>
    public const long Max = 1000 * 3600 * 1_000_000_000L;

    private static readonly (string Unit, long Nanoseconds)[] Units =
    [
        ("nsec", 1), ("nsecs", 1), ("ns", 1), ("usecs", 1000), ("usec", 1000), ("us", 1000), ("msecs", 1_000_000), ("msec", 1_000_000), ("ms", 1_000_000),
        ("secs", 1_000_000_000), ("sec", 1_000_000_000), ("min", 60_000_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ];

    /// <summary>Reads one.</summary>
    /// <exception cref="ShellException">It is none, negative, or longer than <see cref="Max"/>.</exception>
    public static long Parse(string word)
    {
        if (!TryParse(word, out var nanoseconds)) throw new ShellException($"\"{word}\" is not a duration; write a number and a unit like 5ms or 1.5s (ns, us, ms, s, m, h)");
        return nanoseconds <= Max ? nanoseconds : throw new ShellException($"\"{word}\" is too long; 1000h is the most");
    }

    /// <summary>Seconds with as many digits as it has, for people and JSON.</summary>
    public static string Seconds(long nanoseconds) => (nanoseconds / 1_000_000_000m).ToString("0.#########", CultureInfo.InvariantCulture);

    private static bool TryParse([NotNullWhen(true)] string? word, out long nanoseconds)
    {
        nanoseconds = 0;
        if (word is null) return false;
        foreach (var (unit, factor) in Units)
        {
            if (!word.EndsWith(unit, StringComparison.Ordinal)) continue;
            if (!decimal.TryParse(word.AsSpan(0, word.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) continue;
            nanoseconds = number > long.MaxValue / (decimal)factor ? long.MaxValue : (long)decimal.Round(number * factor);
            return true;
        }

        return false;
    }
}
