using System.Globalization;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Keys that tc 6.1 packs from its words, as the kernel listed them.</summary>
public sealed class U32ParserTests
{
    [Theory]
    [Trait("rule", "U32-01")]
    [InlineData("match u32 0 0", "00000000/00000000 at 0")]
    [InlineData("match u8 0x11 0xff at 9", "00110000/00ff0000 at 8")]
    [InlineData("match u16 0x8 0xffff at -2", "00000008/0000ffff at -4")]
    [InlineData("match u32 0x01020304 0xffffffff at -16", "01020304/ffffffff at -16")]
    [InlineData("match u32 0x01020304 0xffffffff at nexthdr+0", "01020304/ffffffff at nexthdr+0")]
    [InlineData("match u8 0x10 0xff at nexthdr+13", "00100000/00ff0000 at nexthdr+12")]
    [InlineData("match u8 5 ff at -1", "00000005/000000ff at -4")]
    [InlineData("match u8 5 ff at -14", "00000500/0000ff00 at -16")]
    [InlineData("match u16 5 ff at -13", "00000005/000000ff at -16")]
    [InlineData("match u16 0x8 0xffff at 1", "00000008/0000ffff at 0")]
    [InlineData("match u32 0x10 16 at 4", "00000010/00000016 at 4")]
    [InlineData("match u32 0x10 0x16 at 0x10", "00000010/00000016 at 16")]
    [InlineData("match u32 0x80 0x0f", "00000000/0000000f at 0")]
    [InlineData("match ip src 10.0.0.0/8", "0a000000/ff000000 at 12")]
    [InlineData("match ip src any", "00000000/00000000 at 12")]
    [InlineData("match ip src 10.1", "0a010000/ffffffff at 12")]
    [InlineData("match ip src 1.2.3.4 at 32", "01020304/ffffffff at 32")]
    [InlineData("match ip dst 10.0.0.1 match ip protocol 17 0xff", "0a000001/ffffffff at 16; 00110000/00ff0000 at 8")]
    [InlineData("match ip protocol 6 0xff at 30", "00000600/0000ff00 at 28")]
    [InlineData("match ip dport 80 0xffff", "00000050/0000ffff at 20")]
    [InlineData("match ip sport 80 0xffff", "00500000/ffff0000 at 20")]
    [InlineData("match ip dport 80 0xff00 match ip dport 80 0x00ff match ip sport 5 0xffff", "00050050/ffffffff at 20")]
    [InlineData("match ip dsfield 0x10 0xff", "00100000/00ff0000 at 0")]
    [InlineData("match ip tos 0x10 0xff", "00100000/00ff0000 at 0")]
    [InlineData("match ip ihl 5 0xf", "05000000/0f000000 at 0")]
    [InlineData("match ip nofrag flowid 1:1", "00000000/00003fff at 4")]
    [InlineData("match ip firstfrag flowid 1:1", "00002000/00003fff at 4")]
    [InlineData("match ip df flowid 1:1", "00004000/00004000 at 4")]
    [InlineData("match ip mf flowid 1:1", "00002000/00002000 at 4")]
    [InlineData("match ip icmp_type 8 0xff", "08000000/ff000000 at 20")]
    [InlineData("match ip icmp_code 8 0xff", "00080000/00ff0000 at 20")]
    [InlineData("match ip6 src 2001:db8::/32", "20010db8/ffffffff at 8")]
    [InlineData("match ip6 dst 2001:db8::1", "20010db8/ffffffff at 24; 00000000/ffffffff at 28; 00000000/ffffffff at 32; 00000001/ffffffff at 36")]
    [InlineData("match ip6 src ::/0", "")]
    [InlineData("match ip6 protocol 6 0xff", "00000600/0000ff00 at 4")]
    [InlineData("match ip6 dport 80 0xffff", "00000050/0000ffff at 40")]
    [InlineData("match ip6 sport 80 0xffff", "00500000/ffff0000 at 40")]
    [InlineData("match ip6 priority 8 0xff", "00800000/0ff00000 at 0")]
    [InlineData("match ip6 flowlabel 8 0xff", "00000008/000000ff at 0")]
    [InlineData("match ip6 icmp_type 8 0xff", "08000000/ff000000 at 40")]
    [InlineData("match ip6 icmp_code 8 0xff", "00080000/00ff0000 at nexthdr+40")]
    [InlineData("match ether src 02:00:00:00:00:01", "02000000/ffffffff at -8; 00010000/ffff0000 at -4")]
    [InlineData("match ether dst 02:00:00:00:00:01", "00000200/0000ffff at -16; 00000001/ffffffff at -12")]
    [InlineData("match ether dst 02:00:00:00:00:01/ff:ff:ff:00:00:00", "00000200/0000ffff at -16; 00000001/ffffffff at -12")]
    [InlineData("match tcp dst 80 0xffff", "00000050/0000ffff at nexthdr+0")]
    [InlineData("match udp src 80 0xffff", "00500000/ffff0000 at nexthdr+0")]
    [InlineData("match icmp type 8 0xff", "08000000/ff000000 at nexthdr+0")]
    [InlineData("match icmp code 8 0xff", "00080000/00ff0000 at nexthdr+0")]
    public void Words_become_keys(string words, string keys)
    {
        var options = Parse(words);

        string.Join("; ", options.Keys!.Select(Print)).ShouldBe(keys);
    }

