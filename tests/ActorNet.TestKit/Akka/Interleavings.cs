using System.Globalization;
using Xunit.Sdk;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// Runs a test again and again, each time in another order of events out of those that threads could bring about. An order is a number: it comes
/// out the same on every machine, so the number in a failure is all that is needed to see it again.
/// </summary>
public static class Interleavings
{
    /// <summary>Runs a test in the plain order, then in others.</summary>
    /// <param name="runs">How many, at least 1.</param>
    /// <param name="test">Gets a kit of its own each time; nothing it uses may be left over from the run before.</param>
    /// <param name="first">The number of the first order; 0 is the plain one.</param>
    /// <exception cref="XunitException">A run failed; names the order, and holds the failure.</exception>
    public static void Explore(int runs, Action<TestKit> test, ulong first = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentNullException.ThrowIfNull(test);
        for (var run = 0; run < runs; run++)
        {
            var order = unchecked(first + (ulong)run);
            try
            {
                Replay(order, test);
            }
            catch (Exception e)
            {
                throw new XunitException(
                    $"Order {order} fails, the {run + 1}. of {runs}. See it alone with Interleavings.Replay({order}, ...).\n{e.Message}", e);
            }
        }
    }

    /// <summary>Runs a test in one order.</summary>
    /// <param name="order">The number that a failure has named; 0 is the plain one.</param>
    /// <param name="test">Gets a kit of its own.</param>
    public static void Replay(ulong order, Action<TestKit> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        using var kit = new TestKit(string.Create(CultureInfo.InvariantCulture, $"actornet.test.interleaving = {order}"));
        test(kit);
    }
}
