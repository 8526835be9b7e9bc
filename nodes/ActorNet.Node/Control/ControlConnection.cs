using System.Net.Sockets;
using System.Text.Json;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Control;

/// <summary>A connection to a daemon: one request after another.</summary>
internal sealed class ControlConnection : IDisposable
{
    private readonly string _path;
    private readonly NetworkStream _stream;

    private ControlConnection(string path, Socket socket)
    {
        _path = path;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Connects.</summary>
    /// <param name="socketPath">The daemon's control socket.</param>
    /// <param name="patience">How long that may take.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NodeException">It cannot be reached.</exception>
    public static async Task<ControlConnection> OpenAsync(string socketPath, TimeSpan patience, CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            return await GuardAsync(
                socketPath,
                async token =>
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), token).ConfigureAwait(false);
                    return new ControlConnection(socketPath, socket);
                },
                patience,
                stop).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Asks, and gives the answer; after a failure the connection is of no use any more.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="patience">How long the daemon may take; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it likes.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NodeException">It does not answer in time, or answers nonsense. A refusal is an answer.</exception>
    public Task<ControlAnswer> AskAsync(ControlRequest request, TimeSpan patience, CancellationToken stop) =>
        GuardAsync(
            _path,
            async token =>
            {
                await ControlWire.WriteAsync(_stream, JsonSerializer.SerializeToUtf8Bytes(request, NodeJson.Default.ControlRequest), token).ConfigureAwait(false);
                return Parse(await ControlWire.ReadAsync(_stream, ControlWire.MaxAnswer, token).ConfigureAwait(false), _path);
            },
            patience,
            stop);

    /// <summary>Closes it.</summary>
    public void Dispose() => _stream.Dispose();

    private static async Task<T> GuardAsync<T>(string path, Func<CancellationToken, Task<T>> work, TimeSpan patience, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            return await work(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new NodeException($"{path}: no answer within {patience.TotalSeconds:0} s. Look into the daemon's log, or kill it and run 'actornet gc'.");
        }
        catch (Exception failure) when (failure is SocketException or IOException or ControlException)
        {
            throw new NodeException($"{path}: the daemon cannot be asked: {failure.Message}. See 'actornet ps'; after a crash run 'actornet gc'.", ExitCodes.Failed, failure);
        }
    }

    private static ControlAnswer Parse(byte[]? bytes, string socketPath)
    {
        if (bytes is null) throw new ControlException("it closed the connection without an answer");
        try
        {
            return JsonSerializer.Deserialize(bytes, NodeJson.Default.ControlAnswer) ?? throw new ControlException("its answer is null");
        }
        catch (JsonException wrong)
        {
            throw new NodeException($"{socketPath}: the answer cannot be read: {wrong.Message} Is it the same version of actornet?", ExitCodes.Failed, wrong);
        }
    }
}
