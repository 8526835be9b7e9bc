using ActorNet.Node.Control;
using ActorNet.Node.Showing;

namespace ActorNet.Node.Hosting;

/// <summary>Carries out what comes in over the control socket.</summary>
internal sealed class ControlDesk
{
    /// <summary>Words of one command.</summary>
    private const int MaxWords = 1024;

    private static readonly string[] Programs = ["ip", "tc", "bridge", "ethtool"];

    private readonly string _topology;
    private readonly TopologyHost _host;
    private readonly Func<Task<string?>> _stop;

    /// <summary>For one topology.</summary>
    /// <param name="topology">Name of the topology.</param>
    /// <param name="host">The topology.</param>
    /// <param name="stop">Takes it down; gives the reason when that failed.</param>
    public ControlDesk(string topology, TopologyHost host, Func<Task<string?>> stop)
    {
        _topology = topology;
        _host = host;
        _stop = stop;
    }

    /// <summary>Carries one request out.</summary>
    public Task<ControlAnswer> HandleAsync(ControlRequest request, CancellationToken stop)
    {
        _ = stop;
        return request.Do switch
        {
            Verbs.Ping => Task.FromResult(ControlAnswer.Done),
            Verbs.Run => RunAsync(request),
            Verbs.Show => ShowAsync(),
            Verbs.Stop => StopAsync(),
            _ => Task.FromResult(ControlAnswer.Refused($"protocol: there is nothing like '{Cut(request.Do)}'; ask one of {Verbs.Run}, {Verbs.Show}, {Verbs.Stop}, {Verbs.Ping}.")),
        };
    }

    private async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        if (request.Box is null || request.Words is not { Count: > 0 and <= MaxWords } words || words.Any(w => w is null))
            return ControlAnswer.Refused($"protocol: '{Verbs.Run}' needs a box and 1 to {MaxWords} words.");
        if (!Programs.Contains(words[0], StringComparer.Ordinal))
            return ControlAnswer.Refused($"'{Cut(words[0])}' is no command of a box; use one of {string.Join(", ", Programs)}.");
        var result = await _host.RunAsync(request.Box, words).ConfigureAwait(false);
        return new ControlAnswer(ControlWire.Version, ExitCode: result.ExitCode, Output: result.Output, Complaint: result.Error);
    }

    private async Task<ControlAnswer> ShowAsync() =>
        new(ControlWire.Version, Show: ShowReport.Of(_topology, await _host.SnapshotAsync().ConfigureAwait(false)));

    private async Task<ControlAnswer> StopAsync() =>
        await _stop().ConfigureAwait(false) is { } failure ? ControlAnswer.Refused(failure) : ControlAnswer.Done;

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
