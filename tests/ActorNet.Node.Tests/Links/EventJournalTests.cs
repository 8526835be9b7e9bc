using ActorNet.Labs.Links;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Links;

public sealed class EventJournalTests
{
    private readonly EventJournal _journal = new("lab", TimeProvider.System);

    private Task<EventPage> ReadAsync(long from, bool wait = false) => _journal.ReadAsync(from, wait, CancellationToken.None);

    private void Add(int count)
    {
        for (var i = 0; i < count; i++) _journal.Add(EventKinds.Set, "hand", "a--b", "something", i);
    }

    [Fact]
    public async Task Events_are_numbered_and_read_from_a_number_on()
    {
        Add(5);
        var page = await ReadAsync(3);
        page.Events.Select(e => e.Number).ShouldBe([3, 4, 5]);
        (page.Next, page.Lost, page.Ended).ShouldBe((6, 0, false));
    }

    [Fact]
    public async Task What_is_too_old_is_forgotten_and_counted()
    {
        // given
        Add(EventJournal.Capacity + 10);

        // when
        var page = await ReadAsync(1);

        // then
        page.Lost.ShouldBe(10);
        page.Events.Count.ShouldBe(EventJournal.MaxPage);
        page.Events[0].Number.ShouldBe(11);
        page.Next.ShouldBe(11 + EventJournal.MaxPage);
    }

    [Fact]
    public async Task Whoever_waits_is_told_of_the_next_event()
    {
        // given
        var waiting = ReadAsync(1, wait: true);
        waiting.IsCompleted.ShouldBeFalse();

        // when
        Add(1);

        // then
        (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).Events.ShouldHaveSingleItem().Text.ShouldBe("something");
    }

    [Fact]
    public async Task Whoever_waits_is_told_of_the_end_and_nothing_comes_behind_it()
    {
        // given
        Add(1);
        var waiting = ReadAsync(2, wait: true);

        // when
        _journal.End();
        Add(1);

        // then
        (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).Ended.ShouldBeTrue();
        (await ReadAsync(1)).ShouldSatisfyAllConditions(p => p.Events.Count.ShouldBe(1), p => p.Ended.ShouldBeTrue());
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _journal.ReadAsync(1, wait: true, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public void Being_behind_adds_up()
    {
        _journal.Behind.ShouldBe(BehindReport.None);
        _journal.AddBehind(1, 12, 3_000_000, "behind by 3 ms for 12 frames on lab/ifb0", 1);
        _journal.AddBehind(2, 5, 2_000_000, "behind by 2 ms for 5 frames on lab/ifb0", 2);
        _journal.Behind.ShouldBe(new BehindReport(3, 17, 3, "behind by 2 ms for 5 frames on lab/ifb0"));
    }
}
