using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>What tc was seen to answer about the disciplines that manage their queues, byte for byte.</summary>
public sealed class ObservedQueueTests
{
    [Fact]
    [Trait("rule", "FQC-03")]
    public void Codel_answers_as_the_real_one_does() => Replay(CodelTranscript.Text);

    [Fact]
    [Trait("rule", "FQC-01")]
    public void Fq_codel_answers_as_the_real_one_does() => Replay(FqCodelTranscript.Text);

    private static void Replay(string text) => new Transcript(text).Replay(KernelProfile.Linux61);
}
