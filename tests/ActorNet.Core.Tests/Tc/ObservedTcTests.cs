using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>What the real tc was seen to answer, byte for byte.</summary>
public sealed class ObservedTcTests
{
    [Fact]
    [Trait("rule", "FLT-05")]
    public void Chains_come_and_go_as_in_Linux() => Replay(TcChainTranscript.Text, KernelProfile.Linux618);

    [Fact]
    [Trait("rule", "MIR-01"), Trait("rule", "MIR-21"), Trait("rule", "MIR-22"), Trait("rule", "MIR-23")]
    public void Actions_live_and_are_refused_as_in_Linux() => Replay(TcActionsTranscript.Text, KernelProfile.Linux618);

    [Fact]
    [Trait("rule", "FLT-01"), Trait("rule", "FLT-02"), Trait("rule", "U32-01"), Trait("rule", "U32-03"), Trait("rule", "U32-04")]
    public void Filters_are_found_changed_and_replaced_as_in_Linux() => Replay(TcFilterChangeTranscript.Text, KernelProfile.Linux618);

    [Fact]
    [Trait("rule", "HOOK-08"), Trait("rule", "U32-04"), Trait("rule", "FLT-06")]
    public void Rarer_words_mean_what_they_mean_in_Linux() => Replay(TcWordsTranscript.Text, KernelProfile.Linux618);

    [Fact]
    [Trait("rule", "MIR-23"), Trait("rule", "MALL-01"), Trait("rule", "HOOK-07")]
    public void Plain_verdicts_and_matchall_answer_as_in_Linux_6_1() => Replay(TcGactTranscript.Text, KernelProfile.Linux61);

    [Fact]
    [Trait("rule", "FLW-01")]
    public void Flower_answers_as_in_Linux_6_1() => Replay(FlowerTranscript.Text, KernelProfile.Linux61);

    [Fact]
    [Trait("rule", "FLT-01")]
    public void Marks_are_filtered_as_in_Linux_6_1() => Replay(FwTranscript.Text, KernelProfile.Linux61);

    private static void Replay(string text, KernelProfile kernel) => new Transcript(text).Replay(kernel);
}
