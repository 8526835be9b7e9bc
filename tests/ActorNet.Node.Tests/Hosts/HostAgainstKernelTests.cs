using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Linux.Tap;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Hosts;

/// <summary>The built-in host against the stack of Linux, which believes no wrong checksum and no wrong window.</summary>
public sealed class HostAgainstKernelTests
{
    private const int Port = 5001;

    [SkippableTheory]
    [InlineData("10.9.0.2")]
    [InlineData("fd09::2")]
    public async Task Ping_of_the_machine_is_answered(string target)
    {
        // given
        await using var path = await KernelPath.StartAsync();

        // when
        var outcome = path.Run("ping", "-c", "10", "-i", "0.05", "-s", "1000", target);

        // then
        outcome.ExitCode.ShouldBe(0, outcome.ToString());
        outcome.Output.ShouldContain("10 received, 0% packet loss");
    }

    [SkippableTheory]
    [InlineData("10.9.0.1")]
    [InlineData("fd09::1")]
    public async Task Host_pings_the_machine(string target)
    {
        // given
        await using var path = await KernelPath.StartAsync();

        // when
        var report = await path.AskAsync<PingReport>(new StartPing(IPAddress.Parse(target), 10, TimeSpan.FromMilliseconds(10), 1000));

        // then
        (report.Sent, report.RoundTrips.Count, report.Duplicates, report.Errors).ShouldBe((10, 10, 0, 0));
    }

    [SkippableTheory]
    [InlineData("10.9.0.2", "10.9.0.1")]
    [InlineData("fd09::2", "fd09::1")]
    public async Task Datagrams_cross_both_ways(string built, string kernel)
    {
        // given
        await using var path = await KernelPath.StartAsync();
        var (builtAddress, kernelAddress) = (IPAddress.Parse(built), IPAddress.Parse(kernel));
        using var socket = path.Socket(kernelAddress, stream: false);
        socket.Bind(new IPEndPoint(kernelAddress, Port));
        await path.AskAsync<Done>(new OpenUdp(Port));
        var payload = new byte[1400];
        new Random(5).NextBytes(payload);

        // when
        await socket.SendToAsync(payload, new IPEndPoint(builtAddress, Port));
        await path.AskAsync<Done>(new SendDatagram(kernelAddress, Port, Port, payload));
        var buffer = new byte[2000];
        var received = await socket.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromSeconds(20));

