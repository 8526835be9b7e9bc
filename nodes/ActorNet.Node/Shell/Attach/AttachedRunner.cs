using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Shell;

namespace ActorNet.Node.Shell.Attach;

/// <summary>A shell in a daemon, over its control socket. It lives there as long as the connection does.</summary>
internal sealed class AttachedRunner : ILineRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _path;
    private readonly string _topology;
    private readonly bool _json;
    private readonly string _home;
    private ControlConnection? _connection;
    private string _box;

    private AttachedRunner(string path, string topology, bool json, ControlConnection connection, IReadOnlyList<string> boxes)
    {
        _path = path;
        _topology = topology;
        _json = json;
        _connection = connection;
        _home = boxes[0];
        _box = _home;
    }

    /// <summary>Begins a shell in a daemon.</summary>
    /// <param name="path">The daemon's control socket.</param>
    /// <param name="topology">Name of the topology.</param>
    /// <param name="json">Show commands answer with JSON.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NodeException">It cannot be reached, or refuses.</exception>
    public static async Task<AttachedRunner> OpenAsync(string path, string topology, bool json, CancellationToken stop)
    {
        var (connection, boxes) = await BeginAsync(path, json, stop).ConfigureAwait(false);
        return new AttachedRunner(path, topology, json, connection, boxes);
    }

    /// <inheritdoc/>
    public string Place => $"{_topology}:{_box}";

    /// <inheritdoc/>
    public async Task<ShellReply> RunAsync(string line, CancellationToken stop)
    {
        if (_connection is null) await BeginAnewAsync(stop).ConfigureAwait(false);
        var reply = await AskAsync(line, stop).ConfigureAwait(false);
        if (reply.Ok && OwnVerb.Arguments("use", line) is { } names) _box = names.Count == 0 ? _home : names[0];
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>After a line that was given up the daemon may still be at it: its shell has ended with the connection, and another takes its place.</summary>
    private async Task BeginAnewAsync(CancellationToken stop)
    {
        _connection = (await BeginAsync(_path, _json, stop).ConfigureAwait(false)).Connection;
        if (!string.Equals(_box, _home, StringComparison.Ordinal)) await AskAsync("use " + _box, stop).ConfigureAwait(false);
    }

    private async Task<ShellReply> AskAsync(string line, CancellationToken stop)
    {
        try
        {
            var answer = await _connection!.AskAsync(ControlRequest.ShellLine(line), Timeout.InfiniteTimeSpan, stop).ConfigureAwait(false);
            return answer.Reply ?? throw new NodeException(answer.Error ?? "the daemon sent no reply.");
        }
        catch
        {
            _connection!.Dispose();
            _connection = null;
            throw;
        }
    }

    private static async Task<(ControlConnection Connection, IReadOnlyList<string> Boxes)> BeginAsync(string path, bool json, CancellationToken stop)
    {
        var connection = await ControlConnection.OpenAsync(path, Patience, stop).ConfigureAwait(false);
        try
        {
            var answer = await connection.AskAsync(ControlRequest.BeginShell(json), Patience, stop).ConfigureAwait(false);
            return answer.Boxes is { Count: > 0 } boxes ? (connection, boxes) : throw new NodeException(answer.Error ?? "the topology has no boxes to work in.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
