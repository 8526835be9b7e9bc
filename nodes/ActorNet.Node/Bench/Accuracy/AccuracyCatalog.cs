using ActorNet.Node.Bench.Statistics;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Everything that is measured. A new setting is a line here.</summary>
internal static class AccuracyCatalog
{
    private const long Millisecond = 1_000_000;
    private const int SmallFrame = 100;
    private const int LargeFrame = 1000;
    private const double Mega = 1e6;

    /// <summary>Frames of an experiment about chances; it takes no more than a second or two in real time.</summary>
    private const int ChanceFrames = 20_000;

    private const long ChanceInterval = 100_000;

    /// <summary>Frames that show a distribution; where time costs nothing there are at least so many.</summary>
    private const int ShapeFrames = 20_000;

    private const int PatternFrames = 5000;
    private const int PacedPerSecond = 1000;

    /// <summary>Everything random at once: what it does to frames must repeat from the seed.</summary>
    public static Experiment Pattern { get; } = Experiment.Of(
        AccuracyPart.Loss, "netem delay 10ms 5ms distribution normal loss 20% duplicate 5% corrupt 5% reorder 10%",
        new Traffic(PatternFrames, SmallFrame, ChanceInterval), (_, _) => []);

    /// <summary>The ifb without a qdisc of its own: what the path itself takes.</summary>
    /// <param name="frames">How many.</param>
    public static Experiment Bare(int frames) => Experiment.Of(AccuracyPart.Delay, "", Paced(frames), DelayJudge.Bare);

    /// <summary>Frames, a millisecond apart, of some seconds.</summary>
    public static int FramesOf(int seconds) => seconds * PacedPerSecond;

    /// <summary>The settings of some parts.</summary>
    /// <param name="parts">Which.</param>
    /// <param name="seconds">How long each is measured, but for those about chances, which send a fixed number of frames.</param>
    /// <param name="isVirtual">Time costs nothing.</param>
    public static IReadOnlyList<Experiment> Of(IReadOnlyList<AccuracyPart> parts, int seconds, bool isVirtual)
    {
        var frames = isVirtual ? Math.Max(ShapeFrames, FramesOf(seconds)) : FramesOf(seconds);
        var all = new List<Experiment>();
        if (parts.Contains(AccuracyPart.Delay)) all.AddRange([Bare(frames), .. Delays(frames)]);
        if (parts.Contains(AccuracyPart.Loss)) all.AddRange(Losses());
        if (parts.Contains(AccuracyPart.Rate)) all.AddRange(Rates(seconds));
        return all;
    }

    private static Traffic Paced(int frames) => new(frames, SmallFrame, Millisecond);

    private static IEnumerable<Experiment> Delays(int frames)
    {
        foreach (var delay in (int[])[1, 10, 100])
            yield return Delay($"netem delay {delay}ms limit 10000", DelayJudge.Constant(delay * Millisecond));
        foreach (var shape in JitterShape.All)
            yield return Delay($"netem delay 100ms 10ms{Distribution(shape)} limit 10000", DelayJudge.Spread(100 * Millisecond, 10 * Millisecond, shape.Name));
        yield return Delay("netem delay 20ms reorder 25%", DelayJudge.Overtaking(20 * Millisecond, 0.25));

        // The uniform one is what comes without a word; iproute2 ships no table of it.
        static string Distribution(JitterShape shape) => string.Equals(shape.Name, "uniform", StringComparison.Ordinal) ? "" : " distribution " + shape.Name;

        Experiment Delay(string qdisc, Func<Experiment, Observation, IEnumerable<AccuracyFigure>> judge) => Experiment.Of(AccuracyPart.Delay, qdisc, Paced(frames), judge);
    }

    private static IEnumerable<Experiment> Losses()
    {
        yield return Chance("netem loss 1%", ShareJudge.Losses(0.01, 0.99));
        yield return Chance("netem loss 20%", ShareJudge.Losses(0.2, 0.8));
        yield return Chance("netem loss state 2% 25%", ShareJudge.Losses(0.02, 0.25));
        yield return Chance("netem loss state 2% 25% 10% 50% 1%", ShareJudge.LossShare(FourStates(0.02, 0.25, 0.1, 0.5, 0.01)));
        yield return Chance("netem loss gemodel 2% 30%", ShareJudge.Losses(0.02, 0.3));
        yield return Chance("netem duplicate 5%", ShareJudge.Doubled(0.05));
        yield return Chance("netem corrupt 5%", ShareJudge.Damaged(0.05));
    }

