using ActorNet.Topology;

namespace ActorNet.Labs.Links;

/// <summary>To the actor of links: everything is up, the schedule's time begins.</summary>
public sealed record BeginLinks;

/// <summary>To the actor of links: somebody wants links changed. Answered with <see cref="LinksChanged"/>.</summary>
/// <param name="Links">Their name; <see cref="LinksActor.All"/> for all.</param>
/// <param name="Words">What is to happen, in the words of <c>link set</c>.</param>
public sealed record ChangeLinks(string Links, IReadOnlyList<string> Words);

/// <summary>Answer to <see cref="ChangeLinks"/>.</summary>
/// <param name="Refusal">Why not everything was done; null when it was.</param>
/// <param name="IsUsage">The words make no sense, whatever the links are.</param>
/// <param name="Output">What holds now, a line each.</param>
public sealed record LinksChanged(string? Refusal, bool IsUsage, string Output);

/// <summary>To the actor of links: what holds for them? Answered with <see cref="LinkStates"/>.</summary>
/// <param name="Link">One of them; null for all.</param>
public sealed record TakeLinkStates(string? Link);

/// <summary>Answer to <see cref="TakeLinkStates"/>.</summary>
/// <param name="Refusal">There is no such link; null when there is.</param>
/// <param name="Links">The links in the order of the file.</param>
public sealed record LinkStates(string? Refusal, IReadOnlyList<NamedLink> Links);

/// <summary>A link at one moment.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Link">The link.</param>
/// <param name="State">What holds.</param>
/// <param name="IsAsInFile">Nothing was changed.</param>
/// <param name="Ways">Names of its directions.</param>
public sealed record NamedLink(string Name, Link Link, LinkState State, bool IsAsInFile, IReadOnlyDictionary<LinkWays, string> Ways);

/// <summary>To the actor of links, from its timer: a step of the schedule is due.</summary>
internal sealed class StepDue
{
    private StepDue()
    {
    }

    /// <summary>The only one.</summary>
    public static StepDue Instance { get; } = new();
}
