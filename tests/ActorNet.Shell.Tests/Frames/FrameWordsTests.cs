using ActorNet.Core.Frames;
using ActorNet.Shell.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Frames;

public sealed class FrameWordsTests
{
    private static FrameSpec Read(string words) => FrameWords.Read(new WordReader(words.Split(' '), "inject DEV FRAME"));

    [Fact]
    public void Words_come_in_any_order()
    {
        var spec = Read("udp count 3 to 10.1.2.3:53 size 0x80 prio 1:10 from 10.4.5.6 vlan 5 queue 2 mark 7 gap 5ms bypass src 02:00:00:00:00:aa");

        spec.ShouldBe(new FrameSpec
        {
            Kind = FrameKind.Udp,
            Count = 3,
            To = (0x0A010203, 53),
            From = (0x0A040506, 1000),
            Size = 128,
            Priority = 0x0001_0010,
            Vlan = 5,
            Queue = 2,
            Mark = 7,
            Gap = 5_000_000,
            Bypass = true,
            Source = new MacAddress(0x0200_0000_00AA),
        });
    }

    [Theory]
    [InlineData("eth", 100)]
    [InlineData("udp", 100)]
    [InlineData("arp", 42)]
    [InlineData("arp vlan 5", 46)]
    [InlineData("arp size 60", 60)]
    public void Sizes_have_defaults(string words, int size) => Read(words).Size.ShouldBe(size);

    [Fact]
    public void Arp_goes_to_everybody() => Read("arp").Destination.ShouldBe(MacAddress.Broadcast);

    [Theory]
    [InlineData("hex 02:00", 2)]
    [InlineData("hex 0200aabb", 4)]
    public void Bytes_may_have_colons(string words, int length) => Read(words).Bytes.Length.ShouldBe(length);

    [Theory]
    [InlineData("tun", "\"tun\" is no kind of frame; expected is hex, eth, udp, tcp, icmp or arp")]
    [InlineData("hex 0g", "\"0g\" are no bytes")]
    [InlineData("hex", "the bytes of the frame is missing")]
    [InlineData("eth size", "the value of \"size\" is missing")]
    [InlineData("eth size x", "\"x\" is no frame size; expected is a number from 14 to 65792")]
    [InlineData("eth size 13", "\"13\" is no frame size")]
    [InlineData("eth vlan 5 size 17", "a frame of 17 bytes is too short for eth with a vlan tag; 18 is the least")]
    [InlineData("udp size 41", "a frame of 41 bytes is too short for udp; 42 is the least")]
    [InlineData("tcp size 53", "54 is the least")]
    [InlineData("udp size 65550", "too long for IPv4; 65549 is the most")]
    [InlineData("udp type 0800", "\"type\" does not go with udp; it goes with eth")]
    [InlineData("eth from 10.0.0.1", "\"from\" does not go with eth")]
    [InlineData("icmp gso 100", "\"gso\" does not go with icmp; it goes with udp, tcp")]
    [InlineData("hex 00 size 20", "\"size\" does not go with hex")]
    [InlineData("eth src 02:00", "\"02:00\" is no MAC address")]
    [InlineData("eth type 88b5f", "\"88b5f\" is no frame type")]
    [InlineData("udp to 10.0.0", "\"10.0.0\" is no IPv4 address")]
    [InlineData("udp to 10.0.0.1:70000", "\"70000\" is no port")]
    [InlineData("eth gap 5", "\"5\" is not a duration; write a number and a unit")]
    [InlineData("eth prio 1:2:3", "\"1:2:3\" is no class")]
    [InlineData("eth count 0", "\"0\" is no count")]
    [InlineData("eth count 40000", "40000 frames of 100 bytes are too many at once")]
    [InlineData("eth size 9000 count 30000", "are too many at once")]
    [InlineData("eth nonsense", "\"nonsense\" is no word of a frame")]
    [InlineData("eth mark -1", "\"-1\" is no mark")]
    public void Errors_say_what_is_wrong_and_what_is_expected(string words, string sentence) =>
        Should.Throw<ShellException>(() => Read(words)).Message.ShouldContain(sentence);

    [Fact]
    public void With_a_gap_many_frames_may_go() => Read("eth count 1000000 gap 1us").Count.ShouldBe(FrameSpec.MaxCount);
}
