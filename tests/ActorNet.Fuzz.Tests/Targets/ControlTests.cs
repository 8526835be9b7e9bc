using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Node.Control;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>The control socket: whatever a client sends, it is answered or closed, and the daemon goes on.</summary>
public sealed class ControlTests
{
    private static readonly byte[][] Conversations =
    [
        Message(ControlRequest.For(Verbs.Ping)), [.. Message(ControlRequest.For(Verbs.Show)), .. Message(ControlRequest.For(Verbs.Stop))],
        Message(ControlRequest.Run("lab", ["tc", "qdisc", "show"])), Message(ControlRequest.Link(["left--right", "delay", "5ms"])), Message(ControlRequest.Events(3, wait: false)),
        [.. Message(ControlRequest.BeginShell(json: true)), .. Message(ControlRequest.ShellLine("ip link show"))], Framed("{\"protocol\":2,\"do\":null}"), Framed("null"),
    ];

    [Fact]
    public void A_message_is_read_whole_or_refused() => Fuzzer.OfBytes("control messages", static s => ByteMutator.Mutate(s, Conversations, 4096), static bytes =>
    {
        using var stream = new MemoryStream(bytes);
        try
        {
            while (ControlWire.ReadAsync(stream, ControlWire.MaxRequest, CancellationToken.None).GetAwaiter().GetResult() is { } body)
            {
                JsonSerializer.Deserialize(body, NodeJson.Default.ControlRequest);
                JsonSerializer.Deserialize(body, NodeJson.Default.ControlAnswer);
            }
        }
        catch (Exception refusal) when (refusal is ControlException or JsonException)
        {
            // What a daemon and a client expect of each other.
        }
    }).Run(20_000);

    [Fact]
    public async Task A_daemon_survives_whatever_comes_over_its_socket()
    {
        var path = Path.Combine(Path.GetTempPath(), $"fuzz-{Environment.ProcessId}.sock");
        var log = new Failures();
        using var logger = new LoggerConfiguration().MinimumLevel.Error().WriteTo.Sink(log).CreateLogger();
        await using var server = ControlServer.Start(path, static () => new Desk(), logger);
        Fuzzer.OfBytes("control socket", static s => ByteMutator.Mutate(s, Conversations, 2048), bytes => Talk(path, bytes, log)).Run(500);
    }

    private static void Talk(string path, byte[] bytes, Failures log)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 10_000 };
        socket.Connect(new UnixDomainSocketEndPoint(path));
        var received = new byte[4096];
        try
        {
            socket.Send(bytes);
            socket.Shutdown(SocketShutdown.Send);
            while (socket.Receive(received) > 0)
            {
                // Answers are the daemon's business.
            }
        }
        catch (SocketException gone) when (gone.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            // It closes on those who break the protocol.
        }

        if (log.Take() is { } failure) throw new InvalidOperationException(failure.RenderMessage(), failure.Exception);
    }

    private static byte[] Message(ControlRequest request) => Framed(JsonSerializer.Serialize(request, NodeJson.Default.ControlRequest));

    private static byte[] Framed(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var framed = new byte[sizeof(uint) + body.Length];
        BinaryPrimitives.WriteUInt32BigEndian(framed, (uint)body.Length);
        body.CopyTo(framed, sizeof(uint));
        return framed;
    }

    private sealed class Desk : IControlDesk
    {
        public bool MayBeSilent => false;

        public Task<ControlAnswer> HandleAsync(ControlRequest request, CancellationToken stop) => Task.FromResult(ControlAnswer.Done);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Failures : ILogEventSink
    {
        private LogEvent? _first;

        public void Emit(LogEvent logEvent) => Interlocked.CompareExchange(ref _first, logEvent, null);

        public LogEvent? Take() => Interlocked.Exchange(ref _first, null);
    }
}
