using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

public sealed class ActionParserTests
{
    [Theory]
    [Trait("rule", "MIR-01")]
    [InlineData("mirred egress redirect dev ifb0", true, false, TcVerdict.Stolen)]
    [InlineData("mirred ingress redirect dev ifb0", true, true, TcVerdict.Stolen)]
    [InlineData("mirred egress mirror dev ifb0", false, false, TcVerdict.Pipe)]
    [InlineData("mirred ingress mirror dev ifb0 drop", false, true, TcVerdict.Shot)]
    [InlineData("mirred e mirror dev ifb0 continue", false, false, TcVerdict.Unspec)]
    [InlineData("mirred egress mirror dev ifb0 pass", false, false, TcVerdict.Ok)]
    [InlineData("mirred egress mirror dev ifb0 reclassify", false, false, TcVerdict.Reclassify)]
    public void Mirred_reads_direction_kind_and_verdict(string words, bool redirect, bool ingress, TcVerdict verdict)
    {
        var spec = Parse(words).ShouldHaveSingleItem().ShouldBeOfType<MirredSpec>();

        (spec.Redirect, spec.ToIngress, spec.Control.Verdict, spec.Device).ShouldBe((redirect, ingress, verdict, "ifb0"));
    }

    [Fact]
    [Trait("rule", "MIR-01")]
    public void A_word_behind_a_redirect_is_the_next_action()
    {
        var specs = Parse("mirred egress redirect dev ifb0 drop");

        specs.Count.ShouldBe(2);
        specs[1].ShouldBeOfType<GactSpec>().Control.Verdict.ShouldBe(TcVerdict.Shot);
    }

    [Fact]
    [Trait("rule", "FLT-06")]
    public void Chains_of_actions_are_read_up_to_flowid()
    {
        var args = new ArgReader("mirred egress mirror dev a pipe action mirred egress mirror dev b action goto chain 5 action ok index 7 flowid 1:1".Split(' '));

        var specs = ActionParser.Parse(args);

        specs.Select(s => s.Kind).ShouldBe(["mirred", "mirred", "gact", "gact"]);
        ((GactSpec)specs[2]).Control.ShouldBe(new TcControl(TcVerdict.GotoChain, 5));
        specs[3].Index.ShouldBe(7u);
        args.Peek().ShouldBe("flowid");
    }

    [Theory]
    [InlineData("mirred egress redirect dev ifb0 index 50", 50u, "ifb0")]
    [InlineData("mirred egress redirect index 50 dev ifb0", 50u, "ifb0")]
    [InlineData("mirred index 50", 50u, null)]
    public void Index_may_stand_in_front_or_behind_or_alone(string words, uint index, string? device)
    {
        var spec = (MirredSpec)Parse(words)[0];

        (spec.Index, spec.Device).ShouldBe((index, device));
    }

    [Theory]
    [InlineData("", "Command line is not complete. Try option \"help\"")]
    [InlineData("mirred", "Command line is not complete. Try option \"help\"")]
    [InlineData("mirred egress", "Command line is not complete. Try option \"help\"")]
    [InlineData("mirred egress redirect", "Command line is not complete. Try option \"help\"")]
    [InlineData("mirred egress redirect dev", "Command line is not complete. Try option \"help\"")]
    [InlineData("mirred egress redirect index 50", "Command line is not complete. Try option \"help\"")]
    [InlineData("mirred egress mirror dev ifb0 goto", "Command line is not complete. Try option \"help\"")]
    [InlineData("mirred bla", "mirred option not supported bla\nbad action parsing\nparse_action: bad value (2:mirred)!\nIllegal \"action\"")]
    [InlineData("mirred redirect egress dev ifb0", "mirred option not supported redirect\nbad action parsing\nparse_action: bad value (5:mirred)!\nIllegal \"action\"")]
    [InlineData("mirred egress redirect dev ifb0 index zz", "mirred: Illegal \"index\"\nbad action parsing\nparse_action: bad value (7:mirred)!\nIllegal \"action\"")]
    [InlineData("mirred egress mirror redirect dev ifb0", "Can't have both mirror and redir\nbad action parsing\nparse_action: bad value (6:mirred)!\nIllegal \"action\"")]
    public void Complains_in_tcs_words(string words, string complaint) => Should.Throw<Iproute2Exception>(() => Parse(words)).Message.ShouldBe(complaint);

    [Theory]
    [InlineData("bla")]
    [InlineData("pass 5")]
    [InlineData("mirred egress redirect dev ifb0 bla")]
    [InlineData("gact action drop")]
    public void Unknown_verdict_shows_how_gact_is_written(string words)
    {
        var refusal = Should.Throw<Iproute2Exception>(() => Parse(words));

        refusal.Message.ShouldStartWith("Bad action type ");
        refusal.Message.ShouldContain("Usage: ... gact <ACTION> [RAND] [INDEX]\n");
        refusal.ExitCode.ShouldBe(255);
    }

    [Fact]
    public void At_most_32_actions_are_read()
    {
        Parse(string.Join(' ', Enumerable.Repeat("pipe", 32))).Count.ShouldBe(32);
        Should.Throw<Iproute2Exception>(() => Parse(string.Join(' ', Enumerable.Repeat("pipe", 33))));
    }

    private static IReadOnlyList<ActionSpec> Parse(string words) => ActionParser.Parse(new ArgReader(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
