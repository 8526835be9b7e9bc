using ActorNet.Node.Bench.Statistics;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Judges how many frames something happens to, and in which pattern.</summary>
internal static class ShareJudge
{
    private const double Percent = 100;

    /// <summary>Something that happens to each frame by itself.</summary>
    /// <param name="experiment">Whose figure it is.</param>
    /// <param name="what">What happens.</param>
    /// <param name="hits">To how many it did.</param>
    /// <param name="trials">Of how many.</param>
    /// <param name="share">To how many it should, of one.</param>
    public static AccuracyFigure Independent(Experiment experiment, string what, long hits, long trials, double share) =>
        experiment.Figure(what, "%", share * Percent, (double)hits / trials * Percent, ChiSquare.OfShare(hits, trials, share), ErrorUnits.ChiSquare, ChiSquare.Critical(1));

    /// <summary>Losses by a chain of two states; independent losses are one, too.</summary>
    /// <param name="begin">Chance that a frame behind one that passed is lost.</param>
    /// <param name="end">Chance that a frame behind a lost one passes.</param>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Losses(double begin, double end) => (experiment, seen) =>
    {
        var losses = seen.Losses();
        var (lost, share) = (losses.Count(l => l), begin / (begin + end));
        var got = (double)lost / losses.Count;
        // Where losses come in bursts, Pearson's test of the share would be wrong; that of the bursts' lengths tells all there is to tell.
        var shares = Math.Abs(begin + end - 1) < 1e-12
            ? Independent(experiment, "lost", lost, losses.Count, share)
            : experiment.Figure("lost", "%", share * Percent, got * Percent, Math.Abs(got - share) / share * Percent, ErrorUnits.Percent, null);
        return [shares, .. Runs(experiment, "lost in a row", RunLengths.Of(losses, of: true), end), .. Runs(experiment, "passed in a row", RunLengths.Of(losses, of: false), begin)];
    };

    /// <summary>Losses of which only the share is known.</summary>
    /// <param name="share">Of one.</param>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> LossShare(double share) => (experiment, seen) =>
    {
        var losses = seen.Losses();
        var got = losses.Count(l => l) / (double)losses.Count;
        return [experiment.Figure("lost", "%", share * Percent, got * Percent, Math.Abs(got - share) / share * Percent, ErrorUnits.Percent, null)];
    };

    /// <summary>Frames that come out twice.</summary>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Doubled(double share) =>
        (experiment, seen) => [Independent(experiment, "doubled", seen.Doubled(), seen.Sent, share)];

    /// <summary>Frames with a wrong bit.</summary>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Damaged(double share) =>
        (experiment, seen) => [Independent(experiment, "damaged", seen.Damaged, seen.Sent, share)];

    private static AccuracyFigure[] Runs(Experiment experiment, string what, IReadOnlyList<int> lengths, double end) =>
        RunLengths.Test(lengths, end) is { } test
            ? [experiment.Figure(what, "frames", 1 / end, lengths.Average(), test.Statistic, ErrorUnits.ChiSquare, ChiSquare.Critical(test.Degrees))]
            : [];
}
