using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>What the real programs were seen to answer about devices and namespaces, byte for byte.</summary>
public sealed class ObservedLinkTests
{
    [Fact]
    [Trait("rule", "NAME-02"), Trait("rule", "NAME-03"), Trait("rule", "NAME-04"), Trait("rule", "IDX-01"), Trait("rule", "FLAG-01"), Trait("rule", "DUM-01")]
    public void Names_groups_and_flags_answer_as_the_real_ones_do() => Replay(LinkNameTranscript.Text, "6.1");

    [Fact]
    [Trait("rule", "VLAN-01"), Trait("rule", "MTU-01")]
    public void Vlans_answer_as_the_real_ones_do() => Replay(VlanTranscript.Text, "6.1");

    [Fact]
    [Trait("rule", "BR-01"), Trait("rule", "BR-02"), Trait("rule", "TUN-01"), Trait("rule", "FEAT-01")]
    public void Bridges_and_endpoints_answer_as_the_real_ones_do() => Replay(BridgeLinkTranscript.Text);

    [Fact]
    [Trait("rule", "BR-01"), Trait("rule", "BR-02"), Trait("rule", "RXM-01")]
    public void Forwarding_tables_answer_as_the_real_ones_do() => Replay(FdbTranscript.Text);

    [Fact]
    [Trait("rule", "DEV-09")]
    public void Namespaces_answer_as_the_real_ones_do() => Replay(NetnsTranscript.Text);

    private static void Replay(string text, string kernel = "6.18") => new Transcript(text).Replay(new LabShell(kernel).Run);
}
