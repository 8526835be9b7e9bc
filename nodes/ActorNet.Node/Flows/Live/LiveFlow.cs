using System.Globalization;
using ActorNet.Labs.Traffic;
using ActorNet.Topology;

namespace ActorNet.Node.Flows.Live;

/// <summary>One line of traffic between hosts of the machine: what runs where, and what its words mean.</summary>
internal abstract class LiveFlow : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    public abstract TrafficFlow Flow { get; }

    /// <summary>Longest time that it may take; after that it is cut.</summary>
    protected abstract TimeSpan Length { get; }

    public static LiveFlow For(TrafficFlow flow, IReadOnlyDictionary<string, string> namespaces) =>
        flow is PingFlow ping ? new LivePing(ping, namespaces[ping.From]) : new LiveIperf(flow, namespaces[flow.From], namespaces[flow.To]);

    /// <summary>The receiver gets ready.</summary>
    public virtual Task PrepareAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Sends, and tells what became of it.</summary>
    public abstract Task<FlowResult> RunAsync(CancellationToken stop);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs the sending program to its end; null when it took too long.</summary>
    protected async Task<ProgramEnd?> SendAsync(string namespaceName, string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        await using var sender = HostProgram.Start(namespaceName, program, arguments);
        return await sender.EndAsync(Length + Grace, stop).ConfigureAwait(false);
    }

    protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
