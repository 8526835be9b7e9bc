using ActorNet.Labs.Links;
using ActorNet.Node.Control;

namespace ActorNet.Node.Links;

/// <summary>What people ask a daemon about links and events.</summary>
internal sealed class LinkDesk(string topology, ITopologyLinks links, EventJournal journal)
{
    /// <summary>How long a reader waits for news before it is told that there are none; a client asks again.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private const int MaxWords = 256;

    /// <summary>Changes links.</summary>
    public async Task<ControlAnswer> ChangeAsync(ControlRequest request)
    {
        if (request.Words is not { Count: > 1 and <= MaxWords } words || words.Any(w => w is null))
            return ControlAnswer.Refused($"protocol: '{Verbs.Link}' needs the name of a link and 1 to {MaxWords - 1} words.");
        var changed = await links.ChangeAsync(new ChangeLinks(words[0], [.. words.Skip(1)])).ConfigureAwait(false);
        var answer = changed.Refusal is null ? ControlAnswer.Done : ControlAnswer.Refused(changed.Refusal);
        return answer with { ExitCode = changed.IsUsage ? Cli.ExitCodes.Usage : changed.Refusal is null ? Cli.ExitCodes.Done : Cli.ExitCodes.Failed, Output = changed.Output };
    }

    /// <summary>Shows links.</summary>
    public async Task<ControlAnswer> ShowAsync(ControlRequest request)
    {
        var states = await links.StatesAsync(request.Line).ConfigureAwait(false);
        if (states.Refusal is not null) return ControlAnswer.Refused(states.Refusal);
        return ControlAnswer.Done with { Links = LinkReport.Of(topology, states.Links, await links.SnapshotAsync().ConfigureAwait(false)) };
    }

    /// <summary>Shows events; waits for the next one when asked to.</summary>
    public async Task<ControlAnswer> EventsAsync(ControlRequest request, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Silence);
        try
        {
            return ControlAnswer.Done with { Events = await journal.ReadAsync(request.Since, request.Wait, limit.Token).ConfigureAwait(false) };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ControlAnswer.Done with { Events = await journal.ReadAsync(request.Since, wait: false, stop).ConfigureAwait(false) };
        }
    }

    /// <summary>How far behind the topology was.</summary>
    public ControlAnswer Behind() => ControlAnswer.Done with { Behind = journal.Behind };
}
