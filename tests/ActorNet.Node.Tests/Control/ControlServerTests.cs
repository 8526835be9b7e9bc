using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using Serilog;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Control;

public sealed class ControlServerTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"an-{Guid.NewGuid():N}.sock");
    private readonly TaskCompletionSource _release = new();
    private readonly TaskCompletionSource _ended = new();
    private readonly ControlServer _server;
    private bool _maySilence;

    public ControlServerTests() => _server = ControlServer.Start(_path, () => new Desk(this), new LoggerConfiguration().CreateLogger());

    private async Task<ControlAnswer> HandleAsync(ControlRequest request, CancellationToken stop)
    {
        switch (request.Do)
        {
            case "wait":
                await _release.Task.WaitAsync(stop);
                return ControlAnswer.Done;
            case "throw":
                throw new InvalidOperationException("broken");
            case "flood":
                return ControlAnswer.Done with { Output = new string('x', ControlWire.MaxAnswer) };
            default:
                return ControlAnswer.Done with { Output = string.Join(' ', request.Words ?? []) };
        }
    }

    public async ValueTask DisposeAsync()
    {
        _release.TrySetResult();
        await _server.DisposeAsync();
        File.Delete(_path);
    }

    [Fact]
    public async Task Request_is_answered()
    {
        var answer = await AskAsync(ControlRequest.Run("lab", ["ip", "link"]));

        answer.Error.ShouldBeNull();
        answer.Output.ShouldBe("ip link");
    }

    [Fact]
    public void Socket_is_for_its_owner_only() =>
        File.GetUnixFileMode(_path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

    [Fact]
    public async Task Several_requests_follow_each_other_on_one_connection()
    {
        // given
        using var stream = Connect();

        // when, then
        for (var i = 0; i < 3; i++)
        {
            await SendAsync(stream, """{"protocol":1,"do":"run","words":["w"]}""");
            (await AnswerAsync(stream))!.Output.ShouldBe("w");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"protocol\":1}")]
    [InlineData("{\"protocol\":1,\"do\":null}")]
    [InlineData("{\"protocol\":1,\"do\":7}")]
    [InlineData("{\"protocol\":2,\"do\":\"run\"}")]
    [InlineData("{\"protocol\":1,\"do\":\"run\",\"words\":{}}")]
    [InlineData("\u0001\u0002\u0003")]
    public async Task Nonsense_is_refused_and_the_next_connection_is_served(string text)
    {
        // given
        using (var stream = Connect())
        {
            // when
            await SendAsync(stream, text);

            // then
            (await AnswerAsync(stream))!.Error!.ShouldStartWith("protocol");
        }

        (await AskAsync(ControlRequest.For("run"))).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData(0u)]
    [InlineData((uint)ControlWire.MaxRequest + 1)]
    [InlineData(uint.MaxValue)]
    public async Task Length_that_is_not_allowed_ends_the_connection(uint length)
    {
        // given
        using var stream = Connect();

        // when
        var prefix = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(prefix, length);
        await stream.WriteAsync(prefix);

        // then
        (await AnswerAsync(stream))!.Error!.ShouldContain("not allowed");
        (await AnswerAsync(stream)).ShouldBeNull();
    }

    [Fact]
    public async Task Half_a_message_disturbs_nobody()
    {
        // given
        using (var stream = Connect())
        {
            await stream.WriteAsync(new byte[] { 0, 0, 1, 0, (byte)'{' });

            // when
            stream.Socket.Shutdown(SocketShutdown.Send);

            // then
            (await AnswerAsync(stream))!.Error!.ShouldContain("ends after 1 of 256 bytes");
        }

        (await AskAsync(ControlRequest.For("run"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Failure_of_the_daemon_is_an_answer()
    {
        (await AskAsync(ControlRequest.For("throw"))).Error!.ShouldContain("broken");
        (await AskAsync(ControlRequest.For("run"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Answer_beyond_the_limit_is_refused() => (await AskAsync(ControlRequest.For("flood"))).Error!.ShouldContain("ask for less");

    [Fact]
    public async Task Connection_beyond_the_limit_is_turned_away_and_room_is_found_again()
    {
        // given
        var streams = Enumerable.Range(0, ControlServer.MaxConnections).Select(_ => Connect()).ToArray();
        foreach (var stream in streams) await SendAsync(stream, """{"protocol":1,"do":"wait"}""");

        // when
        using var late = Connect();

        // then
        (await AnswerAsync(late))!.Error!.ShouldContain("limit");
        _release.SetResult();
        foreach (var stream in streams)
        {
            (await AnswerAsync(stream))!.Error.ShouldBeNull();
            await stream.DisposeAsync();
        }

        ControlAnswer answer;
        do answer = await AskAsync(ControlRequest.For("run"));
        while (answer.Error is not null);
        answer.Error.ShouldBeNull();
    }

    [Fact]
    public async Task Client_says_that_nobody_listens()
    {
        var failure = await Should.ThrowAsync<NodeException>(() => ControlClient.AskAsync(_path + "x", ControlRequest.For("run"), Patience, CancellationToken.None));

        failure.Message.ShouldContain("gc");
    }

    [Fact]
    public async Task Client_gives_up_on_a_daemon_that_does_not_answer()
    {
        var failure = await Should.ThrowAsync<NodeException>(() => ControlClient.AskAsync(_path, ControlRequest.For("wait"), TimeSpan.FromMilliseconds(50), CancellationToken.None));

        failure.Message.ShouldContain("no answer");
    }

    [Fact]
    public async Task Desk_ends_with_its_connection()
    {
        // when
        using (var stream = Connect())
        {
            await SendAsync(stream, """{"protocol":1,"do":"run","words":["w"]}""");
            await AnswerAsync(stream);
            _ended.Task.IsCompleted.ShouldBeFalse();
        }

        // then
        await _ended.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Request_of_a_person_who_goes_away_is_given_up()
    {
        // given
        _maySilence = true;
        using (var stream = Connect()) await SendAsync(stream, """{"protocol":1,"do":"wait"}""");

        // then: it waits for nothing but its end
        await _ended.Task.WaitAsync(Patience);
        _release.Task.IsCompleted.ShouldBeFalse();
    }

    private Task<ControlAnswer> AskAsync(ControlRequest request) => ControlClient.AskAsync(_path, request, Patience, CancellationToken.None);

    private NetworkStream Connect()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(_path));
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static Task SendAsync(Stream stream, string text) => ControlWire.WriteAsync(stream, Encoding.UTF8.GetBytes(text), CancellationToken.None);

    private static async Task<ControlAnswer?> AnswerAsync(Stream stream)
    {
        using var limit = new CancellationTokenSource(Patience);
        var bytes = await ControlWire.ReadAsync(stream, ControlWire.MaxAnswer, limit.Token);
        return bytes is null ? null : JsonSerializer.Deserialize(bytes, NodeJson.Default.ControlAnswer);
    }

    private sealed class Desk(ControlServerTests test) : IControlDesk
    {
        public bool MayBeSilent => test._maySilence;

        public Task<ControlAnswer> HandleAsync(ControlRequest request, CancellationToken stop) => test.HandleAsync(request, stop);

        public ValueTask DisposeAsync()
        {
            test._ended.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