    [Theory]
    [InlineData("match u32 0")]
    [InlineData("match u32 zz 0")]
    [InlineData("match u32 0 zz")]
    [InlineData("match u32 0 0 at zz")]
    [InlineData("match u32 0 0 at 3")]
    [InlineData("match bla 0")]
    [InlineData("match u8 0x111 0xff at 0")]
    [InlineData("match ip bla 1")]
    [InlineData("match ip src zz")]
    [InlineData("match ip src 1.2.3.4 at 30")]
    [InlineData("match ip src 10.1.2.3/33")]
    [InlineData("match ip src 10.1.2.3/255.0.255.0")]
    [InlineData("match ip6 src 10.0.0.1")]
    [InlineData("match ip protocol 6")]
    [InlineData("match ip dport 70000 0xffff")]
    [InlineData("match ip dport 80 0xffff match ip dport 81 0xffff")]
    public void Wrong_matches_are_illegal(string words) => Should.Throw<Iproute2Exception>(() => Parse(words)).Message.ShouldBe("Illegal \"match\"");

    [Theory]
    [InlineData("match", "Command line is not complete. Try option \"help\"")]
    [InlineData("match u32 0 0 at", "Command line is not complete. Try option \"help\"")]
    [InlineData("match u32 0 0 action", "Command line is not complete. Try option \"help\"")]
    [InlineData("match u32 0 0 flowid zz", "Illegal \"classid\"")]
    [InlineData("match ether bla 02:00:00:00:00:01", "Unknown match: ether bla\nIllegal \"match\"")]
    [InlineData("match ether dst 02:00", "parse_ether_addr: improperly formed address '02:00'\nIllegal \"match\"")]
    public void Complains_in_tcs_words(string words, string complaint) => Should.Throw<Iproute2Exception>(() => Parse(words)).Message.ShouldBe(complaint);

    [Theory]
    [Trait("rule", "U32-05")]
    [Trait("rule", "U32-04")]
    [InlineData("ht 1:5: match u32 0 0", 0x00105000u)]
    [InlineData("ht 1: sample ip src 10.0.1.77 match u32 0 0", 0x0014D000u)]
    [InlineData("sample u32 0x1234 0xffff divisor 16 ht 2: match u32 0 0", 0x00204000u)]
    [InlineData("sample u32 0xff00 0xff00 ht 2:7: match u32 0 0", 0x002FF000u)]
    public void Tables_and_samples_name_a_bucket(string words, uint table) => Parse(words).Table.ShouldBe(table);

    [Fact]
    [Trait("rule", "U32-04")]
    public void Words_may_be_abbreviated_as_for_tc()
    {
        Parse("m u 0 0 cl 1:2").ClassId.ShouldBe(0x0001_0002u);
        var link = Parse("match u32 0 0 link 1: off p 4 a 2 m f0 s 3 e hash m ff a 8").Link;

        link.ShouldBe(new U32Link { IsFixed = true, IsVariable = true, Eats = true, Plus = 4, At = 2, Mask = 0xF0, Shift = 3, HashMask = 0xFF, HashAt = 8 });
    }

    [Fact]
    public void Unknown_word_shows_the_usage()
    {
        Should.Throw<Iproute2Exception>(() => Parse("match u32 0 0 bla")).Message.ShouldStartWith("What is \"bla\"?\nUsage: ... u32 [ match SELECTOR ... ]");
    }

    [Fact]
    public void Classes_and_actions_stand_in_any_order()
    {
        Parse("match u32 0 0 flowid 1:2 action drop").ClassId.ShouldBe(0x0001_0002u);
        Parse("match u32 0 0 action drop flowid :10").ClassId.ShouldBe(0x10u);
        Parse("classid 10 match u32 0 0").ClassId.ShouldBe(0x10u);
        Parse("match u32 0 0 action drop flowid 1:2").Actions.Count.ShouldBe(1);
    }

    [Fact]
    public void At_most_128_keys_are_read()
    {
        var words = string.Join(' ', Enumerable.Range(0, 128).Select(i => string.Create(CultureInfo.InvariantCulture, $"match u32 0 0 at {4 * i}")));

        Parse(words).Keys!.Count.ShouldBe(128);
        Should.Throw<Iproute2Exception>(() => Parse(words + " match u32 0 0 at 512"));
    }

    private static U32Options Parse(string words) => (U32Options)new U32Kind().Parse(new ArgReader(words.Split(' ')));

    private static string Print(U32Key key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Value:x8}/{key.Mask:x8} at {(key.AtNextHeader ? "nexthdr+" : "")}{key.Offset}");
}
