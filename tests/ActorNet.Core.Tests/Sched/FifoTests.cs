using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using ActorNet.Core.Tests.Harness;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class FifoTests
{
    [Theory]
    [Trait("rule", "FIFO-02")]
    [Trait("rule", "QD-02")]
    [InlineData("pfifo limit 1", "4/1814 drops 0")]
    [InlineData("pfifo limit 0", "0/0 drops 4")]
    [InlineData("bfifo limit 100", "3/300 drops 1")]
    [InlineData("bfifo limit 1513", "3/300 drops 1")]
    [InlineData("bfifo limit 1514", "4/1814 drops 0")]
    public void Idle_fifo_is_passed_by_only_when_a_full_frame_would_fit_G29(string options, string expected)
    {
        // given
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root " + options);

        // when
        bench.X(3, 100);
        bench.X(1, 1514);

        // then
        bench.Q().ShouldStartWith(expected);
    }

    [Fact]
    [Trait("rule", "FIFO-01")]
    public void Default_limits_follow_the_device()
    {
        using var bench = new QdiscBench();

        bench.Tc("qdisc add dev va root pfifo");
        ((FifoQdisc)bench.Root).Limit.ShouldBe(1000u);
        bench.Tc("qdisc replace dev va root bfifo");
        ((FifoQdisc)bench.Root).Limit.ShouldBe(1_514_000u);
    }

    [Theory]
    [Trait("rule", "FIFO-01")]
    [Trait("rule", "QD-04")]
    [InlineData("pfifo limit 3", 3, "drops 7 over 0 req 1 backlog 3/300")]
    [InlineData("bfifo limit 1600", 16, "drops 0 over 0 req 1 backlog 10/1000")]
    [InlineData("bfifo limit 350", 3, "drops 7 over 0 req 0 backlog 3/300")]
    public void Frame_given_back_by_the_driver_counts_inside_the_limit(string options, int capacity, string expected)
    {
        // given
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root " + options);
        bench.Device.TxQueues[0].Stop();

        // when
        bench.X(10, 100).ShouldBe(Math.Min(10, capacity));

        // then
        bench.Q().ShouldEndWith(expected);
    }

    [Fact]
    [Trait("rule", "TBF-08")]
    public void Lowering_the_limit_keeps_what_is_queued()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root pfifo limit 9");
        bench.Device.TxQueues[0].Stop();
        bench.X(9, 100);

        bench.Tc("qdisc change dev va root pfifo limit 2");

        bench.Root.QLen.ShouldBe(9);
        bench.X(1, 100).ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "QD-04")]
    public void Order_survives_a_stop_and_the_requeued_frame_goes_first()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root pfifo limit 100");
        bench.Device.Room = 3;

        bench.X(8, 100);
        bench.Device.Room = int.MaxValue;
        bench.Device.TxQueues[0].Wake();
        bench.Lab.Run();

        bench.Device.Marks.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
        bench.Q().ShouldBe("8/800 drops 0 over 0 req 1 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "QD-03")]
    public void A_run_yields_after_64_frames_and_still_sends_all()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root pfifo limit 200");
        bench.Device.TxQueues[0].Stop();
        bench.X(150, 100);

        bench.Device.TxQueues[0].Wake();
        bench.Lab.Run();

        bench.Device.Sent.Count.ShouldBe(150);
    }

    [Fact]
    [Trait("rule", "FIFO-01")]
    [Trait("rule", "QD-05")]
    public void Head_drop_lets_the_newest_in_and_tells_the_sender_nothing()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 80bit burst 1514 limit 100000", "qdisc add dev va parent 1:1 handle 10: pfifo_head_drop limit 2");
        bench.X(1, 1514);

        bench.X(5, 100).ShouldBe(5);

        bench.Tc("qdisc show dev va").ShouldEndWith("qdisc pfifo_head_drop 10: parent 1:1 limit 2p\n");
        bench.Q().ShouldStartWith("1/1514 drops 3 ");
        (bench.Root.QLen, bench.Root.Backlog).ShouldBe((2, 200));
        bench.Advance(60_000);
        bench.Device.Marks.Skip(1).ShouldBe([3, 4]);
    }

    [Fact]
    public void Shows_its_limit_as_tc_does()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root pfifo");
        bench.Tc("qdisc show dev va").ShouldBe("qdisc pfifo 8001: root refcnt 2 limit 1000p\n");
        bench.Tc("qdisc replace dev va root bfifo limit 64kb");
        bench.Tc("qdisc show dev va").ShouldBe("qdisc bfifo 8002: root refcnt 2 limit 64Kb\n");
        bench.Tc("-j qdisc show dev va").ShouldBe("[{\"kind\":\"bfifo\",\"handle\":\"8002:\",\"root\":true,\"refcnt\":2,\"options\":{\"limit\":65536}}]\n");
    }

    [Theory]
    [InlineData("pfifo limit abc", "pfifo: Illegal value for \"limit\": \"abc\"")]
    [InlineData("pfifo limit -3", "pfifo: Illegal value for \"limit\": \"-3\"")]
    [InlineData("bfifo bla", "bfifo: unknown parameter \"bla\"\nUsage: ... <[p|b]fifo | pfifo_head_drop> [ limit NUMBER ]")]
    [InlineData("pfifo limit", "Command line is not complete. Try option \"help\"")]
    public void Complains_in_tcs_words(string options, string complaint)
    {
        using var bench = new QdiscBench();

        bench.Unreadable("qdisc add dev va root " + options).ShouldBe(complaint);
    }

    [Fact]
    [Trait("rule", "FIFO-01")]
    public void Behaves_like_a_list_with_a_limit()
    {
        var step = Gen.OneOf(Gen.Choose(60, 1514), Gen.Constant(0));
        var runs = from limit in Gen.Choose(0, 4000) from inBytes in Gen.Elements(true, false) from steps in step.ArrayOf() select (limit, inBytes, steps);
        Property.Holds(runs, run => MatchesList(run.inBytes, (uint)(run.inBytes ? run.limit : run.limit % 8), run.steps));
    }

    /// <summary>A positive step enqueues a frame of that size, 0 dequeues.</summary>
    private static void MatchesList(bool inBytes, uint limit, int[] steps)
    {
        using var lab = new TestLab();
        var qdisc = new FifoQdisc(new SinkDevice("va"), inBytes);
        qdisc.Init(new FifoOptions(limit), lab.Now);
        var model = new List<int>();
        var drops = 0;
        foreach (var size in steps)
        {
            if (size == 0)
            {
                var skb = qdisc.Dequeue(lab.Now);
                (skb?.Length ?? 0).ShouldBe(model.FirstOrDefault());
                if (model.Count > 0) model.RemoveAt(0);
                skb?.Free(ActorNet.Core.Frames.DropReason.Consumed);
                continue;
            }

            var fits = inBytes ? model.Sum() + size <= limit : model.Count < limit;
            var frame = lab.Frame(size);
            frame.QdiscPktLen = size;
            qdisc.Enqueue(frame, lab.Now).ShouldBe(fits ? XmitResult.Success : XmitResult.Drop);
            if (fits) model.Add(size);
            else drops++;
        }

        qdisc.QLen.ShouldBe(model.Count);
        qdisc.Backlog.ShouldBe(model.Sum());
        qdisc.Stats.Drops.ShouldBe(drops);
        qdisc.Reset(lab.Now);
    }
}
