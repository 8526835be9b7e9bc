using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Keys that tc 6.1 packs from its words, as the kernel listed them.</summary>
public sealed class PeditParserTests
{
    [Theory]
    [Trait("rule", "PED-06")]
    [InlineData("munge offset 6 u16 set 0x1234", "4: val 00001234 mask ffff0000")]
    [InlineData("munge offset 5 u16 set 0x1234", "4: val 00123400 mask ff0000ff")]
    [InlineData("munge offset -14 u16 set 0x1234", "-16: val 00001234 mask ffff0000")]
    [InlineData("munge offset 1 u16 invert", "0: val 00ffff00 mask ffffffff")]
    [InlineData("munge offset 1 u8 preserve", "0: val 00000000 mask ffffffff")]
    [InlineData("munge offset 1 u8 set 5 retain 0xf", "0: val 00050000 mask fff0ffff")]
    [InlineData("munge offset 1 u8 set 5 retain 0xfff", "0: val 00050000 mask ff00ffff")]
    [InlineData("munge offset 0 u16 set 0x1234 retain 0xffffff00", "0: val 12000000 mask 00ffffff")]
    [InlineData("munge offset 0 u32 invert retain 0xf0", "0: val 000000f0 mask ffffffff")]
    [InlineData("munge offset 010 u8 set 010", "8: val 08000000 mask 00ffffff")]
    [InlineData("munge offset 2147483647 u8 set 1", "2147483644: val 00000001 mask ffffff00")]
    [InlineData("munge ip dst set 1.2.3", "16: val 01020300 mask 00000000")]
    [InlineData("munge ip src clear retain 0xff", "12: val 00000000 mask ffffff00")]
    [InlineData("munge ip ihl set 0x16", "0: val 06000000 mask f0ffffff")]
    [InlineData("munge ip nofrag set 0x40", "4: val 00000000 mask ffffc0ff")]
    [InlineData("munge ip icmp_code set 1", "20: val 01000000 mask 00ffffff")]
    [InlineData("ex munge eth src clear", "eth+4: val 00000000 mask ffff0000; eth+8: val 00000000 mask 00000000")]
    [InlineData("ex munge eth dst invert", "eth+0: val ff000000 mask 00000000; eth+4: val 00000000 mask 0000ffff")]
    [InlineData("ex munge ip ttl decrement retain 0xf", "ipv4+8: add 0f000000 mask f0ffffff")]
    [InlineData("ex munge ip6 dst invert", "ipv6+24: val ff000000 mask 00000000; ipv6+28: val 00000000 mask 00000000; ipv6+32: val 00000000 mask 00000000; ipv6+36: val 00000000 mask 00000000")]
    [InlineData("ex munge ip6 traffic_class set 0x2e retain 0xfc", "ipv6+0: val 02c00000 mask f03fffff")]
    [InlineData("ex munge ip6 flow_lbl set 0xffffffff", "ipv6+0: val 0007ffff mask fff80000")]
    [InlineData("ex munge tcp flags set 2", "tcp+12: val 00020000 mask ff00ffff")]
    [InlineData("ex munge udp dport add 1", "udp+0: add 00000001 mask ffff0000")]
    public void Words_become_keys(string words, string expected)
    {
        var spec = (PeditSpec)ActionParser.ParseOne(new ArgReader(("pedit " + words).Split(' ')));

        Show(spec.Keys).ShouldBe(expected);
    }

    [Fact]
    [Trait("rule", "PED-06")]
    public void An_action_has_at_most_128_keys()
    {
        static PeditSpec Parse(int keys) => (PeditSpec)ActionParser.ParseOne(new ArgReader(
            ["pedit", .. Enumerable.Range(0, keys).SelectMany(_ => (string[])["munge", "offset", "0", "u8", "set", "1"])]));

        Parse(128).Keys.Count.ShouldBe(128);
        Should.Throw<Iproute2Exception>(() => Parse(129)).Message.ShouldStartWith("Bad pedit construct ((null))\n");
    }

    /// <summary>The keys as they are shown, parted by semicolons.</summary>
    private static string Show(IReadOnlyList<PeditKey> keys)
    {
        using var writer = new ShowWriter(json: false);
        new PeditAction(keys, default).PrintBehindAges(writer);
        var lines = writer.Finish().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join("; ", lines.Select(static line => line[(line.IndexOf(" at ", StringComparison.Ordinal) + " at ".Length)..]));
    }
}
