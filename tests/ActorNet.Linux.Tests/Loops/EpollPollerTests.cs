using ActorNet.Engine.Loops;
using ActorNet.Linux.Loops;
using ActorNet.Linux.Native;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Loops;

public sealed class EpollPollerTests : IDisposable
{
    private const long OneMinute = 60_000_000_000;
    private readonly EpollPoller _poller = new();

    public void Dispose() => _poller.Dispose();

    [Fact]
    public void Ready_descriptor_is_reported_on_every_poll_until_it_is_read()
    {
        using var signal = new Signal();
        var target = new Recorder();
        _poller.Add(signal.Descriptor, PollEvents.Readable, target);
        signal.Raise();

        _poller.Poll(OneMinute).ShouldBe(1);
        _poller.Poll(0).ShouldBe(1);
        signal.Lower();
        _poller.Poll(0).ShouldBe(0);

        target.Seen.ShouldBe([PollEvents.Readable, PollEvents.Readable]);
    }

    [Fact]
    public void Thread_that_waits_for_a_deadline_is_woken_punctually()
    {
        // Given a thread with the kernel's usual slack
        int before = 0;
        int after = 0;
        var thread = new Thread(() =>
        {
            LibC.SetTimerSlack(50_000);
            before = LibC.GetTimerSlack();
            _poller.Poll(1);
            after = LibC.GetTimerSlack();
        });

        thread.Start();
        thread.Join();

        before.ShouldBe(50_000);
        after.ShouldBe(1);
    }

    [Fact]
    public void Only_what_was_asked_for_is_reported()
    {
        using var signal = new Signal();
        var target = new Recorder();
        signal.Raise();
        _poller.Add(signal.Descriptor, PollEvents.Writable, target);

        _poller.Poll(0);
        _poller.Modify(signal.Descriptor, PollEvents.Readable | PollEvents.Writable);
        _poller.Poll(0);
        _poller.Modify(signal.Descriptor, PollEvents.None);
        _poller.Poll(0).ShouldBe(0);

        target.Seen.ShouldBe([PollEvents.Writable, PollEvents.Readable | PollEvents.Writable]);
    }

    [Fact]
    public void Hang_up_is_reported_as_error_without_being_asked_for()
    {
        using var pipe = new Pipe();
        var target = new Recorder();
        _poller.Add(pipe.Reader, PollEvents.None, target);

        pipe.CloseWriter();
        _poller.Poll(OneMinute);

        target.Seen.ShouldBe([PollEvents.Error]);
    }

    [Fact]
    public void Descriptor_removed_by_a_callback_of_the_same_batch_is_not_called()
    {
        // given two ready descriptors, each of which removes the other
        using var first = new Signal();
        using var second = new Signal();
        int calls = 0;
        _poller.Add(first.Descriptor, PollEvents.Readable, new Callback(() => { calls++; _poller.Remove(second.Descriptor); }));
        _poller.Add(second.Descriptor, PollEvents.Readable, new Callback(() => { calls++; _poller.Remove(first.Descriptor); }));
        first.Raise();
        second.Raise();

        // when both are in one batch
        int reported = _poller.Poll(OneMinute);

        // then the one that came second was not called
        calls.ShouldBe(1);
        reported.ShouldBe(1);
        _poller.Count.ShouldBe(1);
    }

    [Fact]
    public void Number_reused_within_a_batch_does_not_get_the_old_event()
    {
        // given two ready descriptors; the callback of whichever comes first puts the other one's number under a new target
        using var first = new Signal();
        using var second = new Signal();
        var newcomer = new Recorder();
        bool swapped = false;
        void Swap(Signal other)
        {
            if (swapped) return;
            swapped = true;
            _poller.Remove(other.Descriptor);
            other.Lower();
            _poller.Add(other.Descriptor, PollEvents.Readable, newcomer);
        }
        _poller.Add(first.Descriptor, PollEvents.Readable, new Callback(() => Swap(second)));
        _poller.Add(second.Descriptor, PollEvents.Readable, new Callback(() => Swap(first)));
        first.Raise();
        second.Raise();

        _poller.Poll(OneMinute);

        swapped.ShouldBeTrue();
        newcomer.Seen.ShouldBeEmpty();
    }

    [Fact]
    public void Wake_from_another_thread_ends_a_wait_without_limit()
    {
        var waker = new Thread(_poller.Wake);
        waker.Start();

        _poller.Poll(-1).ShouldBe(0);

        waker.Join();
    }

    [Fact]
    public void Wakes_before_a_poll_collapse_into_one_and_later_ones_still_work()
    {
        for (int round = 0; round < 3; round++)
        {
            _poller.Wake();
            _poller.Wake();
            _poller.Poll(-1).ShouldBe(0);
            // Nothing of the wake is left behind: a descriptor is the only reason to return now.
            using var signal = new Signal();
            signal.Raise();
            _poller.Add(signal.Descriptor, PollEvents.Readable, new Callback(signal.Lower));
            _poller.Poll(-1).ShouldBe(1);
            _poller.Remove(signal.Descriptor);
        }
    }

