using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;

namespace ActorNet.Hosts.Tests.Tcp;

/// <summary>A transfer from A to B.</summary>
internal static class Transfer
{
    internal const int Port = 5001;

    /// <summary>Starts one; B listens.</summary>
    internal static Pending Start(Wire wire, long bytes, long duration = 0, bool v6 = false)
    {
        wire.B.Tcp.Listen(Port);
        var pending = new Pending();
        wire.A.Tcp.Connect(new TcpTransfer(v6 ? Wire.B6 : Wire.B4, Port, bytes, duration), r => pending.Result = r, wire.Now);
        return pending;
    }

    /// <summary>Carries one out.</summary>
    internal static TcpResult Run(Wire wire, long bytes, long duration = 0, bool v6 = false)
    {
        var pending = Start(wire, bytes, duration, v6);
        wire.RunUntil(() => pending.Result is not null);
        return pending.Result!.Value;
    }

    internal static TcpArrivals Received(Wire wire) => wire.B.Tcp.Received(Port);

    internal sealed class Pending
    {
        internal TcpResult? Result { get; set; }
    }
}
