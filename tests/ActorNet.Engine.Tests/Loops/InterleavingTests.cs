using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

/// <summary>Each place where threads leave the order open: the plain order with seed 0, both orders within a few seeds.</summary>
public class InterleavingTests
{
    private const int Seeds = 40;

    [Fact]
    public void Either_of_two_waiting_actors_may_go_first()
    {
        Orders(lab =>
        {
            var store = Store(lab);
            var writer = lab.Make((_, _) => store.Ref.Tell("set"));
            var reader = lab.Make((_, _) => store.Ref.Tell("get"));
            lab.Run();
            writer.Tell("go");
            reader.Tell("go");
            lab.Run();
            return store.Messages;
        }).ShouldBe("set get", "get set");
    }

    [Fact]
    public void Either_of_two_equal_deadlines_may_fire_first()
    {
        Orders(lab =>
        {
            var fired = new List<object>();
            lab.Virtual.Loop.CreateTimer(() => fired.Add("first")).Arm(1000);
            lab.Virtual.Loop.CreateTimer(() => fired.Add("second")).Arm(1000);
            lab.Virtual.Advance(1000);
            return fired;
        }).ShouldBe("first second", "second first");
    }

    [Fact]
    public void An_actor_may_lose_its_turn_between_two_messages()
    {
        Orders(lab =>
        {
            var store = Store(lab);
            var busy = lab.Make((_, message) => store.Ref.Tell(message));
            var other = lab.Make((_, message) => store.Ref.Tell(message));
            lab.Run();
            busy.Tell("one");
            busy.Tell("two");
            other.Tell("between");
            lab.Run();
            return store.Messages;
        }).ShouldBe("one two between", "one between two", "between one two");
    }

    [Fact]
    public void A_deadline_that_has_come_may_go_before_an_actor_that_waits()
    {
        Orders(lab =>
        {
            var seen = new List<object>();
            var actor = lab.Make((_, message) => seen.Add(message));
            lab.Run();
            var timer = lab.Virtual.Loop.CreateTimer(() => seen.Add("deadline"));
            actor.Tell("message");
            timer.Arm(0);
            lab.Run();
            return seen;
        }).ShouldBe("message deadline", "deadline message");
    }

    [Fact]
    public void What_is_sent_from_outside_may_arrive_late()
    {
        Orders(lab =>
        {
            var store = Store(lab);
            var middle = lab.Make((_, message) => store.Ref.Tell(message));
            lab.Run();
            middle.Tell("through the middle");
            store.Ref.Tell("straight");
            lab.Run();
            return store.Messages;
        }).ShouldBe("straight through the middle", "through the middle straight");
    }

    [Fact]
    public void A_lost_update_that_the_plain_order_hides_is_found()
    {
        // Given: two clients add one each by reading and writing back; the second starts a little later, so that the plain order is right.
        static int Total(ulong seed)
        {
            using var lab = new Lab(seed);
            var total = 0;
            var store = lab.Make((me, message) =>
            {
                if (message is int written) total = written;
                else me.From.Tell(total);
            });
            IActorRef Client() => lab.Make((me, message) => store.Tell(message is int read ? read + 1 : message));
            var (first, second) = (Client(), Client());
            lab.Run();
            var later = lab.Virtual.Loop.CreateTimer(() => second.Tell("read"));
            later.Arm(0);
            first.Tell("read");
            lab.Run();
            return total;
        }

        // Then
        Total(0).ShouldBe(2);
        Enumerable.Range(1, Seeds).Select(seed => Total((ulong)seed)).ShouldContain(1);
    }

    [Fact]
    public void A_repeated_deadline_keeps_its_distances_under_every_seed()
    {
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            using var lab = new Lab(seed);
            var probe = lab.NewProbe();
            lab.System.Scheduler.ScheduleTellRepeatedly(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), probe.Ref, "tick", null);
            lab.Virtual.Advance(TimeSpan.FromMilliseconds(10));
            probe.Messages.Count.ShouldBe(5);
        }
    }

    private static Probe Store(Lab lab) => lab.NewProbe();

    private static OrdersSeen Orders(Func<Lab, List<object>> scenario)
    {
        string Run(ulong seed)
        {
            using var lab = new Lab(seed);
            return string.Join(' ', scenario(lab));
        }
        return new OrdersSeen(Run(0), [.. Enumerable.Range(1, Seeds).Select(seed => Run((ulong)seed)).Distinct()]);
    }

    private sealed record OrdersSeen(string Plain, string[] Explored)
    {
        /// <summary>The plain order is the first, and exactly these are reached.</summary>
        public void ShouldBe(params string[] orders)
        {
            Plain.ShouldBe(orders[0]);
            Explored.ShouldBe(orders, ignoreOrder: true);
        }
    }
}
