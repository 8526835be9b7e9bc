using System.Net;
using System.Net.Sockets;
using ActorNet.Linux.Hosts;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Tap;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Tap;

/// <summary>A whole TCP connection between two namespaces through two TAPs and a pump: what all the rest is for.</summary>
public sealed class TapTcpTests
{
    private const int Megabytes = 32;

    [SkippableFact]
    public Task Tcp_crosses_in_super_frames_and_arrives_whole() => TransferAsync(TapOffloads.All, longest => longest.ShouldBeGreaterThan(10_000));

    [SkippableFact]
    public Task Without_offloads_tcp_crosses_in_frames_of_the_mtu() =>
        TransferAsync(TapOffloads.None, longest => longest.ShouldBe(VnetHeader.Size + 1514));

    private static async Task TransferAsync(TapOffloads offloads, Action<int> expectLongest)
    {
        // given two hosts joined by a pump
        Root.Required();
        using var directory = Unique.Directory();
        using var ledger = OwnershipLedger.Create(directory.Path, "tcp");
        using var hosts = await HostNetwork.CreateAsync([Spec("alice", "10.9.0.1/24", offloads), Spec("bob", "10.9.0.2/24", offloads)], ledger);
        using var pump = new TapPump(hosts["alice"].Taps[0].Queue, hosts["bob"].Taps[0].Queue);
        using var listener = hosts["bob"].Namespace.Run(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        using var sender = hosts["alice"].Namespace.Run(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        listener.Bind(new IPEndPoint(IPAddress.Parse("10.9.0.2"), 5001));
        listener.Listen();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        // when one sends to the other
        var accepting = listener.AcceptAsync(limit.Token).AsTask();
        await sender.ConnectAsync(IPAddress.Parse("10.9.0.2"), 5001, limit.Token);
        using var receiver = await accepting;
        var receiving = ReceiveAsync(receiver, limit.Token);
        byte[] sent = new byte[1 << 20];
        new Random(7).NextBytes(sent);
        for (int round = 0; round < Megabytes; round++)
            for (int done = 0; done < sent.Length;)
                done += await sender.SendAsync(sent.AsMemory(done), SocketFlags.None, limit.Token);
        sender.Shutdown(SocketShutdown.Send);

        // then every byte arrives, in frames as long as the offloads allow
        (await receiving).ShouldBe((long)Megabytes * sent.Length);
        pump.Dispose();
        pump.Failure.ShouldBeNull();
        pump.Refused.ShouldBe(0);
        expectLongest(pump.Longest);
    }

    private static async Task<long> ReceiveAsync(Socket socket, CancellationToken stop)
    {
        byte[] expected = new byte[1 << 20];
        new Random(7).NextBytes(expected);
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        int count;
        while ((count = await socket.ReceiveAsync(buffer, SocketFlags.None, stop)) > 0)
        {
            for (int index = 0; index < count; index++)
                if (buffer[index] != expected[(total + index) & 0xFFFFF]) throw new InvalidDataException($"byte {total + index} differs.");
            total += count;
        }
        return total;
    }

    private static HostSpec Spec(string name, string address, TapOffloads offloads) => new()
    {
        Name = name,
        NamespaceName = Unique.Name("-" + name),
        Ipv6 = HostIpv6.Off,
        Interfaces = [new HostInterface { Addresses = [HostAddress.Parse(address)], Tap = new TapOptions { Offloads = offloads } }],
    };
}
