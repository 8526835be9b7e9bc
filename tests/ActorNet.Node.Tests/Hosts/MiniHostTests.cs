using System.Net;
using ActorNet.Actors.Hosts;
using ActorNet.Core;
using ActorNet.Core.Frames;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Hosts;

public class MiniHostTests
{
    private static readonly IPAddress A = IPAddress.Parse("10.0.0.1");
    private static readonly IPAddress B = IPAddress.Parse("10.0.0.2");

    private readonly Queue<byte[]> _fromA = new();
    private readonly Queue<byte[]> _fromB = new();
    private readonly MiniHost _a;
    private readonly MiniHost _b;

    public MiniHostTests()
    {
        _a = new MiniHost(new MacAddress(0x0200_0000_0001), A, _fromA.Enqueue);
        _b = new MiniHost(new MacAddress(0x0200_0000_0002), B, _fromB.Enqueue);
    }

    [Fact]
    public void Ping_resolves_the_address_first_and_measures_the_round_trip()
    {
        // when
        _a.Ping(B, new Instant(1000));
        Exchange(new Instant(6000));

        // then
        _a.RoundTrips.ShouldBe([5000L]);
        _b.Report.EchoesAnswered.ShouldBe(1);
        _a.Report.FramesOut.ShouldBe(2, "an ARP request and an echo request");
    }

    [Fact]
    public void Packets_wait_for_the_address_in_order()
    {
        // given
        for (var i = 0; i < 3; i++) _a.SendUdp(B, 10);

        // when
        Exchange(Instant.Zero);

        // then
        _b.Report.UdpDatagrams.ShouldBe(3);
        _b.Report.UdpBytes.ShouldBe(30);
    }

    [Fact]
    public void Unknown_station_costs_a_bounded_amount()
    {
        // when
        for (var i = 0; i < 10_000; i++) _a.SendUdp(IPAddress.Parse("10.0.0.77"), 1);

        // then
        _fromA.Count.ShouldBeLessThanOrEqualTo(256);
    }

    [Fact]
    public void Frames_for_others_and_damaged_ones_are_ignored()
    {
        // given
        _a.Ping(B, Instant.Zero);
        _b.Receive(_fromA.Dequeue(), Instant.Zero);
        _a.Receive(_fromB.Dequeue(), Instant.Zero);
        var request = _fromA.Dequeue();

        // when
        var damaged = request.ToArray();
        damaged[^1] ^= 1;
        _b.Receive(damaged, Instant.Zero);
        var foreign = request.ToArray();
        foreign[5] ^= 1;
        _b.Receive(foreign, Instant.Zero);

        // then
        _fromB.ShouldBeEmpty();
        _b.Report.Ignored.ShouldBe(2);
        _b.Receive(request, Instant.Zero);
        _fromB.Count.ShouldBe(1);
    }

    [Fact]
    public void Any_bytes_are_survived()
    {
        var prefix = Prop.ForAll<byte[], ushort, bool>((bytes, type, arp) =>
        {
            // Most of what is thrown looks like a frame for the host, so that it gets past the first check.
            byte[] frame = [0x02, 0, 0, 0, 0, 0x02, 0x02, 0, 0, 0, 0, 0x01, 0x08, arp ? (byte)6 : (byte)(type & 7), .. bytes ?? []];
            _b.Receive(frame, Instant.Zero);
            _b.Receive(bytes ?? [], Instant.Zero);
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), prefix);
    }

    [Fact]
    public void Truncated_frames_are_survived()
    {
        // given
        _a.Ping(B, Instant.Zero);
        Exchange(Instant.Zero);
        _a.Ping(B, Instant.Zero);
        var whole = _fromA.Dequeue();

        // when, then
        for (var length = 0; length < whole.Length; length++) _b.Receive(whole.AsSpan(0, length), Instant.Zero);
        _fromB.ShouldBeEmpty();
    }

    private void Exchange(Instant now)
    {
        while (_fromA.Count + _fromB.Count > 0)
        {
            if (_fromA.TryDequeue(out var there)) _b.Receive(there, now);
            if (_fromB.TryDequeue(out var back)) _a.Receive(back, now);
        }
    }
}
