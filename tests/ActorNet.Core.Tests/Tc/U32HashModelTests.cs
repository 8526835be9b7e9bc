using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Random filters in random tables against an evaluator that calls itself for each link.</summary>
public sealed class U32HashModelTests
{
    private const int Tables = 3;
    private const int Divisor = 4;

    private static readonly FsCheck.Gen<Rule> Rules =
        from table in Gen.Choose(0, Tables)
        from bucket in Gen.Choose(0, Divisor - 1)
        from at in Gen.Choose(0, 6)
        from value in Gen.Choose(0, 3)
        from mask in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 3)))
        from next in Gen.Elements(true, false)
        from link in Gen.Frequency((2, Gen.Constant(0)), (2, Gen.Choose(1, Tables)))
        from offset in Gen.Elements("", "offset plus 3", "offset plus 4 eat", "offset at 2 mask 0x0003 shift 0 eat", "offset at 2 mask 0x0003 plus 1", "offset eat")
        from verdict in Gen.Elements("", "ok", "drop", "continue")
        select new Rule(table, table == 0 ? 0 : bucket, 4 * at, value, mask, next, link, offset, verdict);

    [Fact]
    [Trait("rule", "U32-05")]
    [Trait("rule", "U32-04")]
    [Trait("rule", "U32-02")]
    public void Tables_decide_as_an_evaluator_does_that_calls_itself()
    {
        var runs = from rules in Rules.ArrayOf() from payload in Gen.Choose(0, 3).Select(b => (byte)b).ArrayOf() select (rules, payload);
        Property.Holds(runs, run => Compare(run.rules, run.payload), count: 500);
    }

    private static void Compare(Rule[] rules, byte[] payload)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");
        for (var table = 1; table <= Tables; table++) lab.Tc(lab.A, $"filter add dev va egress protocol all prio 1 handle {table}: u32 divisor {Divisor}");
        foreach (var rule in rules) lab.Tc(lab.A, rule.Line);
        var frame = lab.Lab.Frame(14 + payload.Length);
        payload.CopyTo(frame.Span[14..]);
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };

        var verdict = lab.Va.HookQdisc!.Egress!.Classify(frame, ref context);

        verdict.ShouldBe(new Model(rules, [.. frame.Frame]).Evaluate());
        frame.Free(DropReason.Consumed);
    }

    public sealed record Rule(int Table, int Bucket, int At, int Value, int Mask, bool AtNext, int Link, string Offset, string Verdict)
    {
        public string Line => string.Create(CultureInfo.InvariantCulture,
            $"filter add dev va egress protocol all prio 1 u32 {(Table == 0 ? "" : $"ht {Table}:{Bucket:x}:")} match u32 {Value} {Mask} at {(AtNext ? "nexthdr+" : "")}{At} {Leads} {(Verdict.Length > 0 ? "action " + Verdict : "")}");

        private string Leads => Link == 0 ? "" : $"link {Link}: hashkey mask 3 at 0 {Offset}";
    }

    /// <summary>Thrown where the kernel gives the whole preference up.</summary>
    private sealed class GaveUpException : Exception;

    private sealed class Model(Rule[] rules, byte[] frame)
    {
        private int _next;

        public TcVerdict Evaluate()
        {
            try
            {
                return Bucket(0, 0, 14, 0) ?? TcVerdict.Unspec;
            }
            catch (GaveUpException)
            {
                return TcVerdict.Unspec;
            }
        }

        private TcVerdict? Bucket(int table, int bucket, int start, int depth)
        {
            foreach (var rule in rules.Where(r => r.Table == table && r.Bucket == bucket))
            {
                if ((Word(start + rule.At + (rule.AtNext ? _next : 0)) & rule.Mask) != (rule.Value & rule.Mask)) continue;
                if (rule.Link != 0 && Below(rule, start, depth) is { } below) return below;
                if (rule.Verdict is "ok" or "drop") return rule.Verdict is "ok" ? TcVerdict.Ok : TcVerdict.Shot;
            }

            return null;
        }

        private TcVerdict? Below(Rule rule, int start, int depth)
        {
            if (depth == 8) throw new GaveUpException();
            var bucket = Word(start) & 3;
            var words = rule.Offset.Split(' ');
            var plus = Number(words, "plus");
            if (words.Contains("plus") || words.Contains("at"))
                _next = (plus + 3 + (words.Contains("at") ? Short(start + Number(words, "at")) & 3 : 0)) / 4 * 4;
            if (words.Contains("eat")) (start, _next) = (start + _next, 0);
            return rule.Offset.Length > 0 && start >= frame.Length ? null : Bucket(rule.Link, bucket, start, depth + 1);
        }

        private static int Number(string[] words, string behind) =>
            Array.IndexOf(words, behind) is >= 0 and var at ? int.Parse(words[at + 1], CultureInfo.InvariantCulture) : 0;

        private int Word(int at) => at + 4 <= frame.Length ? frame[at + 3] : throw new GaveUpException();

        private int Short(int at) => at + 2 <= frame.Length ? frame[at + 1] : throw new GaveUpException();
    }
}
