namespace ActorNet.Node.Bench;

/// <summary>Repeated measurements of one thing.</summary>
internal static class Samples
{
    /// <summary>The middle value; of an even number the mean of the two in the middle.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Median(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0) throw new ArgumentException("nothing was measured, so there is no median.", nameof(values));
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
