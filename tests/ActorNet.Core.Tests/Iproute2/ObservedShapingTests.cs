using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>What tc was seen to answer about shapers, byte for byte.</summary>
public sealed class ObservedShapingTests
{
    [Fact]
    public void Htb_and_its_classes_answer_as_the_real_ones_do() => Replay(HtbClassTranscript.Text, KernelProfile.Linux618);

    [Fact]
    public void Trees_of_htb_answer_as_the_real_ones_do() => Replay(HtbTreeTranscript.Text, KernelProfile.Linux618);

    [Fact]
    public void Netem_answers_as_the_real_one_does() => Replay(NetemTranscript.Text, KernelProfile.Linux61);

    [Fact]
    public void Netem_refuses_what_the_real_one_refuses() => Replay(NetemErrorTranscript.Text, KernelProfile.Linux61);

    [Fact]
    public void Prio_and_multiq_answer_as_the_real_ones_do() => Replay(PrioTranscript.Text, KernelProfile.Linux61);

    [Fact]
    public void Drr_and_its_classes_answer_as_the_real_ones_do() => Replay(DrrTranscript.Text, KernelProfile.Linux61);

    private static void Replay(string text, KernelProfile kernel) => new Transcript(text).Replay(kernel);
}