        // then
        buffer.AsSpan(0, received).ToArray().ShouldBe(payload);
        var datagrams = await path.AskAsync<Datagrams>(new TakeDatagrams(Port));
        datagrams.Received.Single().Payload.ToArray().ShouldBe(payload);
    }

    [SkippableFact]
    public async Task Closed_udp_port_refuses_a_connected_socket()
    {
        // given
        await using var path = await KernelPath.StartAsync();
        foreach (var address in (IPAddress[])[KernelPath.Built4, KernelPath.Built6])
        {
            using var socket = path.Socket(address, stream: false);
            await socket.ConnectAsync(address, 99);

            // when
            await socket.SendAsync(new byte[10]);

            // then
            var refusal = await Should.ThrowAsync<SocketException>(async () => await socket.ReceiveAsync(new byte[10]).WaitAsync(TimeSpan.FromSeconds(20)));
            refusal.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
        }
    }

    [SkippableTheory]
    [InlineData("10.9.0.1", TapOffloads.All, "")]
    [InlineData("10.9.0.1", TapOffloads.None, "")]
    [InlineData("fd09::1", TapOffloads.All, "")]
    [InlineData("10.9.0.1", TapOffloads.All, "netem delay 2ms loss 2%")]
    [InlineData("fd09::1", TapOffloads.None, "netem delay 2ms 2ms loss 1% duplicate 1%")]
    public async Task Stream_reaches_a_listener_of_the_kernel(string kernel, TapOffloads offloads, string trouble)
    {
        // given
        await using var path = await KernelPath.StartAsync(offloads);
        await path.TroubleAsync(trouble);

        const int bytes = 4_000_000;
        var address = IPAddress.Parse(kernel);
        using var listener = path.Socket(address, stream: true);
        listener.Bind(new IPEndPoint(address, Port));
        listener.Listen();

        // when
        var report = path.AskAsync<TcpReport>(new StartTcp(address, Port, bytes, TimeSpan.Zero, 1));
        using var connection = await listener.AcceptAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var (count, sum) = await ReadAllAsync(connection);
        connection.Close();
        var result = await report;

        // then
        (result.Outcome, result.BytesAcked, count).ShouldBe((TcpOutcome.Done, bytes, (long)bytes));
        (result.Retransmits > 0).ShouldBe(trouble.Length > 0);
        result.MinRttNanoseconds.ShouldBeGreaterThan(0);
        sum.ShouldBe(await SumOfAnyOtherAsync(path, address, bytes), "every stream is the same");
    }

    [SkippableTheory]
    [InlineData("10.9.0.2", TapOffloads.All, "")]
    [InlineData("10.9.0.2", TapOffloads.None, "")]
    [InlineData("fd09::2", TapOffloads.All, "")]
    [InlineData("10.9.0.2", TapOffloads.All, "netem delay 2ms loss 2%")]
    [InlineData("fd09::2", TapOffloads.None, "netem delay 2ms 2ms loss 1% duplicate 1%")]
    public async Task Stream_of_the_kernel_reaches_the_host(string built, TapOffloads offloads, string trouble)
    {
        // given
        await using var path = await KernelPath.StartAsync(offloads);
        await path.TroubleAsync(trouble);

        const int bytes = 4_000_000;
        await path.AskAsync<Done>(new ListenTcp(Port));
        var address = IPAddress.Parse(built);
        using var socket = path.Socket(address, stream: true);

        // when
        await socket.ConnectAsync(address, Port).WaitAsync(TimeSpan.FromSeconds(30));
        await socket.SendAsync(new byte[bytes]).WaitAsync(TimeSpan.FromSeconds(60));
        socket.Shutdown(SocketShutdown.Send);
        var (answer, _) = await ReadAllAsync(socket);

        // then the host has read everything and closed its side
        var received = await path.AskAsync<TcpReceived>(new TakeTcpReceived(Port));
        (received.Connections, received.Bytes, answer).ShouldBe((1, bytes, 0L));
        received.WrongBytes.ShouldBeGreaterThan(bytes / 2, "zeros are not its stream, and it sees that");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Congestion_marks_are_understood_both_ways(bool kernelSends)
    {
        // given a bottleneck that marks what has waited for a millisecond
        await using var path = await KernelPath.StartAsync(TapOffloads.None, ecn: true);
        path.Sysctl("net.ipv4.tcp_ecn", "1");
        foreach (var device in (string[])["real", "built"])
        {
            await path.ShAsync($"tc qdisc add dev {device} root handle 1: tbf rate 40mbit burst 10kb limit 1mb");
            await path.ShAsync($"tc qdisc add dev {device} parent 1:1 handle 2: codel ecn ce_threshold 1ms limit 2000");
        }

        await path.AskAsync<Done>(new ListenTcp(Port));
        using var socket = path.Socket(KernelPath.Built4, stream: true);

        // when
        if (kernelSends)
        {
            await socket.ConnectAsync(KernelPath.Built4, Port).WaitAsync(TimeSpan.FromSeconds(30));
            await socket.SendAsync(new byte[4_000_000]).WaitAsync(TimeSpan.FromSeconds(60));
            socket.Shutdown(SocketShutdown.Send);
            await ReadAllAsync(socket);

            // then
            var received = await path.AskAsync<TcpReceived>(new TakeTcpReceived(Port));
            (received.Bytes, received.Marked > 0).ShouldBe((4_000_000, true));
            return;
        }

        socket.Bind(new IPEndPoint(KernelPath.Kernel4, Port));
        socket.Listen();
        var pending = path.AskAsync<TcpReport>(new StartTcp(KernelPath.Kernel4, Port, 4_000_000, TimeSpan.Zero, 1));
        using (var connection = await socket.AcceptAsync().WaitAsync(TimeSpan.FromSeconds(30))) await ReadAllAsync(connection);
        var report = await pending;

        // then
        (report.Outcome, report.EcnReductions > 0).ShouldBe((TcpOutcome.Done, true), report.ToString());
    }

    [SkippableFact]
    public async Task Closed_ports_refuse_on_both_sides()
    {
        // given
        await using var path = await KernelPath.StartAsync();

        // when
        var report = await path.AskAsync<TcpReport>(new StartTcp(KernelPath.Kernel4, 81, 100, TimeSpan.Zero, 1));
        using var socket = path.Socket(KernelPath.Built6, stream: true);
        var refusal = await Should.ThrowAsync<SocketException>(async () => await socket.ConnectAsync(KernelPath.Built6, 81).WaitAsync(TimeSpan.FromSeconds(20)));

        // then
        report.Outcome.ShouldBe(TcpOutcome.Refused);
        refusal.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }

    [SkippableFact]
    public async Task Capture_of_the_machine_finds_nothing_wrong()
    {
        // given a capture of what comes from the host
        Needs.Program("tcpdump", "tcpdump");
        await using var path = await KernelPath.StartAsync(TapOffloads.None, ecn: true);
        using var capture = Process.Start(Programs.Info("ip", ["netns", "exec", path.Kernel.Spec.NamespaceName, "tcpdump", "-l", "-n", "-vvv", "-i", "eth0", "-Q", "in"]))!;
        var listening = new TaskCompletionSource();
        var text = new System.Text.StringBuilder();
        capture.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("listening", StringComparison.Ordinal) == true) listening.TrySetResult();
        };
        capture.OutputDataReceived += (_, line) =>
        {
            lock (text) text.AppendLine(line.Data);
        };
        capture.BeginErrorReadLine();
        capture.BeginOutputReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // when everything is sent that it can send
        foreach (var address in (IPAddress[])[KernelPath.Kernel4, KernelPath.Kernel6])
        {
            await path.AskAsync<PingReport>(new StartPing(address, 2, TimeSpan.FromMilliseconds(1)));
            await path.AskAsync<UdpSent>(new StartUdp(address, 9, 0, 1000, 3, TimeSpan.Zero, 1));
            using var listener = path.Socket(address, stream: true);
            listener.Bind(new IPEndPoint(address, Port));
            listener.Listen();
            var report = path.AskAsync<TcpReport>(new StartTcp(address, Port, 20_000, TimeSpan.Zero, 1));
            using var connection = await listener.AcceptAsync().WaitAsync(TimeSpan.FromSeconds(30));
            await ReadAllAsync(connection);
            connection.Close();
            (await report).Outcome.ShouldBe(TcpOutcome.Done);
        }

        path.Run("ping", "-c", "1", "10.9.0.2").ExitCode.ShouldBe(0);
        Wait.Until(() => Seen(text).Contains("echo reply", StringComparison.Ordinal) && Seen(text).Split("Flags [F").Length > 2, "the capture shows the end");
        capture.Kill();
        await capture.WaitForExitAsync();

        // then
        var seen = Seen(text);
        seen.ShouldNotContain("incorrect");
        seen.ShouldNotContain("bad cksum");
        seen.ShouldNotContain("wrong");
        foreach (var sign in (string[])["ARP", "neighbor", "ICMP echo request", "ICMP6, echo request", "UDP, length 1000", "Flags [SEW]", "Flags [F", "(correct)"]) seen.ShouldContain(sign);
    }

    private static string Seen(System.Text.StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    /// <summary>Sends the stream once more, on another connection, and sums it.</summary>
    private static async Task<ulong> SumOfAnyOtherAsync(KernelPath path, IPAddress address, int bytes)
    {
        using var listener = path.Socket(address, stream: true);
        listener.Bind(new IPEndPoint(address, Port + 1));
        listener.Listen();
        var report = path.AskAsync<TcpReport>(new StartTcp(address, Port + 1, bytes, TimeSpan.Zero, 2));
        using var connection = await listener.AcceptAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var (_, sum) = await ReadAllAsync(connection);
        connection.Close();
        await report;
        return sum;
    }

    private static async Task<(long Count, ulong Sum)> ReadAllAsync(Socket socket)
    {
        var buffer = new byte[1 << 16];
        var (count, sum) = (0L, 0UL);
        while (await socket.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromSeconds(60)) is var read and > 0)
        {
            for (var i = 0; i < read; i++) sum = (sum * 31) + buffer[i];
            count += read;
        }

        return (count, sum);
    }
}
