using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Random filter lists against an evaluator that does everything from scratch for every frame.</summary>
public sealed class FilterPropertyTests
{
    private static readonly string[] Verdicts = ["ok", "drop", "pipe", "continue", "trap", "reclassify", "goto chain 0", "goto chain 1", "goto chain 2"];

    private static readonly FsCheck.Gen<Rule> Rules =
        from chain in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from pref in Gen.Choose(1, 4)
        from protocol in Gen.Elements(0x0003, 0x88B5, 0x0800)
        from at in Gen.Choose(-4, 12)
        from value in Gen.Choose(0, 3)
        from mask in Gen.Choose(0, 3)
        from verdict in Gen.Elements(Verdicts)
        select new Rule(chain, pref, protocol, 4 * at, value, mask, verdict);

    [Fact]
    [Trait("rule", "FLT-01")]
    [Trait("rule", "FLT-04")]
    [Trait("rule", "FLT-05")]
    [Trait("rule", "U32-02")]
    public void Lists_decide_as_a_naive_evaluator_does()
    {
        var runs = from rules in Rules.ArrayOf() from payload in Gen.Choose(0, 3).Select(b => (byte)b).ArrayOf() select (rules, payload);
        Property.Holds(runs, run => Compare(run.rules, run.payload), count: 500);
    }

    private static void Compare(Rule[] rules, byte[] payload)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");
        var accepted = new List<Rule>();
        foreach (var rule in rules)
        {
            var samePref = accepted.Find(r => r.Chain == rule.Chain && r.Pref == rule.Pref);
            if (samePref is not null && samePref.Protocol != rule.Protocol) continue;
            lab.Tc(lab.A, rule.Line);
            accepted.Add(rule);
        }

        var frame = lab.Lab.Frame(14 + payload.Length);
        payload.CopyTo(frame.Span[14..]);
        frame.Protocol = 0x88B5;
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };
        var verdict = lab.Va.HookQdisc!.Egress!.Classify(frame, ref context);
        var expected = Naive(accepted, [.. frame.Frame]);

        // What a classification leaves undecided passes, whatever it is called.
        verdict.ShouldBe(expected);
        frame.Free(DropReason.Consumed);
    }

    private static TcVerdict Naive(List<Rule> rules, byte[] frame)
    {
        var chain = 0;
        for (var turns = 0; turns <= 16; turns++)
        {
            var verdict = NaiveChain(rules.Where(r => r.Chain == chain), frame, ref chain);
            if (verdict is not (TcVerdict.Reclassify or TcVerdict.GotoChain)) return verdict;
        }

        return TcVerdict.Shot;
    }

    private static TcVerdict NaiveChain(IEnumerable<Rule> rules, byte[] frame, ref int chain)
    {
        foreach (var pref in rules.GroupBy(r => r.Pref).OrderBy(g => g.Key))
        {
            foreach (var rule in pref)
            {
                if (rule.Protocol is not (0x0003 or 0x88B5)) break;
                var start = 14 + rule.At;
                if (start + 4 > frame.Length) break;
                var low = start + 3 < 0 ? 0 : frame[start + 3];
                if ((low & rule.Mask) != (rule.Value & rule.Mask)) continue;
                if (rule.Verdict == "continue") continue;
                if (rule.Verdict == "reclassify") chain = 0;
                else if (rule.Verdict.StartsWith("goto", StringComparison.Ordinal)) chain = rule.Verdict[^1] - '0';
                return rule.Result;
            }
        }

        return TcVerdict.Unspec;
    }

    /// <summary>One filter: compares the low bits of the word at an offset from the network header.</summary>
    public sealed record Rule(int Chain, int Pref, int Protocol, int At, int Value, int Mask, string Verdict)
    {
        public string Line => string.Create(CultureInfo.InvariantCulture,
            $"filter add dev va egress protocol 0x{Protocol:x} prio {Pref} chain {Chain} u32 match u32 {Value} {Mask} at {At} action {Verdict}");

        public TcVerdict Result => Verdict switch
        {
            "ok" => TcVerdict.Ok,
            "drop" => TcVerdict.Shot,
            "pipe" => TcVerdict.Pipe,
            "trap" => TcVerdict.Trap,
            "reclassify" => TcVerdict.Reclassify,
            _ => TcVerdict.GotoChain,
        };
    }
}
