using ActorNet.Core.Iproute2;
using ActorNet.Labs.Links;
using ActorNet.Node.Control;
using ActorNet.Node.Links;
using ActorNet.Node.Shell;
using ActorNet.Node.Shell.Attach;
using ActorNet.Node.Showing;

namespace ActorNet.Node.Hosting;

/// <summary>Carries out what comes in over a connection of the control socket.</summary>
internal sealed class ControlDesk : IControlDesk
{
    /// <summary>Words of one command.</summary>
    private const int MaxWords = 1024;

    /// <summary>Characters of a command in an event.</summary>
    private const int MaxEventText = 300;

    private static readonly string[] Programs = ["ip", "tc", "bridge", "ethtool"];

    private readonly string _topology;
    private readonly TopologyHost _host;
    private readonly AttachedShells _shells;
    private readonly Func<Task<string?>> _stop;
    private readonly EventJournal _journal;
    private readonly LinkDesk _links;
    private ILineRunner? _shell;
    private bool _follows;

    /// <summary>For one connection.</summary>
    /// <param name="topology">Name of the topology.</param>
    /// <param name="host">The topology.</param>
    /// <param name="shells">Where shells come from; those of all connections.</param>
    /// <param name="journal">What happened to it.</param>
    /// <param name="stop">Takes it down; gives the reason when that failed.</param>
    public ControlDesk(string topology, TopologyHost host, AttachedShells shells, EventJournal journal, Func<Task<string?>> stop)
    {
        _topology = topology;
        _host = host;
        _shells = shells;
        _journal = journal;
        _links = new LinkDesk(topology, host, journal);
        _stop = stop;
    }

    /// <inheritdoc/>
    public bool MayBeSilent => _shell is not null || _follows;

    /// <inheritdoc/>
    public Task<ControlAnswer> HandleAsync(ControlRequest request, CancellationToken stop) => request.Do switch
    {
        Verbs.Ping => Task.FromResult(ControlAnswer.Done),
        Verbs.Run => RunAsync(request),
        Verbs.Show => ShowAsync(),
        Verbs.Shell => ShellAsync(request, stop),
        Verbs.Link => _links.ChangeAsync(request),
        Verbs.Links => _links.ShowAsync(request),
        Verbs.Events => EventsAsync(request, stop),
        Verbs.Behind => Task.FromResult(_links.Behind()),
        Verbs.Stop => StopAsync(),
        _ => Task.FromResult(ControlAnswer.Refused(
            $"protocol: there is nothing like '{Cut(request.Do)}'; ask one of {Verbs.Run}, {Verbs.Show}, {Verbs.Shell}, {Verbs.Link}, {Verbs.Links}, {Verbs.Events}, {Verbs.Behind}, {Verbs.Stop}, {Verbs.Ping}.")),
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _shell?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        if (request.Box is null || request.Words is not { Count: > 0 and <= MaxWords } words || words.Any(w => w is null))
            return ControlAnswer.Refused($"protocol: '{Verbs.Run}' needs a box and 1 to {MaxWords} words.");
        if (!Programs.Contains(words[0], StringComparer.Ordinal))
            return ControlAnswer.Refused($"'{Cut(words[0])}' is no command of a box; use one of {string.Join(", ", Programs)}.");
        var result = await _host.RunAsync(request.Box, words).ConfigureAwait(false);
        // What shows something prints it; what changes something is silent.
        if (result.ExitCode == 0 && result.Output.Length == 0) _journal.Add(EventKinds.Command, "hand", link: null, Cut($"{request.Box}: {string.Join(' ', words)}", MaxEventText));
        return new ControlAnswer(ControlWire.Version, ExitCode: result.ExitCode, Output: result.Output, Complaint: result.Error);
    }

    private async Task<ControlAnswer> ShellAsync(ControlRequest request, CancellationToken stop)
    {
        if (_shells.Boxes.Count == 0) return ControlAnswer.Refused($"topology '{_topology}' has no boxes to work in.");
        if (request.Line is { Length: > CommandLine.MaxLength }) return ControlAnswer.Refused($"protocol: a line has {CommandLine.MaxLength} characters at most.");
        _shell ??= _shells.TryOpen(request.Json);
        if (_shell is null) return ControlAnswer.Refused($"{AttachedShells.Most} shells are attached to '{_topology}', the limit; leave one of them.");
        if (request.Line is null) return ControlAnswer.Done with { Boxes = _shells.Boxes };
        return ControlAnswer.Done with { Reply = await _shell.RunAsync(request.Line, stop).ConfigureAwait(false) };
    }

    private async Task<ControlAnswer> ShowAsync()
    {
        var states = await _host.StatesAsync(link: null).ConfigureAwait(false);
        var snapshot = await _host.SnapshotAsync().ConfigureAwait(false);
        var report = ShowReport.Of(_topology, snapshot) with { Links = LinkReport.Of(_topology, states.Links, snapshot).Links, Behind = _journal.Behind };
        return new ControlAnswer(ControlWire.Version, Show: report);
    }

    private Task<ControlAnswer> EventsAsync(ControlRequest request, CancellationToken stop)
    {
        // From the first answer on the connection is watched, so that waiting ends when the client goes away.
        _follows = true;
        return _links.EventsAsync(request, stop);
    }

    private async Task<ControlAnswer> StopAsync() =>
        await _stop().ConfigureAwait(false) is { } failure ? ControlAnswer.Refused(failure) : ControlAnswer.Done;

    private static string Cut(string text, int most = 40) => text.Length <= most ? text : text[..most] + "...";
}
