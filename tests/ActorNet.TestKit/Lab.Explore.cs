using System.Globalization;

namespace ActorNet.TestKit;

/// <content>The same test under many orders of events.</content>
public sealed partial class Lab
{
    /// <summary>
    /// Runs a test again and again, each time in a new lab that lets actors have their turns in another order: any order that messages between them allow. Stops at the first run that fails.
    /// </summary>
    /// <param name="plan">What the labs are started from.</param>
    /// <param name="runs">How often, 1 or more.</param>
    /// <param name="firstSeed">The first run's order; the next runs count on from it.</param>
    /// <param name="body">The test; the lab is disposed of, and so checked, after it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="LabFailureException">A run failed; the message has its seed and how to replay it, the inner exception is its failure.</exception>
    public static void Explore(LabPlan plan, int runs, ulong firstSeed, Action<Lab> body, LabOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        for (var run = 0; run < runs; run++)
        {
            var seed = unchecked(firstSeed + (ulong)run);
            try
            {
                Replay(plan, seed, body, options);
            }
            catch (Exception failure)
            {
                throw new LabFailureException(
                    string.Create(CultureInfo.InvariantCulture, $"Run {run + 1} of {runs} failed, with order {seed}. Lab.Replay(plan, {seed}, ...) repeats it exactly. It failed with {failure.GetType().Name}:\n{failure.Message}"), failure);
            }
        }
    }

    /// <summary>The same for a topology file.</summary>
    /// <param name="path">As for <see cref="LabPlan.FromFile"/>.</param>
    /// <param name="runs">How often, 1 or more.</param>
    /// <param name="firstSeed">The first run's order.</param>
    /// <param name="body">The test.</param>
    public static void Explore(string path, int runs, ulong firstSeed, Action<Lab> body) => Explore(LabPlan.FromFile(path), runs, firstSeed, body);

    /// <summary>The same for the plan and the options of this lab; the labs are new ones.</summary>
    /// <param name="runs">How often, 1 or more.</param>
    /// <param name="body">The test.</param>
    public void Explore(int runs, Action<Lab> body) => Explore(Plan, runs, 1, body, Options);

    /// <summary>Repeats one run of an exploration.</summary>
    /// <param name="plan">What it was started from.</param>
    /// <param name="seed">Its order; 0 is the fixed one.</param>
    /// <param name="body">The test.</param>
    /// <param name="options">The options of the exploration.</param>
    public static void Replay(LabPlan plan, ulong seed, Action<Lab> body, LabOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var lab = Start(plan, (options ?? new LabOptions()) with { Interleaving = seed });
        body(lab);
    }
}
