using System.Net.Sockets;
using System.Text.Json;
using Serilog;

namespace ActorNet.Node.Control;

/// <summary>What happens on one control connection.</summary>
internal sealed class ControlSession : IDisposable
{
    /// <summary>How long a connection may be silent, unless its desk says otherwise.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Func<IControlDesk> _newDesk;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _finishing = new();

    public ControlSession(Func<IControlDesk> newDesk, ILogger log)
    {
        _newDesk = newDesk;
        _log = log;
    }

    /// <summary>No connection reads another request from now on.</summary>
    public void Finish() => _finishing.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _finishing.Dispose();

    /// <summary>Tells a connection beyond the limit so, and closes it.</summary>
    public async Task TurnAwayAsync(Socket connection)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            using var stream = new NetworkStream(connection, ownsSocket: true);
            await AnswerAsync(stream, ControlAnswer.Refused($"{ControlServer.MaxConnections} control connections are open, the limit; try again."), limit.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (IsOrdinary(gone))
        {
            _log.Debug("A control connection beyond the limit was closed: {Reason}", gone.Message);
        }
    }

    /// <summary>Answers requests until the client closes, breaks the protocol or is silent for too long. Never throws.</summary>
    public async Task ServeAsync(Socket connection, CancellationToken stop)
    {
        // Off the acceptor's thread: it holds a lock.
        await Task.Yield();
        try
        {
            using var stream = new NetworkStream(connection, ownsSocket: true);
            var desk = _newDesk();
            await using (desk.ConfigureAwait(false))
            {
                while (await ReadAsync(stream, desk, stop).ConfigureAwait(false) is { } bytes)
                {
                    await AnswerAsync(stream, await HandleAsync(connection, desk, bytes, stop).ConfigureAwait(false), stop).ConfigureAwait(false);
                }
            }
        }
        catch (Exception end) when (IsOrdinary(end))
        {
            _log.Debug("A control connection ended: {Reason}", end.Message);
        }
        catch (Exception failure)
        {
            _log.Error(failure, "A control connection failed");
        }
    }

    private async Task<byte[]?> ReadAsync(NetworkStream stream, IControlDesk desk, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, _finishing.Token);
        if (!desk.MayBeSilent) limit.CancelAfter(Patience);
        try
        {
            return await ControlWire.ReadAsync(stream, ControlWire.MaxRequest, limit.Token).ConfigureAwait(false);
        }
        catch (ControlException broken)
        {
            // Where the next message would begin is unknown now, so the answer is the last thing that is said.
            _log.Warning("A control connection broke the protocol: {Reason}", broken.Message);
            await AnswerAsync(stream, ControlAnswer.Refused($"protocol: {broken.Message}"), stop).ConfigureAwait(false);
            return null;
        }
    }

    private async Task<ControlAnswer> HandleAsync(Socket connection, IControlDesk desk, byte[] bytes, CancellationToken stop)
    {
        try
        {
            var request = JsonSerializer.Deserialize(bytes, NodeJson.Default.ControlRequest);
            if (request is null) return ControlAnswer.Refused("protocol: the request is null");
            if (request.Protocol != ControlWire.Version)
                return ControlAnswer.Refused($"protocol: version {request.Protocol} was asked, this daemon speaks {ControlWire.Version}; use the actornet that started it.");
            if (!desk.MayBeSilent) return await desk.HandleAsync(request, stop).ConfigureAwait(false);
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(stop);
            using var answered = new CancellationTokenSource();
            var watch = WatchAsync(connection, gone, answered.Token);
            try
            {
                return await desk.HandleAsync(request, gone.Token).ConfigureAwait(false);
            }
            finally
            {
                await answered.CancelAsync().ConfigureAwait(false);
                await watch.ConfigureAwait(false);
            }
        }
        catch (JsonException wrong)
        {
            return ControlAnswer.Refused($"protocol: {wrong.Message}");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _log.Error(failure, "A control request failed");
            return ControlAnswer.Refused($"the daemon failed at the request: {failure.Message}");
        }
    }

    /// <summary>What a person asks for can take long; it ends when the client goes away.</summary>
    private static async Task WatchAsync(Socket connection, CancellationTokenSource gone, CancellationToken answered)
    {
        try
        {
            // Receiving nothing waits until there is something, or the end.
            await connection.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, answered).ConfigureAwait(false);
            if (connection.Available == 0) await gone.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // Answered meanwhile.
        }
        catch (SocketException)
        {
            await gone.CancelAsync().ConfigureAwait(false);
        }
    }

    private static Task AnswerAsync(NetworkStream stream, ControlAnswer answer, CancellationToken stop)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, NodeJson.Default.ControlAnswer);
        if (bytes.Length > ControlWire.MaxAnswer)
        {
            var why = $"the answer has {bytes.Length} bytes, more than the {ControlWire.MaxAnswer} allowed; ask for less, for example one device.";
            bytes = JsonSerializer.SerializeToUtf8Bytes(ControlAnswer.Refused(why), NodeJson.Default.ControlAnswer);
        }

        return ControlWire.WriteAsync(stream, bytes, stop);
    }

    private static bool IsOrdinary(Exception end) => end is IOException or SocketException or OperationCanceledException or ObjectDisposedException;
}
