using System.Net.Sockets;
using System.Text.Json;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Control;

/// <summary>Asks a daemon one thing.</summary>
internal static class ControlClient
{
    /// <summary>Connects, asks, and gives the answer.</summary>
    /// <param name="socketPath">The daemon's control socket.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="patience">How long the daemon may take.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NodeException">It cannot be reached, does not answer in time, or answers nonsense. A refusal is an answer.</exception>
    public static async Task<ControlAnswer> AskAsync(string socketPath, ControlRequest request, TimeSpan patience, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), limit.Token).ConfigureAwait(false);
            using var stream = new NetworkStream(socket);
            await ControlWire.WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(request, NodeJson.Default.ControlRequest), limit.Token).ConfigureAwait(false);
            var answer = await ControlWire.ReadAsync(stream, ControlWire.MaxAnswer, limit.Token).ConfigureAwait(false);
            return Parse(answer, socketPath);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new NodeException($"{socketPath}: no answer within {patience.TotalSeconds:0} s. Look into the daemon's log, or kill it and run 'actornet gc'.");
        }
        catch (Exception failure) when (failure is SocketException or IOException or ControlException)
        {
            throw new NodeException($"{socketPath}: the daemon cannot be asked: {failure.Message}. See 'actornet ps'; after a crash run 'actornet gc'.", ExitCodes.Failed, failure);
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
