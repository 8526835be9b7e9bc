using System.Runtime.CompilerServices;
using ActorNet.Engine.Tests;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

/// <summary>The kit's public members, held against those of Akka's: T1 must be there, T2 may.</summary>
public class KitApiTests
{
    /// <summary>What a kit can do beyond Akka's: virtual time and orders of events.</summary>
    private static readonly Type[] Own = [typeof(VirtualTime), typeof(Interleavings)];

    /// <summary>Listed on a class that has them from a base class, an interface or the compiler.</summary>
    private static readonly string[] ImpliedElsewhere =
    [
        "KeepRunning: AutoPilot Run(IActorRef sender, object message)", "NoAutoPilot: AutoPilot Run(IActorRef sender, object message)",
    ];

    [Fact]
    public void Every_member_is_one_that_Akka_has()
    {
        var extra = Lines().Except(Approved("T1 ", "T2 "), StringComparer.Ordinal);

        string.Join('\n', extra).ShouldBeEmpty();
    }

    [Fact]
    public void Every_member_of_the_first_tier_is_there()
    {
        var missing = Approved("T1 ").Except(Lines(), StringComparer.Ordinal).Except(ImpliedElsewhere, StringComparer.Ordinal);

        string.Join('\n', missing).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_listed_that_is_not_there()
    {
        var stale = Approved("T2 ").Except(Lines(), StringComparer.Ordinal);

        string.Join('\n', stale).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_beyond_Akka_stands_apart()
    {
        Own.ShouldAllBe(type => type.IsAbstract && type.IsSealed);
        Own.SelectMany(ApiText.Lines).Where(line => !line.StartsWith("type ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
        [
            "Interleavings: void Explore(int runs, Action<TestKit> test, ulong first)",
            "Interleavings: void Replay(ulong order, Action<TestKit> test)",
            "VirtualTime: T Await<T>(TestKitBase kit, Task<T> task, TimeSpan? max)",
            "VirtualTime: VirtualSystem Virtual(TestKitBase kit)",
            "VirtualTime: void Advance(TestKitBase kit, TimeSpan duration)",
            "VirtualTime: void Await(TestKitBase kit, Task task, TimeSpan? max)",
            "VirtualTime: void RunUntilIdle(TestKitBase kit)",
        ]);
    }

    private static IEnumerable<string> Lines() => typeof(TestKit).Assembly.GetTypes()
        .Where(type => type.IsVisible && type.Namespace == "ActorNet.Engine.TestKit" && !Own.Contains(type)).SelectMany(ApiText.Lines);

    private static IEnumerable<string> Approved(params string[] tiers) =>
        Lines("akka-testkit-api.txt").Where(line => tiers.Contains(line[..3])).Select(line => line[3..]);

    private static string[] Lines(string name, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "Approved", name));
}
