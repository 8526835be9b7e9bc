using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class PacketHeadersTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void Offsets_are_those_of_the_packet() =>
        Property.Holds(TestPacket.Generate(200), packet =>
        {
            Parse(packet.ToBytes(), out var headers).ShouldBeTrue();
            (headers.EtherType, headers.Protocol).ShouldBe((packet.EtherType, packet.Protocol));
            (headers.Network, headers.Transport, headers.Payload).ShouldBe((packet.Network, packet.Transport, packet.PayloadOffset));
            (headers.TagBytes, headers.PacketLength).ShouldBe((4 * packet.Tags, packet.Length - packet.Network));
            (headers.IsFragment, headers.IsRouted).ShouldBe((false, false));
        });

    [Fact]
    public void Cut_anywhere_no_offset_points_behind_the_end()
    {
        foreach (var packet in new[]
                 {
                     new TestPacket { Tags = 2, IpExtras = 2, TcpOptions = 3, PayloadLength = 1 },
                     new TestPacket { V6 = true, IpExtras = 2, Udp = true, PayloadLength = 1 },
                 })
        {
            for (var length = 0; length <= packet.Length; length++)
            {
                var parsed = Parse(packet.ToBytes()[..length], out var headers);
                parsed.ShouldBe(length >= packet.Transport, $"{length} bytes");
                (headers.Payload > 0).ShouldBe(length >= packet.PayloadOffset, $"{length} bytes");
            }
        }
    }

    [Theory]
    [InlineData(0x44, "a header of 16 bytes")]
    [InlineData(0x40, "a header of none")]
    [InlineData(0x4F, "a header longer than the frame")]
    [InlineData(0x65, "version 6")]
    public void An_ipv4_header_that_contradicts_itself_is_not_parsed(byte first, string why)
    {
        var bytes = new TestPacket { Udp = true, PayloadLength = 2 }.ToBytes();
        bytes[14] = first;
        Parse(bytes, out _).ShouldBeFalse(why);
    }

    [Theory]
    [InlineData(0x40, false)]
    [InlineData(0x50, true)]
    [InlineData(0x60, false)]
    public void A_tcp_header_is_complete_or_there_is_no_payload(byte offset, bool complete)
    {
        // given a TCP header and two bytes
        var bytes = new TestPacket { PayloadLength = 2 }.ToBytes();
        bytes[46] = offset;

        // then
        Parse(bytes, out var headers).ShouldBeTrue();
        (headers.Payload != 0).ShouldBe(complete);
    }

    [Theory]
    [InlineData(0x2000, true)]
    [InlineData(0x0001, true)]
    [InlineData(0x1FFF, true)]
    [InlineData(0x4000, false)]
    [InlineData(0x8000, false)]
    public void Fragments_have_no_payload_offset(int word, bool isFragment)
    {
        var bytes = new TestPacket { PayloadLength = 40 }.ToBytes();
        TestPacket.Put16(bytes, 20, word);
        Parse(bytes, out var headers).ShouldBeTrue();
        (headers.IsFragment, headers.Payload == 0).ShouldBe((isFragment, isFragment));
    }

    [Fact]
    public void An_ipv6_fragment_is_not_looked_into()
    {
        // given hop-by-hop options, then a fragment header; what follows has a type, but may be payload
        var bytes = new TestPacket { V6 = true, IpExtras = 2, PayloadLength = 40 }.ToBytes();
        bytes[54] = IpProtocol.Fragment;
        bytes[62] = IpProtocol.DestinationOptions;

        // then
        Parse(bytes, out var headers).ShouldBeTrue();
        (headers.IsFragment, headers.Payload, headers.Transport).ShouldBe((true, 0, 70));
    }

    [Fact]
    public void A_chain_of_extension_headers_without_end_is_given_up()
    {
        var bytes = new TestPacket { V6 = true, PayloadLength = 2000 }.ToBytes();
        bytes.AsSpan(54).Clear();
        bytes[20] = IpProtocol.HopByHop;
        Parse(bytes, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_extension_header_longer_than_the_frame_is_not_parsed()
    {
        var bytes = new TestPacket { V6 = true, IpExtras = 1, PayloadLength = 40 }.ToBytes();
        bytes[55] = 255;
        Parse(bytes, out _).ShouldBeFalse();
    }

    [Fact]
    public void Too_many_tags_are_given_up()
    {
        Parse(new TestPacket { Tags = 8, PayloadLength = 20 }.ToBytes(), out _).ShouldBeTrue();
        Parse(new TestPacket { Tags = 9, PayloadLength = 20 }.ToBytes(), out _).ShouldBeFalse();
    }

    private bool Parse(byte[] bytes, out PacketHeaders headers)
    {
        var skb = _pool.Rent(bytes.Length)!;
        bytes.CopyTo(skb.Span);
        var parsed = PacketHeaders.TryParse(skb, out headers);
        skb.Free(DropReason.Consumed);
        return parsed;
    }
}
