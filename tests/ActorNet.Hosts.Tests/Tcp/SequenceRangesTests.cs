using ActorNet.Hosts.Tcp;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class SequenceRangesTests
{
    [Fact]
    public void Ranges_are_as_a_set_of_numbers() => Property.Holds(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from steps in Gen.Choose(1, 60)
        select (seed, steps),
        x =>
        {
            // given
            var random = new Random(x.seed);
            var ranges = new SequenceRanges();
            var model = new SortedSet<long>();
            for (var step = 0; step < x.steps; step++)
            {
                // when
                var (start, length) = (random.Next(1, 200), random.Next(0, 20));
                if (random.Next(5) == 0)
                {
                    ranges.RemoveBelow(start);
                    model.RemoveWhere(n => n < start);
                }
                else
                {
                    var before = model.Count;
                    for (var n = start; n < start + length; n++) model.Add(n);
                    ranges.Add(start, start + length).ShouldBe(model.Count - before);
                }

                // then
                Compare(ranges, model, random.Next(1, 220), random.Next(1, 220));
            }
        });

    [Fact]
    public void Full_set_takes_only_what_touches_it()
    {
        // given
        var ranges = new SequenceRanges();
        for (var i = 1; i <= SequenceRanges.MaxRanges; i++) ranges.Add(10 * i, (10 * i) + 1);

        // then
        ranges.Add(5, 6).ShouldBe(0);
        ranges.Add(11, 12).ShouldBe(1);
        ranges.Count.ShouldBe(SequenceRanges.MaxRanges);
    }

    private static void Compare(SequenceRanges ranges, SortedSet<long> model, long one, long other)
    {
        ranges.Total.ShouldBe(model.Count);
        ranges.Top.ShouldBe(model.Count == 0 ? 0 : model.Max + 1);
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        ranges.Within(low, high).ShouldBe(model.Count(n => n >= low && n < high));
        ranges.TryFind(low, out var range).ShouldBe(model.Contains(low));
        if (range.End > 0) Enumerable.Range((int)range.Start, (int)(range.End - range.Start)).ShouldAllBe(n => model.Contains(n));
        var gap = ranges.GapAt(low);
        var first = low;
        while (model.Contains(first)) first++;
        gap.Start.ShouldBe(first);
        gap.End.ShouldBe(model.Any(n => n > first) ? model.First(n => n > first) : long.MaxValue);
        for (var i = 1; i < ranges.Count; i++) ranges[i].Start.ShouldBeGreaterThan(ranges[i - 1].End);
    }
}
