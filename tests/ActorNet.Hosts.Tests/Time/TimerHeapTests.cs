using ActorNet.Core;
using ActorNet.Hosts.Time;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Time;

public class TimerHeapTests
{
    [Fact]
    public void Timers_fire_in_the_order_of_a_slow_model() => Property.Holds(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select seed,
        seed =>
        {
            // given
            var random = new Random(seed);
            var heap = new TimerHeap();
            var fired = new List<int>();
            var timers = Enumerable.Range(0, 20).Select(i => new StackTimer(heap, _ => fired.Add(i))).ToArray();
            var model = new List<(long Deadline, int Timer)>();

            // when
            for (var step = 0; step < 100; step++)
            {
                var i = random.Next(timers.Length);
                var deadline = random.Next(50);
                if (random.Next(4) == 0)
                {
                    timers[i].Disarm();
                    model.RemoveAll(m => m.Timer == i);
                }
                else if (!timers[i].IsArmed || timers[i].Deadline.Nanoseconds != deadline)
                {
                    timers[i].Arm(new Instant(deadline));
                    model.RemoveAll(m => m.Timer == i);
                    model.Add((deadline, i));
                }

                heap.Next.ShouldBe(model.Count == 0 ? Instant.Never : new Instant(model.Min(m => m.Deadline)));
            }

            // then
            heap.RunDue(new Instant(25));
            fired.ShouldBe(model.Where(m => m.Deadline <= 25).OrderBy(m => m.Deadline).Select(m => m.Timer));
            heap.RunDue(new Instant(100));
            fired.ShouldBe(model.OrderBy(m => m.Deadline).Select(m => m.Timer));
        });
}
