using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class PublicApiTests
{
    private const string EngineNamespace = "ActorNet.Engine";

    [Fact]
    public void Public_api_is_the_approved_text()
    {
        // When
        var actual = EngineTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => ApiText.Lines(type).Order(StringComparer.Ordinal).Select(line => $"{type.Namespace} | {line}")).ToList();

        // Then: after a wanted change, copy the lines below into the approved file.
        var approved = Approved("engine-api.txt");
        var added = actual.Except(approved, StringComparer.Ordinal).Select(line => "+ " + line);
        var removed = approved.Except(actual, StringComparer.Ordinal).Select(line => "- " + line);
        string.Join('\n', added.Concat(removed)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_member_of_the_main_namespace_is_one_that_Akka_has()
    {
        // When
        var known = AkkaLines("T1 ", "T2 ");
        var extra = EngineTypes().Where(type => type.Namespace == EngineNamespace).SelectMany(ApiText.Lines).Except(known, StringComparer.Ordinal);

        // Then
        string.Join('\n', extra).ShouldBeEmpty();
    }

    [Fact]
    public void Every_member_of_the_first_tier_is_there()
    {
        // When
        var own = EngineTypes().Where(type => type.Namespace == EngineNamespace).SelectMany(ApiText.Lines);
        var missing = AkkaLines("T1 ").Except(own, StringComparer.Ordinal).Except(ImpliedElsewhere, StringComparer.Ordinal);

        // Then
        string.Join('\n', missing).ShouldBeEmpty();
    }

    /// <summary>Listed on a class that has them from a base class, or from the compiler.</summary>
    private static readonly string[] ImpliedElsewhere =
    [
        "ActorPath: bool Equals(object obj)", "ActorPath: int GetHashCode()", "ActorPath: string ToString()",
        "ConfigurationFactory: ConfigurationFactory()",
        "OneForOneStrategy: Directive Handle(IActorRef child, Exception exception)",
        "Props: bool Equals(object obj)", "Props: int GetHashCode()",
        "ReceiveActor: void OnReceive(object message)",
        "Terminated: bool Equals(object obj)", "Terminated: int GetHashCode()",
        "UntypedActor: bool Receive(object message)",
    ];

    private static IEnumerable<Type> EngineTypes() => typeof(ActorBase).Assembly.GetTypes()
        .Where(type => type.IsVisible && type.Namespace is not null && type.Namespace.StartsWith(EngineNamespace, StringComparison.Ordinal));

    private static IEnumerable<string> AkkaLines(params string[] tiers) =>
        Approved("akka-api.txt").Where(line => tiers.Contains(line[..3])).Select(line => line[3..]);

    private static string[] Approved(string name, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "Approved", name));
}
