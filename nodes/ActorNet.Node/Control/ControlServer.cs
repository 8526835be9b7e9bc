using System.Net.Sockets;
using Serilog;

namespace ActorNet.Node.Control;

/// <summary>
/// The daemon's control socket: mode 0600 before anybody can connect, a bounded number of connections, one request at a time on each. Whoever breaks the
/// protocol is told how and loses the connection; the daemon goes on.
/// </summary>
internal sealed class ControlServer : IAsyncDisposable
{
    /// <summary>Connections at a time; more are told so and closed.</summary>
    public const int MaxConnections = 32;

    private readonly Socket _listener;
    private readonly ControlSession _session;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _connections = [];
    private readonly Task _accepting;

    private ControlServer(Socket listener, ControlSession session, ILogger log)
    {
        _listener = listener;
        _session = session;
        _log = log;
        _accepting = AcceptAsync();
    }

    /// <summary>Opens the socket and starts to serve.</summary>
    /// <param name="path">Where; a socket that a dead daemon left there must be gone.</param>
    /// <param name="newDesk">Makes what carries out the requests of a connection; called on any thread.</param>
    /// <param name="log">Told of broken protocol.</param>
    /// <exception cref="SocketException">The path is taken or cannot be written.</exception>
    public static ControlServer Start(string path, Func<IControlDesk> newDesk, ILogger log)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
            // Nobody can connect between bind and listen, so nobody sees the mode of the umask.
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            listener.Listen(MaxConnections);
            return new ControlServer(listener, new ControlSession(newDesk, log), log);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Stops to listen, lets connections finish what they are answering for a moment, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Task[] open;
        lock (_gate) open = [.. _connections];
        _session.Finish();
        await Task.WhenAny(Task.WhenAll(open), Task.Delay(TimeSpan.FromSeconds(2))).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(open).ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        _stop.Dispose();
        _session.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var connection = await _listener.AcceptAsync(_stop.Token).ConfigureAwait(false);
                Serve(connection);
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return;
            }
            catch (SocketException failure)
            {
                // Out of descriptors, mostly: the next one may be luckier.
                _log.Warning(failure, "A control connection could not be accepted");
                await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private void Serve(Socket connection)
    {
        lock (_gate)
        {
            var full = _connections.Count >= MaxConnections;
            var task = full ? _session.TurnAwayAsync(connection) : _session.ServeAsync(connection, _stop.Token);
            if (full) return;
            _connections.Add(task);
            _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Forget(Task connection)
    {
        lock (_gate) _connections.Remove(connection);
    }
}
