namespace ActorNet.Node.Bench.Statistics;

/// <summary>How many equal outcomes come one after the other: of independent draws, and of a Markov chain of two states, the lengths are geometric.</summary>
internal static class RunLengths
{
    /// <summary>A class of lengths with fewer expected runs is joined with the longer ones, as is usual for Pearson's test.</summary>
    private const double FewestExpected = 5;

    /// <summary>Lengths of the runs of an outcome, without the first and the last run, which are cut off.</summary>
    /// <param name="outcomes">In order.</param>
    /// <param name="of">Which outcome.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<bool> outcomes, bool of)
    {
        var lengths = new List<int>();
        var begin = 0;
        for (var i = 1; i < outcomes.Count; i++)
        {
            if (outcomes[i] == outcomes[i - 1]) continue;
            if (outcomes[begin] == of && begin > 0) lengths.Add(i - begin);
            begin = i;
        }

        return lengths;
    }

    /// <summary>Tests lengths against the geometric distribution.</summary>
    /// <param name="lengths">Lengths, from 1.</param>
    /// <param name="end">Chance that a run ends with the next outcome; strictly between 0 and 1.</param>
    /// <returns>The statistic of Pearson's test and its degrees of freedom; none when there are too few runs to tell.</returns>
    public static (double Statistic, int Degrees)? Test(IReadOnlyList<int> lengths, double end)
    {
        var (observed, expected) = (new List<double>(), new List<double>());
        double left = lengths.Count;
        for (var length = 1; left * (1 - end) >= FewestExpected && left * end >= FewestExpected; length++)
        {
            observed.Add(lengths.Count(l => l == length));
            expected.Add(left * end);
            left *= 1 - end;
        }

        if (observed.Count == 0) return null;
        observed.Add(lengths.Count - observed.Sum());
        expected.Add(left);
        return (ChiSquare.Statistic(observed, expected), observed.Count - 1);
    }
}
