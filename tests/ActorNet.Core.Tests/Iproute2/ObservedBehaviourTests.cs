using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>What the real programs were seen to answer, byte for byte.</summary>
public sealed class ObservedBehaviourTests
{
    [Fact]
    [Trait("rule", "FLAG-01"), Trait("rule", "FLAG-02"), Trait("rule", "VETH-01"), Trait("rule", "IDX-01")]
    public void Ip_link_shows_and_changes_what_the_real_one_does() => Replay(LinkTranscript.Text);

    [Fact]
    [Trait("rule", "NAME-01"), Trait("rule", "NAME-02"), Trait("rule", "NAME-03"), Trait("rule", "IDX-01"), Trait("rule", "MTU-01"), Trait("rule", "LO-01")]
    public void Ip_link_refuses_what_the_real_one_refuses() => Replay(LinkErrorTranscript.Text);

    [Fact]
    [Trait("rule", "INET-01"), Trait("rule", "INET-02"), Trait("rule", "LO-01")]
    public void Ip_address_answers_as_the_real_one_does() => Replay(AddressTranscript.Text);

    [Fact]
    public void Tc_qdisc_and_class_answer_as_the_real_ones_do() => Replay(QdiscTranscript.Text);

    [Fact]
    public void Tc_filter_and_actions_answer_as_the_real_ones_do() => Replay(FilterTranscript.Text);

    [Fact]
    public void Bridge_and_ethtool_answer_as_the_real_ones_do() => Replay(BridgeTranscript.Text);

    private static void Replay(string text) => new Transcript(text).Replay(new Shell().Session, "box");
}
