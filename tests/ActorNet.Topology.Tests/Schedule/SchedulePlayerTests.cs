namespace ActorNet.Topology.Tests.Schedule;

public class SchedulePlayerTests
{
    private static SchedulePlayer Player(params string[] lines) => new(Expect.Valid(
        $"boxes {{ l {{ }}, r {{ }} }}\nlinks = [ {{ a = \"l:x\", b = \"r:x\", delay = 5ms }} ]\nschedule = [ {string.Join(", ", lines.Select(l => $"\"{l}\""))} ]").Schedule);

    private static List<string> Play(SchedulePlayer player, int most = 100)
    {
        var steps = new List<string>();
        while (steps.Count < most && player.TryTake(long.MaxValue, out var step)) steps.Add($"{step.Time / 1_000_000} {step.Change?.ToString() ?? "back"}");
        return steps;
    }

    [Fact]
    public void Steps_come_in_the_order_of_time_and_at_one_moment_of_the_file() => Play(Player(
        "at 2s: link l--r down", "from 1s to 2s every 500ms: link l--r delay 10ms -> 20ms", "at 1s: link l--r loss 1%")).ShouldBe(
        ["1000 delay 10ms", "1000 loss 1%", "1500 delay 15000us", "2000 down", "2000 delay 20ms"]);

    [Fact]
    public void A_flap_comes_back_each_time_and_ends_in_time() => Play(Player("every 5s for 2s: link l--r down from 10s until 21s")).ShouldBe(
        ["10000 down", "12000 back", "15000 down", "17000 back", "20000 down", "21000 back"]);

    [Fact]
    public void An_endless_flap_is_unrolled_only_as_far_as_it_is_asked_for()
    {
        var player = Player("every 10ms for 1ms: link l--r down");
        Play(player, 100_000).Count.ShouldBe(100_000);
        player.NextTime.ShouldNotBeNull();
    }

    [Fact]
    public void Nothing_is_due_before_its_time()
    {
        // Given
        var player = Player("at 1s: link l--r down");

        // Then
        player.NextTime.ShouldBe(1_000_000_000);
        player.TryTake(999_999_999, out _).ShouldBeFalse();
        player.TryTake(1_000_000_000, out var step).ShouldBeTrue();
        step.Change.ShouldBe(new SetLinkState(Up: false));
        player.NextTime.ShouldBeNull();
    }

    [Fact]
    public void The_end_of_a_flap_brings_back_what_its_beginning_found()
    {
        // Given
        var topology = Expect.Valid("boxes { l { }, r { } }\nlinks = [ { a = \"l:x\", b = \"r:x\", delay = 5ms } ]\nschedule = [ \"every 10s for 1s: link l-to-r delay 1s until 25s\", \"at 15s: link l-to-r delay 7ms\" ]");
        var links = new LiveLinks(topology);
        var player = new SchedulePlayer(topology.Schedule);
        var seen = new List<string>();

        // When
        while (player.TryTake(long.MaxValue, out var step))
        {
            foreach (var order in links.OrdersOf(step))
            {
                order.Link.TryPlan(order.Ways, order.Change, out var next, out _, out var fault).ShouldBeTrue(fault?.ToString());
                order.Link.Commit(next!);
                seen.Add($"{step.Time / 1_000_000_000} {order.Link.State.AToB.Settings}");
            }
        }

        // Then
        seen.ShouldBe(["10 delay 1s", "11 delay 5ms", "15 delay 7ms", "20 delay 1s", "21 delay 7ms"]);
    }
}