    private static IEnumerable<Experiment> Rates(int seconds)
    {
        yield return Rate("tbf rate 10mbit burst 6kb limit 250kb", 15 * Mega, RateJudge.Flows(10 * Mega));
        yield return Rate("tbf rate 50mbit burst 32kb limit 1mb", 65 * Mega, RateJudge.Flows(50 * Mega));
        yield return Rate("netem rate 10mbit limit 1000", 13 * Mega, RateJudge.Flows(10 * Mega));
        yield return Rate("netem rate 50mbit limit 2000", 65 * Mega, RateJudge.Flows(50 * Mega));
        yield return Shared("htb, one class of 20mbit", ["rate 20mbit ceil 20mbit"], RateJudge.Flows(20 * Mega));
        yield return Shared("htb 10mbit, one class of 2mbit borrows the rest", ["rate 2mbit ceil 10mbit"], RateJudge.Flows(10 * Mega));
        yield return Shared("htb 10mbit, one class of 2mbit, ceil 5mbit", ["rate 2mbit ceil 5mbit"], RateJudge.Flows(5 * Mega));
        // Two Mbit/s are left over; equal quanta divide them evenly.
        yield return Shared(
            "htb 10mbit, classes of 2 and 6mbit borrow", ["rate 2mbit ceil 10mbit quantum 1000", "rate 6mbit ceil 10mbit quantum 1000"], RateJudge.Flows(3 * Mega, 7 * Mega));

        Experiment Rate(string qdisc, double offered, Func<Experiment, Observation, IEnumerable<AccuracyFigure>> judge) =>
            Experiment.Of(AccuracyPart.Rate, qdisc, Traffic.AtRate(offered, LargeFrame, seconds), judge);

        Experiment Shared(string title, string[] classes, Func<Experiment, Observation, IEnumerable<AccuracyFigure>> judge) => Htb(title, classes, seconds, judge);
    }

    /// <summary>A root class of 10 or 20 Mbit/s and classes in it, one for each flow, each with a queue of its own.</summary>
    private static Experiment Htb(string title, string[] classes, int seconds, Func<Experiment, Observation, IEnumerable<AccuracyFigure>> judge)
    {
        const string device = Experiment.Device;
        var whole = title.Contains("20mbit", StringComparison.Ordinal) ? 20 : 10;
        // A bucket of five milliseconds: a wake-up may be so late without costing anything.
        var burst = whole * 6 / 10;
        var lines = new List<string> { $"qdisc add dev {device} root handle 1: htb", $"class add dev {device} parent 1: classid 1:1 htb rate {whole}mbit ceil {whole}mbit burst {burst}kb cburst {burst}kb" };
        for (var i = 0; i < classes.Length; i++)
        {
            lines.Add($"class add dev {device} parent 1:1 classid 1:1{i} htb {classes[i]} burst {burst}kb cburst {burst}kb");
            lines.Add($"qdisc add dev {device} parent 1:1{i} pfifo limit 500");
            lines.Add($"filter add dev {device} parent 1: protocol ip prio 1 u32 match ip dport {ProbeFrame.FirstPort + i} 0xffff flowid 1:1{i}");
        }

        return new Experiment(AccuracyPart.Rate, title, lines, Traffic.AtRate(whole * Mega * 1.5 * classes.Length, LargeFrame, seconds, classes.Length), judge);
    }

    private static Experiment Chance(string qdisc, Func<Experiment, Observation, IEnumerable<AccuracyFigure>> judge) =>
        Experiment.Of(AccuracyPart.Loss, qdisc + " limit 10000", new Traffic(ChanceFrames, SmallFrame, ChanceInterval), judge);

    /// <summary>Share of losses of the chain of four states in its equilibrium.</summary>
    private static double FourStates(double p13, double p31, double p32, double p23, double p14)
    {
        // Relative to the first state: bursts that lose, those that pass in between, single losses.
        var (losing, single) = (p13 / p31, p14);
        return (losing + single) / (1 + losing + (losing * p32 / p23) + single);
    }
}
