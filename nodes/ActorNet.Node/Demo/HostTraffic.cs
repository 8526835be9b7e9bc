using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ActorNet.Linux.Namespaces;

namespace ActorNet.Node.Demo;

/// <summary>Traffic between two hosts without any program in them: a socket belongs to the namespace of the thread that makes it, and works from anywhere.</summary>
internal sealed class HostTraffic
{
    private const int PieceBytes = 64 * 1024;
    private const int PingTimeoutMilliseconds = 2000;

    private readonly NetworkNamespace _from;
    private readonly NetworkNamespace _to;
    private readonly IPAddress _target;

    /// <summary>Between two hosts.</summary>
    /// <param name="from">Who sends.</param>
    /// <param name="to">Who receives.</param>
    /// <param name="target">The receiver's address.</param>
    public HostTraffic(NetworkNamespace from, NetworkNamespace to, IPAddress target)
    {
        _from = from;
        _to = to;
        _target = target;
    }

    /// <summary>Pings.</summary>
    /// <returns>Round-trip times of the replies in milliseconds.</returns>
    public IReadOnlyList<double> Ping(int count, CancellationToken stop) => _from.Run(() =>
    {
        var times = new List<double>(count);
        using var ping = new Ping();
        for (var i = 0; i < count && !stop.IsCancellationRequested; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            if (ping.Send(_target, PingTimeoutMilliseconds).Status == IPStatus.Success) times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return times;
    });

    /// <summary>Sends over TCP as fast as it goes.</summary>
    /// <returns>What arrived, in Mbit/s of payload, from the first byte to the last.</returns>
    public double Transfer(TimeSpan time, CancellationToken stop)
    {
        using var listener = _to.Run(() =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(_target, 0));
            socket.Listen(1);
            return socket;
        });
        using var sender = _from.Run(() =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(listener.LocalEndPoint!);
            return socket;
        });
        using var receiver = listener.Accept();
        var received = Task.Run(() => Receive(receiver), CancellationToken.None);
        Send(sender, time, stop);
        return received.GetAwaiter().GetResult();
    }

    private static void Send(Socket socket, TimeSpan time, CancellationToken stop)
    {
        var piece = new byte[PieceBytes];
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < time && !stop.IsCancellationRequested) socket.Send(piece);
        socket.Shutdown(SocketShutdown.Send);
    }

    private static double Receive(Socket socket)
    {
        var piece = new byte[PieceBytes];
        long bytes = 0;
        var begin = Stopwatch.GetTimestamp();
        for (var count = socket.Receive(piece); count > 0; count = socket.Receive(piece)) bytes += count;
        return bytes * 8 / Stopwatch.GetElapsedTime(begin).TotalSeconds / 1e6;
    }
}
