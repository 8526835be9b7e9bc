using System.Globalization;
using ActorNet.Labs.Traffic;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Labs.Tests.Traffic;

public sealed class ConservationTests
{
    [Fact]
    public void What_did_not_arrive_was_given_up_with_a_reason()
    {
        // given: some senders above and some below the rate of the shaper, each with datagrams of its own size
        var flow =
            from kilobits in Gen.Choose(100, 20_000)
            from size in Gen.Choose(24, 1472)
            from count in Gen.Choose(1, 400)
            from at in Gen.Choose(0, 200)
            from back in Gen.Elements(false, true)
            select (Kilobits: kilobits, Size: size, Count: count, At: at, Back: back);
        var labs =
            from rate in Gen.Choose(1, 20)
            from flows in flow.ListOf(4)
            select (Rate: rate, Flows: flows.ToArray());

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(labs.ToArbitrary(), lab =>
        {
            // when
            var text = Lab.Shaped.Replace("rate 10mbit", string.Create(CultureInfo.InvariantCulture, $"rate {lab.Rate}mbit"), StringComparison.Ordinal);
            string[] lines = [.. lab.Flows.Select((f, i) => string.Create(
                CultureInfo.InvariantCulture, $"f{i}: udp {(f.Back ? "bob -> alice" : "alice -> bob")} rate {f.Kilobits}kbit size {f.Size}b count {f.Count} at {f.At}ms"))];
            var report = Lab.Run(text, lines);

            // then
            var missing = report.Flows.Sum(f => f.Sent!.Value - f.Received!.Value);
            return missing == report.Counters.Drops.Values.Sum() && report.Flows.All(f => f.Outcome == FlowOutcome.Done && f.Duplicates == 0 && f.Reordered == 0);
        }));
    }

    [Fact]
    public void A_line_that_loses_counts_what_it_loses()
    {
        var report = Lab.Run(Lab.Line.Replace("delay = 10ms", "delay = 10ms, loss = 20%", StringComparison.Ordinal), ["udp alice -> bob rate 1mbit count 500"]);

        var missing = report.Flows[0].Sent!.Value - report.Flows[0].Received!.Value;
        missing.ShouldBeGreaterThan(50);
        report.Counters.Drops.Values.Sum().ShouldBeGreaterThanOrEqualTo(missing);
    }
}
