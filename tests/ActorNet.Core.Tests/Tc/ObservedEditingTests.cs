using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
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

    private static void Replay(string text)
    {
        var ns = new NetNamespace("box", KernelProfile.Linux61, seed: 1);
        ns.Register(new LoopbackDevice());
        var lab = new NetLab();
        lab.Add(ns);
        new Transcript(text).Replay(new Iproute2Session(lab), "box");
    }
}
