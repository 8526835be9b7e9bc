using ActorNet.Core.Frames;
using ActorNet.Hosts.Link;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Link;

public class NeighbourTests
{
    private const int Port = 7;

    [Fact]
    public void Packets_wait_for_the_address_in_order()
    {
        // given
        var wire = new Wire();
        wire.B.Udp.Open(Port);

        // when
        for (byte i = 0; i < 5; i++) wire.A.Udp.Send(Wire.B4, 9, Port, [i], wire.Now);
        wire.RunUntilQuiet();

        // then
        wire.B.Udp.Take(Port, out _).Select(d => d.Payload[0]).ShouldBe([0, 1, 2, 3, 4]);
        wire.ToB.Sent.Count(f => f.Type == EtherType.Arp).ShouldBe(1);
        wire.ToB.Sent[0].Destination.ShouldBe(MacAddress.Broadcast);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Neighbour_is_asked_for_three_times_a_second_apart_then_given_up(bool v6)
    {
        // given nobody is there
        var wire = new Wire();
        var target = IpAddress.Parse(v6 ? "fd00::77" : "10.0.0.77");

        // when
        for (var i = 0; i < 3; i++) wire.A.Udp.Send(target, 9, 9, [1], wire.Now);
        wire.RunUntilQuiet();

        // then
        wire.ToB.Sent.Select(f => f.Time).ShouldBe([0, Wire.Second, 2 * Wire.Second]);
        wire.A.Counters.Unresolved.ShouldBe(3);
        wire.Time.ShouldBe(3 * Wire.Second);
        if (v6) wire.ToB.Sent.ShouldAllBe(f => f.Destination == new MacAddress(0x3333_FF00_0077), "the solicited-node group is asked");
    }

    [Fact]
    public void Station_that_does_not_answer_costs_a_bounded_amount()
    {
        // given
        var wire = new Wire();

        // when
        for (var i = 0; i < 10_000; i++) wire.A.Udp.Send(IpAddress.V4(0x0A00_0003u + (uint)(i % 200)), 9, 9, [1], wire.Now);

        // then the waiting room holds as much as it holds
        (wire.A.Counters.Unresolved + NeighbourTable.MaxWaitingTotal).ShouldBe(10_000);
        wire.RunUntilQuiet();
        wire.A.Counters.Unresolved.ShouldBe(10_000);
    }

    [Fact]
    public void Oldest_packet_for_a_neighbour_gives_way()
    {
        // given
        var wire = new Wire();
        wire.B.Udp.Open(Port);

        // when
        for (var i = 0; i < NeighbourTable.MaxWaiting + 2; i++) wire.A.Udp.Send(Wire.B4, 9, Port, [(byte)i], wire.Now);
        wire.RunUntilQuiet();

        // then
        var received = wire.B.Udp.Take(Port, out _);
        (received.Count, (int)received[0].Payload[0]).ShouldBe((NeighbourTable.MaxWaiting, 2));
    }

    [Fact]
    public void Table_of_neighbours_is_bounded()
    {
        // given a host in a large network where everybody asks for it, and nobody can be forgotten that is waited for
        var wire = new Wire((settings, _) => settings with { Addresses = [new(settings.Addresses[0].Address, 8)] });

        // when
        for (var i = 0; i < 5000; i++) wire.B.Receive(ArpRequest(0x0A01_0000u + (uint)i), wire.Now);

        // then
        wire.B.Neighbours.Count.ShouldBe(NeighbourTable.MaxNeighbours);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Silent_neighbour_is_asked_directly_after_a_while_and_forgotten(bool v6)
    {
        // given A knows B, and B falls silent
        var wire = new Wire();
        var target = v6 ? Wire.B6 : Wire.B4;
        wire.B.Udp.Open(Port);
        wire.A.Udp.Send(target, 9, Port, [1], wire.Now);
        wire.RunUntilQuiet();
        var known = wire.ToB.Sent.Count;
        wire.ToB.Decide = (_, _) => Fate.Lost;

        // when A sends half a minute later
        wire.RunFor(35 * Wire.Second);
        var begin = wire.Time;
        wire.A.Udp.Send(target, 9, Port, [2], wire.Now);
        wire.RunUntilQuiet();

        // then it trusts for 5 seconds more, asks three times, and forgets
        var asked = wire.ToB.Sent.Skip(known + 1).ToArray();
        asked.Select(f => f.Time - begin).ShouldBe([5 * Wire.Second, 6 * Wire.Second, 7 * Wire.Second]);
        asked.ShouldAllBe(f => f.Destination == Wire.MacB);
        wire.A.Neighbours.Count.ShouldBe(0);
    }

    [Fact]
    public void Acknowledged_data_confirms_a_neighbour()
    {
        // given a transfer of several minutes
        var wire = new Wire();
        (wire.ToB.Rate, wire.ToB.QueueBytes) = (100_000, 3_000);

        // when
        var result = Tcp.Transfer.Run(wire, 2_000_000);

        // then
        result.Nanoseconds.ShouldBeGreaterThan(120 * Wire.Second);
        wire.ToB.Sent.Concat(wire.ToA.Sent).Count(f => f.Type == EtherType.Arp).ShouldBeLessThanOrEqualTo(4, "who is heard need not be asked");
    }

    [Fact]
    public void Address_that_somebody_tries_out_is_defended()
    {
        // given a neighbour solicitation from ::, and an ARP probe from 0.0.0.0
        var wire = new Wire();
        wire.B.Receive(ArpRequest(0, target: 0x0A00_0002), wire.Now);
        wire.B.Receive(Solicitation(Wire.B6), wire.Now);

        // then
        wire.ToA.Sent.Count.ShouldBe(2);
        wire.B.Neighbours.Count.ShouldBe(0, "nobody has the address yet");
        wire.ToA.Sent[1].Destination.ShouldBe(new MacAddress(0x3333_0000_0001), "everybody is told");
    }

    [Fact]
    public void Packets_for_other_networks_go_to_the_gateway()
    {
        // given B is the gateway of A
        var wire = new Wire((settings, isA) => isA ? settings with { Gateways = [Wire.B4, Wire.B6] } : settings);

        // when
        wire.A.Udp.Send(IpAddress.Parse("8.8.8.8"), 9, 9, [1], wire.Now);
        wire.A.Udp.Send(IpAddress.Parse("2001:db8::8"), 9, 9, [1], wire.Now);
        wire.RunUntilQuiet();

        // then it gets them, and has nothing to do with them
        wire.ToB.Sent.Where(f => f.Protocol == IpProtocol.Udp).Select(f => f.Destination).ShouldBe([Wire.MacB, Wire.MacB]);
        wire.B.Counters.Ignored.ShouldBe(2);
    }

    [Fact]
    public void Link_local_addresses_speak_to_each_other()
    {
        // given
        var wire = new Wire();
        var target = IpAddress.LinkLocalOf(Wire.MacB);
        target.ToString().ShouldBe("fe80::ff:fe00:2");
        wire.B.Udp.Open(Port);

        // when
        wire.A.Udp.Send(target, 9, Port, [1], wire.Now);
        wire.RunUntilQuiet();

        // then
        wire.B.Udp.Take(Port, out _).Single().From.ShouldBe(IpAddress.LinkLocalOf(Wire.MacA));
    }

    private static byte[] ArpRequest(uint sender, uint target = 0x0A00_0002)
    {
        var frame = Convert.FromHexString("ffffffffffff" + "020000000009" + "0806" + "0001080006040001" + "020000000009" + $"{sender:x8}" + "000000000000" + $"{target:x8}");
        return frame;
    }

    private static byte[] Solicitation(IpAddress target)
    {
        var frame = new byte[14 + 40 + 24];
        new MacAddress(0x3333_FF00_0002).Write(frame);
        new MacAddress(0x0200_0000_0009).Write(frame.AsSpan(6));
        (frame[12], frame[13]) = (0x86, 0xDD);
        var ip = frame.AsSpan(14);
        (ip[0], ip[5], ip[6], ip[7]) = (0x60, 24, 58, 255);
        target.SolicitedNode.Write(ip[24..]);
        ip[40] = 135;
        target.Write(ip[48..]);
        var sum = (ushort)~FrameCheck.Sum(ip[40..], (FrameCheck.Sum(ip[8..40]) + 58 + 24) % 0xFFFF);
        (ip[42], ip[43]) = ((byte)(sum >> 8), (byte)sum);
        return frame;
    }
}
