using ActorNet.Engine;
using ActorNet.Topology;

namespace ActorNet.Labs.Links;

/// <summary>An order that waits for its turn, or is being carried out.</summary>
/// <param name="Order">The order.</param>
/// <param name="By">Who wants it: hand or schedule.</param>
/// <param name="Request">What it is a part of; null for a step of the schedule.</param>
internal sealed record LinkJob(LinkOrder Order, string By, LinkRequest? Request);

/// <summary>Somebody's wish, which may be about several links, until it is answered.</summary>
internal sealed class LinkRequest(IActorRef asker, int orders)
{
    private readonly List<string> _lines = [];
    private string? _refusal;
    private int _open = orders;

    /// <summary>One of its orders is done.</summary>
    /// <param name="line">What holds now.</param>
    /// <param name="refusal">Why it was not carried out; null when it was.</param>
    /// <param name="self">Who answers.</param>
    public void Complete(string line, string? refusal, IActorRef self)
    {
        if (refusal is null) _lines.Add(line + "\n");
        else _refusal ??= refusal;
        if (--_open == 0) asker.Tell(new LinksChanged(_refusal, IsUsage: false, string.Concat(_lines)), self);
    }
}
