using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class AllocationTests
{
    [Fact]
    public void Telling_a_message_that_exists_allocates_nothing()
    {
        // Given: a ring of five actors, warmed up so that queues have their size.
        using var lab = new Lab();
        var message = new object();
        var left = 0;
        var refs = new List<IActorRef>();
        for (var i = 0; i < 5; i++)
        {
            var next = (i + 1) % 5;
            refs.Add(lab.Make((_, m) =>
            {
                if (--left > 0) refs[next].Tell(m);
            }));
        }
        void Rounds(int count)
        {
            left = count;
            lab.Tell(refs[0], message);
        }
        Rounds(10_000);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        Rounds(100_000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Then: the params array and envelope of the first Tell at most.
        allocated.ShouldBeLessThan(2_000);
        left.ShouldBe(0);
    }

    [Fact]
    public void Arming_a_timer_again_allocates_nothing()
    {
        // Given
        using var lab = new Lab();
        var timer = lab.Virtual.Loop.CreateTimer(() => { });
        timer.Arm(1);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) timer.Arm(i);
        timer.Disarm();

        // Then
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
