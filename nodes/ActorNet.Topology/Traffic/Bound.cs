namespace ActorNet.Topology;

/// <summary>How a value has to lie.</summary>
public enum BoundKind
{
    /// <summary>Below the first number.</summary>
    Less,

    /// <summary>Below it or there.</summary>
    AtMost,

    /// <summary>Above the first number.</summary>
    More,

    /// <summary>Above it or there.</summary>
    AtLeast,

    /// <summary>Exactly there.</summary>
    Equal,

    /// <summary>Anywhere else.</summary>
    Unequal,

    /// <summary>From the first number to the second one, both included.</summary>
    Between,
}

/// <summary>What a measured value is held against.</summary>
/// <param name="Kind">How.</param>
/// <param name="First">The number, in the metric's own measure.</param>
/// <param name="Second">The upper end of <see cref="BoundKind.Between"/>.</param>
public readonly record struct Bound(BoundKind Kind, double First, double Second = 0)
{
    /// <summary>The signs of comparisons.</summary>
    internal static readonly IReadOnlyDictionary<string, BoundKind> Signs = new Dictionary<string, BoundKind>(StringComparer.Ordinal)
    {
        ["<"] = BoundKind.Less,
        ["<="] = BoundKind.AtMost,
        [">"] = BoundKind.More,
        [">="] = BoundKind.AtLeast,
        ["=="] = BoundKind.Equal,
        ["!="] = BoundKind.Unequal,
    };

    /// <summary>Whether a value lies so.</summary>
    public bool Holds(double value) => Kind switch
    {
        BoundKind.Less => value < First,
        BoundKind.AtMost => value <= First,
        BoundKind.More => value > First,
        BoundKind.AtLeast => value >= First,
        BoundKind.Equal => value.Equals(First),
        BoundKind.Unequal => !value.Equals(First),
        _ => value >= First && value <= Second,
    };
}
