using ActorNet.Core.Frames;
using ActorNet.Hosts.Ip;
using ActorNet.Hosts.Tests.Harness;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Ip;

public class IpTests
{
    private const string Echo = "0800f7fd00010001"; // request, identifier 1, number 1

    [Fact]
    public void Options_and_padding_are_stepped_over()
    {
        // given an echo request behind a header with 4 bytes of options, padded to the least frame
        var wire = new Wire();
        wire.B.Receive(V4("46" + "00" + "0020" + "00004000" + "4001" + "0000" + "0a000001" + "0a000002" + "01010101" + Echo + "000000000000", 24), wire.Now);
        wire.RunUntilQuiet();

        // then
        wire.B.Counters.EchoesAnswered.ShouldBe(1);
        wire.ToA.Sent.Single(f => f.Protocol == IpProtocol.Icmp).Bytes.Length.ShouldBe(14 + 20 + 8);
    }

    [Theory]
    [InlineData("2000", "more fragments follow")]
    [InlineData("0001", "it is not the first")]
    public void Fragments_are_counted_and_not_put_together(string field, string why)
    {
        // given
        var wire = new Wire();
        wire.B.Receive(V4("45" + "00" + "001c" + "0000" + field + "4001" + "0000" + "0a000001" + "0a000002" + Echo, 20), wire.Now);

        // then
        wire.B.Counters.Fragments.ShouldBe(1, why);
        wire.B.Counters.EchoesAnswered.ShouldBe(0);
    }

