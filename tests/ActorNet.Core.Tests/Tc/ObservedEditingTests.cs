using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>What the real tc was seen to answer about actions that edit frames, byte for byte.</summary>
public sealed class ObservedEditingTests
{
    [Fact]
    [Trait("rule", "PED-06")]
    public void Pedit_answers_as_in_Linux_6_1() => Replay(PeditTranscript.Text);

    [Fact]
    [Trait("rule", "CSUM-05")]
    public void Csum_answers_as_in_Linux_6_1() => Replay(CsumTranscript.Text);

    [Fact]
    [Trait("rule", "NAT-04")]
    public void Nat_answers_as_in_Linux_6_1() => Replay(NatTranscript.Text);

    private static void Replay(string text) => new Transcript(text).Replay(KernelProfile.Linux61);
}
