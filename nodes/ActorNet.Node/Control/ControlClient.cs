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
        using var connection = await ControlConnection.OpenAsync(socketPath, patience, stop).ConfigureAwait(false);
        return await connection.AskAsync(request, patience, stop).ConfigureAwait(false);
    }
}