    [Fact]
    public void Header_with_a_wrong_checksum_is_dropped()
    {
        // given
        var wire = new Wire();
        var frame = V4("45" + "00" + "001c" + "00004000" + "4001" + "0000" + "0a000001" + "0a000002" + Echo, 20);
        frame[14 + 8]--;

        // when
        wire.B.Receive(frame, wire.Now);

        // then
        wire.B.Counters.BadChecksums.ShouldBe(1);
        wire.ToA.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0a000003", "another station")]
    [InlineData("0a0000ff", "echo to everybody is not answered")]
    public void What_is_for_others_is_ignored(string destination, string why)
    {
        // given
        var wire = new Wire();
        wire.B.Receive(V4("45" + "00" + "001c" + "00004000" + "4001" + "0000" + "0a000001" + destination + Echo, 20), wire.Now);

        // then
        (wire.B.Counters.Ignored, wire.B.Counters.EchoesAnswered).ShouldBe((1, 0), why);
    }

    [Fact]
    public void Extension_headers_of_ipv6_are_stepped_over()
    {
        // given a UDP datagram without payload behind hop-by-hop and destination options
        var bytes = Convert.FromHexString("60000000" + "0018" + "00" + "40" + "fd000000000000000000000000000001" + "fd000000000000000000000000000002"
            + "3c00010400000000" + "1100010400000000" + "0007000900080000");

        // then
        IpReader.ReadV6(bytes, out var packet).ShouldBe(IpReading.Whole);
        packet.Protocol.ShouldBe(IpProtocol.Udp);
        packet.Payload.Length.ShouldBe(8);
        bytes[6] = IpProtocol.Fragment;
        IpReader.ReadV6(bytes, out _).ShouldBe(IpReading.Fragment);
        bytes[6] = IpProtocol.Routing;
        IpReader.ReadV6(bytes, out _).ShouldBe(IpReading.Unknown);
        bytes[6] = 0;
        bytes[41] = 200;
        IpReader.ReadV6(bytes, out _).ShouldBe(IpReading.Malformed);
    }

    [Fact]
    public void Routes_go_by_prefix_and_then_to_the_gateway()
    {
        // given
        var routes = new RouteTable(new StackSettings
        {
            Mac = Wire.MacA,
            Addresses = [new(Wire.A4, 24), new(IpAddress.Parse("192.168.7.1"), 16), new(Wire.A6, 64)],
            Gateways = [IpAddress.Parse("172.16.0.1"), IpAddress.Parse("192.168.0.254"), IpAddress.Parse("fe80::99")],
        });

        // then
        Way("10.0.0.200").ShouldBe(("10.0.0.1", "10.0.0.200"));
        Way("192.168.99.3").ShouldBe(("192.168.7.1", "192.168.99.3"));
        Way("8.8.8.8").ShouldBe(("192.168.7.1", "192.168.0.254"), "the first gateway that lies on the link");
        Way("fd00::5").ShouldBe(("fd00::1", "fd00::5"));
        Way("2001:db8::1").ShouldBe(("fd00::1", "fe80::99"));
        Way("fe80::5").ShouldBe((IpAddress.LinkLocalOf(Wire.MacA).ToString(), "fe80::5"));
        routes.IsBroadcast(IpAddress.Parse("10.0.0.255")).ShouldBeTrue();
        routes.IsBroadcast(IpAddress.Parse("192.168.255.255")).ShouldBeTrue();
        routes.IsBroadcast(IpAddress.Parse("192.168.7.255")).ShouldBeFalse();

        (string, string) Way(string target)
        {
            routes.TryFind(IpAddress.Parse(target), out var source, out var nextHop).ShouldBeTrue();
            return (source.ToString(), nextHop.ToString());
        }
    }

    [Fact]
    public void Prefixes_compare_bit_by_bit() => Property.Holds(
        from bytes in Property.Bytes(32).Where(b => b.Length == 32 || b.Length == 8)
        from bit in Gen.Choose(0, 127)
        select (bytes, bit),
        x =>
        {
            // given two addresses that differ first in one bit
            var size = x.bytes.Length / 2;
            var one = x.bytes[..size];
            var other = x.bytes[size..];
            var bit = x.bit % (8 * size);
            for (var i = 0; i < bit; i++) Set(other, i, Get(one, i));
            Set(other, bit, !Get(one, bit));
            var (a, b) = (IpAddress.From(new System.Net.IPAddress(one)), IpAddress.From(new System.Net.IPAddress(other)));
            if (a.IsV6 != b.IsV6) return;

            // then
            for (var length = 0; length <= a.Bits; length++) a.SharesPrefix(b, length).ShouldBe(length <= bit);
            a.ToIPAddress().ToString().ShouldBe(a.ToString());
        },
        count: 100);

    [Fact]
    public void Settings_that_cannot_be_are_refused_in_words()
    {
        Refusal(s => s with { Mac = MacAddress.Broadcast }).ShouldContain("unicast");
        Refusal(s => s with { Mtu = 575 }).ShouldContain("576 to 9000");
        Refusal(s => s with { Mtu = 1000 }).ShouldContain("1280");
        Refusal(s => s with { Addresses = [new(IpAddress.Parse("224.0.0.1"), 24)] }).ShouldContain("unicast");
        Refusal(s => s with { Addresses = [new(Wire.A4, 33)] }).ShouldContain("0 to 32");
        Refusal(s => s with { Addresses = [.. Enumerable.Repeat(new StackAddress(Wire.A4, 24), 65)] }).ShouldContain("64 at most");

        static string Refusal(Func<StackSettings, StackSettings> change) => Should.Throw<HostStackException>(() => new Wire((s, _) => change(s))).Message;
    }

    private static bool Get(byte[] bytes, int bit) => (bytes[bit / 8] & (0x80 >> (bit % 8))) != 0;

    private static void Set(byte[] bytes, int bit, bool value)
    {
        if (Get(bytes, bit) != value) bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
    }

    private static byte[] V4(string packet, int header)
    {
        var frame = Convert.FromHexString("020000000002" + "020000000001" + "0800" + packet);
        var sum = (ushort)~FrameCheck.Sum(frame.AsSpan(14, header));
        (frame[24], frame[25]) = ((byte)(sum >> 8), (byte)sum);
        return frame;
    }
}
