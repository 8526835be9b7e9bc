using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>What tc was seen to answer about actions, byte for byte.</summary>
public sealed class ObservedActionTests
{
    [Fact]
    public void Police_answers_as_the_real_one_does() => Replay(PoliceTranscript.Text);

    [Fact]
    public void Police_behind_filters_answers_as_the_real_one_does() => Replay(PoliceFilterTranscript.Text);

    [Fact]
    public void Random_verdicts_answer_as_the_real_ones_do() => Replay(GactRandomTranscript.Text);

    [Fact]
    public void Simple_answers_as_the_real_one_does() => Replay(SimpleTranscript.Text);

    [Fact]
    public void Sample_answers_as_the_real_one_does() => Replay(SampleTranscript.Text);

    [Fact]
    public void Skbedit_answers_as_the_real_one_does() => Replay(SkbeditTranscript.Text);

    [Fact]
    public void Vlan_answers_as_the_real_one_does() => Replay(VlanActionTranscript.Text);

    private static void Replay(string text) => new Transcript(text).Replay(KernelProfile.Linux61);
}