    [Fact]
    public void No_wake_is_lost_when_two_threads_play_ping_pong()
    {
        // given a partner with its own poller; every wait is without limit, so a lost wake would hang
        using var other = new EpollPoller();
        const int Rounds = 20_000;
        int turn = 0;
        var partner = new Thread(() => Play(other, _poller, mine: 1));
        partner.Start();

        Play(_poller, other, mine: 0);
        partner.Join();

        turn.ShouldBe(2 * Rounds);

        void Play(EpollPoller here, EpollPoller there, int mine)
        {
            for (int round = 0; round < Rounds; round++)
            {
                while (Volatile.Read(ref turn) != (2 * round) + mine) here.Poll(-1);
                Volatile.Write(ref turn, (2 * round) + mine + 1);
                there.Wake();
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Time_limit_ends_a_wait_but_not_before_it_is_over(bool precise)
    {
        using var poller = new EpollPoller(64, precise);
        const long Limit = 2_300_000;
        long start = System.Diagnostics.Stopwatch.GetTimestamp();

        // A signal may end a wait early, that is the contract; the loop asks again for the rest, like an event loop.
        long waited;
        while ((waited = (long)System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds) < Limit)
            poller.Poll(Limit - waited).ShouldBe(0);

        waited.ShouldBeGreaterThanOrEqualTo(Limit);
    }

    [Fact]
    public void More_ready_descriptors_than_one_report_holds_all_get_their_turn()
    {
        var signals = Enumerable.Range(0, EpollPoller.MaxReportedPerPoll + 50).Select(_ => new Signal()).ToList();
        var called = new HashSet<int>();
        foreach (var signal in signals)
        {
            signal.Raise();
            _poller.Add(signal.Descriptor, PollEvents.Readable, new Callback(() => called.Add(signal.Descriptor)));
        }

        _poller.Poll(0).ShouldBe(EpollPoller.MaxReportedPerPoll);
        _poller.Poll(0);

        called.Count.ShouldBe(signals.Count);
        foreach (var signal in signals) signal.Dispose();
    }

    [Fact]
    public void Refusals_say_what_to_do()
    {
        using var signal = new Signal();
        using var small = new EpollPoller(maxDescriptors: 1);
        var target = new Recorder();
        _poller.Add(signal.Descriptor, PollEvents.Readable, target);

        Should.Throw<InvalidOperationException>(() => _poller.Add(signal.Descriptor, PollEvents.Readable, target)).Message.ShouldContain("watched already");
        Should.Throw<InvalidOperationException>(() => _poller.Modify(signal.Descriptor + 1, PollEvents.Readable)).Message.ShouldContain("not watched");
        Should.Throw<ArgumentOutOfRangeException>(() => small.Add(signal.Descriptor, PollEvents.Readable, target));
        Should.Throw<ArgumentOutOfRangeException>(() => _poller.Add(-1, PollEvents.Readable, target));
    }

    [Fact]
    public void Plain_file_is_refused_and_leaves_no_trace()
    {
        int descriptor = LibC.Open("/proc/self/exe", LibC.O_RDONLY);
        try
        {
            Should.Throw<LinuxException>(() => _poller.Add(descriptor, PollEvents.Readable, new Recorder())).ErrorNumber.ShouldBe(Errno.EPERM);
            _poller.Count.ShouldBe(0);
        }
        finally
        {
            LibC.Close(descriptor);
        }
    }

    [Fact]
    public void Closed_descriptor_can_still_be_removed_and_its_number_watched_again()
    {
        var first = new Signal();
        _poller.Add(first.Descriptor, PollEvents.Readable, new Recorder());
        first.Dispose();
        _poller.Remove(first.Descriptor);
        using var second = new Signal();
        var target = new Recorder();
        _poller.Add(second.Descriptor, PollEvents.Readable, target);
        second.Raise();

        _poller.Poll(0);

        target.Seen.ShouldBe([PollEvents.Readable]);
    }

    [Fact]
    public void Exception_of_a_target_leaves_the_others_for_the_next_poll()
    {
        using var bad = new Signal();
        using var good = new Signal();
        int calls = 0;
        _poller.Add(bad.Descriptor, PollEvents.Readable, new Callback(() => throw new InvalidDataException("bad")));
        _poller.Add(good.Descriptor, PollEvents.Readable, new Callback(() => calls++));
        bad.Raise();
        good.Raise();

        Should.Throw<InvalidDataException>(() => _poller.Poll(0));
        _poller.Remove(bad.Descriptor);
        _poller.Poll(0);

        calls.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Disposed_poller_ignores_wakes_and_removals_and_refuses_polls()
    {
        using var signal = new Signal();
        var poller = new EpollPoller();
        poller.Add(signal.Descriptor, PollEvents.Readable, new Recorder());

        poller.Dispose();

        poller.Wake();
        poller.Remove(signal.Descriptor);
        Should.Throw<ObjectDisposedException>(() => poller.Poll(0));
    }

    [Fact]
    public void Polling_and_waking_allocate_nothing()
    {
        using var signal = new Signal();
        signal.Raise();
        int calls = 0;
        _poller.Add(signal.Descriptor, PollEvents.Readable, new Callback(() => calls++));
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Run();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        calls.ShouldBe(4000);

        void Run()
        {
            for (int round = 0; round < 1000; round++)
            {
                _poller.Wake();
                _poller.Poll(0);
                _poller.Poll(OneMinute);
            }
        }
    }

    private sealed class Recorder : IPollable
    {
        internal List<PollEvents> Seen { get; } = [];

        public void OnReady(PollEvents events) => Seen.Add(events);
    }

    private sealed class Callback(Action action) : IPollable
    {
        public void OnReady(PollEvents events) => action();
    }
}
