using System.Net;
using ActorNet.Core.Frames;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>Frames as tests read them.</summary>
public sealed class FrameTests
{
    private const string ArpRequest = "ffffffffffff 020000000001 0806 0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002";
    private const string Udp = "020000000002 020000000001 0800 45030020 00070000 40110000 0a000001 0a000002 1388 0035 000c 0000 61626364";
    private const string TaggedTcp = "020000000002 020000000001 8100 a064 0800 4500002a 00014000 40060000 0a000001 0a000002 0050 c350 00000005 00000006 5012 2000 0000 0000 6869";
    private const string Echo6 = "020000000002 020000000001 86dd 6b812345 000a 3a 40 20010db8000000000000000000000001 20010db8000000000000000000000002 8000 0000 0001 0002 7879";

    [Fact]
    public void Arp_is_read()
    {
        var frame = Read(ArpRequest);

        frame.Ethernet.ShouldBe(new EthernetView(MacAddress.Broadcast, new MacAddress(0x020000000001), EtherType.Arp));
        frame.Arp!.IsRequest.ShouldBeTrue();
        frame.Arp.Target.ShouldBe(IPAddress.Parse("10.0.0.2"));
        frame.IPv4.ShouldBeNull();
    }

    [Fact]
    public void Udp_is_read_and_padding_is_no_payload()
    {
        var frame = Read(Udp + "000000000000");

        frame.IPv4!.Source.ShouldBe(IPAddress.Parse("10.0.0.1"));
        frame.IPv4.Ecn.ShouldBe(Ecn.Congestion);
        frame.Udp.ShouldBe(new UdpView(5000, 53, 12));
        frame.Payload.ToArray().ShouldBe("abcd"u8.ToArray());
        frame.ToString().ShouldBe("1.500000000 lab:eth0 in  #9 udp 10.0.0.1:5000 > 10.0.0.2:53 payload 4 CE (52 bytes)");
    }

    [Fact]
    public void Tcp_behind_a_tag_is_read()
    {
        var frame = Read(TaggedTcp);

        frame.Vlan.ShouldBe(new VlanView(0x8100, 100, 5, DropEligible: false));
        frame.Ethernet!.Type.ShouldBe(EtherType.IPv4);
        frame.Tcp!.Flags.ShouldBe(TcpFlags.Syn | TcpFlags.Ack);
        frame.Tcp.IsSyn.ShouldBeTrue();
        frame.Payload.ToArray().ShouldBe("hi"u8.ToArray());
    }

    [Fact]
    public void Icmp_of_IPv6_is_read()
    {
        var frame = Read(Echo6);

        frame.IPv6!.Destination.ShouldBe(IPAddress.Parse("2001:db8::2"));
        frame.IPv6.FlowLabel.ShouldBe(0x12345);
        frame.Icmp6.ShouldBe(new IcmpView(128, 0, 1, 2));
        frame.Icmp.ShouldBeNull();
        frame.Payload.ToArray().ShouldBe("xy"u8.ToArray());
    }

    [Fact]
    public void What_is_cut_short_is_not_there()
    {
        var whole = Bytes(Udp);

        for (var length = 0; length < whole.Length; length++)
        {
            var frame = Of(whole[..length]);

            (frame.Ethernet is not null).ShouldBe(length >= 14);
            (frame.IPv4 is not null).ShouldBe(length >= 34);
            (frame.Udp is not null).ShouldBe(length >= 42);
        }
    }

    [Fact]
    public void No_bytes_whatever_break_the_reading()
    {
        byte[][] beginnings = [[], Bytes(ArpRequest), Bytes(Udp), Bytes(TaggedTcp), Bytes(Echo6)];
        var frames = Gen.Elements(beginnings).SelectMany(b => Gen.Choose(0, b.Length).SelectMany(n => ArbMap.Default.GeneratorFor<byte[]>().Select(tail => b[..n].Concat(tail).ToArray())));

        Prop.ForAll(frames.ToArbitrary(), bytes =>
        {
            var frame = Of(bytes);
            return frame.ToString().Length > 0 && frame.Payload.Length <= bytes.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static CapturedFrame Read(string hex) => Of(Bytes(hex));

    private static CapturedFrame Of(byte[] bytes) => new("lab:eth0", 1_500_000_000, FrameDirection.In, 9, bytes);

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
