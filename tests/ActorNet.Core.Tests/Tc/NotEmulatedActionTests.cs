using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Kinds of actions that tc knows and that are not there say so.</summary>
public sealed class NotEmulatedActionTests
{
    [Theory]
    [InlineData("connmark")]
    [InlineData("ct commit zone 1")]
    [InlineData("ctinfo dscp 1 2")]
    [InlineData("ife encode allow mark")]
    [InlineData("mpls pop protocol ip")]
    [InlineData("skbmod swap mac")]
    [InlineData("tunnel_key unset")]
    [InlineData("gate clockid CLOCK_TAI")]
    [InlineData("bpf object-file a.o")]
    [InlineData("xt -j MARK")]
    public void It_is_refused_in_one_sentence(string words)
    {
        var refusal = Should.Throw<Iproute2Exception>(() => ActionParser.Parse(new ArgReader(words.Split(' '))));

        refusal.ExitCode.ShouldBe(255);
        refusal.Message.ShouldStartWith($"Error: action \"{words.Split(' ')[0]}\" is not emulated: ");
        refusal.Message.ShouldEndWith(".");
        refusal.Message.ShouldNotContain('\n');
        ActionKinds.Find(words.Split(' ')[0]).ShouldBeNull();
    }
}
