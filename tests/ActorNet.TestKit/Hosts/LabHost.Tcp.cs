using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;

namespace ActorNet.TestKit;

/// <content>Connections.</content>
public sealed partial class LabHost
{
    /// <summary>Accepts connections to a port from now on; everything is read.</summary>
    /// <param name="port">1 to 65535.</param>
    public void ListenTcp(int port) => Ask<Done>("listen", new ListenTcp(port));

    /// <summary>What came in on a port that listens.</summary>
    /// <param name="port">The port.</param>
    public TcpReceived TcpReceived(int port = FlowPort) => Ask<TcpReceived>("report of a TCP port", new TakeTcpReceived(port));

    /// <summary>Connects to another host, sends so many bytes, closes, and lets time pass until it is over.</summary>
    /// <param name="target">The other host; it listens on the port.</param>
    /// <param name="bytes">Length of the stream, 1 or more.</param>
    /// <param name="port">Destination port.</param>
    /// <exception cref="LabFailureException">The host refuses.</exception>
    public TcpResult Tcp(LabHost target, long bytes, int port = FlowPort) => StartTcp(target, bytes, port).Wait();

    /// <summary>The same for a time instead of a length.</summary>
    /// <param name="target">The other host; it listens on the port.</param>
    /// <param name="duration">How long new bytes are sent.</param>
    /// <param name="port">Destination port.</param>
    public TcpResult Tcp(LabHost target, TimeSpan duration, int port = FlowPort) => StartTcp(target, duration, port).Wait();

    /// <summary>Begins to send so many bytes.</summary>
    /// <param name="target">The other host; it listens on the port.</param>
    /// <param name="bytes">Length of the stream, 1 or more.</param>
    /// <param name="port">Destination port.</param>
    public LabTask<TcpResult> StartTcp(LabHost target, long bytes, int port = FlowPort)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return StartTcp(target, bytes, TimeSpan.Zero, port);
    }

    /// <summary>Begins to send for a time.</summary>
    /// <param name="target">The other host; it listens on the port.</param>
    /// <param name="duration">How long new bytes are sent.</param>
    /// <param name="port">Destination port.</param>
    public LabTask<TcpResult> StartTcp(LabHost target, TimeSpan duration, int port = FlowPort) => StartTcp(target, 0, duration, port);

    private LabTask<TcpResult> StartTcp(LabHost target, long bytes, TimeSpan duration, int port)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.ListenTcp(port);
        var request = new StartTcp(target.Address, port, bytes, duration, _lab.NextFlow());
        return Start("send a TCP stream", request, answer => new TcpResult((TcpReport)answer));
    }
}
