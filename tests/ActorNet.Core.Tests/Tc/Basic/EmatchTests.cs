using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc.Basic;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc.Basic;

public sealed class EmatchTests
{
    private static readonly byte[] Udp = [0x45, 0, 0, 60, 0, 0, 0, 0, 64, 17, 0, 0, 10, 9, 0, 1, 10, 9, 0, 2, 3, 232, 0, 9, .. new byte[36]];

    private static readonly FsCheck.Gen<Node> Nodes = GenNode(4);

    [Theory]
    [Trait("rule", "BAS-03")]
    [InlineData("cmp(u16 at 12 layer 0 eq 0x0800)", true)]
    [InlineData("cmp(u8 at 9 eq 17)", true)]
    [InlineData("cmp(u8 at 9 gt 17)", false)]
    [InlineData("cmp(u8 at 9 lt 18)", true)]
    [InlineData("cmp(u16 at 2 layer 2 trans eq 0x0900)", true)]
    [InlineData("cmp(u32 at 16 mask 0xff eq 2)", true)]
    [InlineData("cmp(u8 at 59 eq 0)", true)]
    [InlineData("cmp(u8 at 60 eq 0)", false)]
    [InlineData("not cmp(u8 at 60 eq 0)", true)]
    [InlineData("u32(u16 9 0xffff at 22)", true)]
    [InlineData("u32(u8 17 0xff at nexthdr+9)", true)]
    [InlineData("nbyte(\"\\n\\t\" at 12)", true)]
    [InlineData("nbyte(\"\\012\\x09\" at 16 layer network)", true)]
    [InlineData("meta(pkt_len eq 74)", true)]
    [InlineData("meta(priority shift 4 mask 0xf eq 2)", true)]
    [InlineData("meta(nf_mark gt 4)", true)]
    [InlineData("meta(protocol eq 8)", true)]
    [InlineData("meta(\"va\" eq dev)", true)]
    [InlineData("meta(\"vaa\" gt dev shift 1)", true)]
    [InlineData("meta(vlan eq 0)", false)]
    public void Tests_look_at_the_frame(string expression, bool holds)
    {
        using var lab = new TcBench();
        var skb = lab.Lab.Frame(14 + Udp.Length, 0x0800);
        Udp.CopyTo(skb.Span[14..]);
        (skb.Protocol, skb.Priority, skb.Mark, skb.Dev) = (0x0800, 0x123, 5, lab.Va);

        Parse(expression).Matches(new EmatchFrame(skb, atIngress: false, new RandomSource(1))).ShouldBe(holds);

        skb.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "BAS-02")]
    public void Expressions_decide_as_their_truth_table_says()
    {
        using var lab = new TcBench();
        Property.Holds(Nodes, node => Compare(lab, node), count: 500);
    }

    [Fact]
    [Trait("rule", "BAS-02")]
    public void Parentheses_deeper_than_the_kernels_stack_match_whatever_they_hold()
    {
        using var lab = new TcBench();
        var skb = lab.Lab.Frame(60);
        var frame = new EmatchFrame(skb, atIngress: false, new RandomSource(1));

        Parse(Nested(EmatchTree.MaxDepth)).Matches(frame).ShouldBeFalse();
        Parse(Nested(EmatchTree.MaxDepth + 1)).Matches(frame).ShouldBeTrue();

        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void Endless_parentheses_are_refused()
    {
        Should.Throw<Iproute2Exception>(() => Parse(Nested(5000))).Message.ShouldStartWith("Parse error: memory exhausted");
        Should.Throw<Iproute2Exception>(() => Parse(string.Join(" or ", Enumerable.Repeat("meta(1 eq 2)", 5000)))).Message.ShouldStartWith("Parse error: memory exhausted");
    }

    [Theory]
    [Trait("rule", "BAS-04")]
    [InlineData("meta(sk_family eq 1)")]
    [InlineData("meta(loadavg_1 gt 1)")]
    [InlineData("meta(rt_iif eq 1)")]
    public void What_frames_do_not_have_is_refused_with_the_reason(string expression) =>
        Should.Throw<Iproute2Exception>(() => Parse(expression)).Message.ShouldContain("has no meaning here");

    [Fact]
    [Trait("rule", "BAS-04")]
    public void The_random_number_comes_from_the_seed()
    {
        using var lab = new TcBench();
        var skb = lab.Lab.Frame(60);
        var tree = Parse("meta(random mask 1 eq 1)");

        bool[] Draw(ulong seed)
        {
            var random = new RandomSource(seed);
            return [.. Enumerable.Range(0, 64).Select(_ => tree.Matches(new EmatchFrame(skb, atIngress: false, random)))];
        }

        Draw(1).ShouldBe(Draw(1));
        Draw(1).ShouldNotBe(Draw(2));
        Draw(1).Count(static b => b).ShouldBeInRange(16, 48);
        skb.Free(DropReason.Consumed);
    }

    private static string Nested(int depth) => new string('(', depth) + "meta(1 eq 2)" + new string(')', depth);

    private static EmatchTree Parse(string expression) => EmatchParser.Parse(new ArgReader([expression, "classid"]))!;

    private static void Compare(TcBench lab, Node node)
    {
        var skb = lab.Lab.Frame(60);

        Parse(node.Text).Matches(new EmatchFrame(skb, atIngress: false, new RandomSource(1))).ShouldBe(node.Value);

        skb.Free(DropReason.Consumed);
    }

    /// <summary>Binary operators bind to the right: what stands to the right of one is its right operand as a whole.</summary>
    private static FsCheck.Gen<Node> GenNode(int depth)
    {
        var leaf =
            from value in Gen.Elements(true, false)
            from inverted in Gen.Elements(true, false)
            select new Node($"{(inverted ? "not " : "")}meta({(value ? 1 : 0)} eq 1)", value != inverted);
        if (depth == 0) return leaf;
        var inner = GenNode(depth - 1);
        var group =
            from content in inner
            from inverted in Gen.Elements(true, false)
            select new Node($"{(inverted ? "not " : "")}({content.Text})", content.Value != inverted);
        var term = Gen.OneOf(leaf, group);
        var joined =
            from left in term
            from and in Gen.Elements(true, false)
            from right in inner
            select new Node($"{left.Text} {(and ? "and" : "or")} {right.Text}", and ? left.Value && right.Value : left.Value || right.Value);
        return Gen.OneOf(term, joined);
    }

    public sealed record Node(string Text, bool Value);
}
