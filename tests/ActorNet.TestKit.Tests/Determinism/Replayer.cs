using System.Globalization;
using ActorNet.TestKit.Tests.RandomLabs;

namespace ActorNet.TestKit.Tests.Determinism;

/// <summary>
/// The tests' own program: <c>ActorNet.TestKit.Tests digests FROM COUNT</c> writes a line for each seed, so that another process can be compared with this one; <c>show SEED</c> shows the
/// lab of a seed, and what became of its traffic.
/// </summary>
internal static class Replayer
{
    private static int Main(string[] words)
    {
        switch (words)
        {
            case ["digests", var from, var count]:
                Console.Out.Write(Digests(ulong.Parse(from, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture)));
                return 0;
            case ["show", var seed]:
                Console.Out.Write(RandomRun.Show(ulong.Parse(seed, CultureInfo.InvariantCulture)));
                return 0;
            default:
                Console.Error.WriteLine("Use: ActorNet.TestKit.Tests digests FROM COUNT, or: show SEED. The tests themselves are run by \"dotnet test\".");
                return 2;
        }
    }

    /// <summary>A line for each seed: its number and its digest.</summary>
    public static string Digests(ulong from, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => from + (ulong)i).Select(seed => string.Create(CultureInfo.InvariantCulture, $"{seed} {RandomRun.Digest(seed)}\n")));
}
