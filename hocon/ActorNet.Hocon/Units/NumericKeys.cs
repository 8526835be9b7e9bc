using System.Globalization;

namespace ActorNet.Hocon.Units;

/// <summary>Objects whose keys are numbers stand in for arrays where one is needed.</summary>
internal static class NumericKeys
{
    /// <summary>The items with a key of digits only, by number; gaps close up, other keys are ignored.</summary>
    public static List<T> Sorted<T>(IEnumerable<T> items, Func<T, string> keyOf)
    {
        var numbered = new List<(int Index, T Item)>();
        foreach (var item in items)
        {
            if (int.TryParse(keyOf(item), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) numbered.Add((index, item));
        }

        return numbered.OrderBy(n => n.Index).Select(n => n.Item).ToList();
    }
}
