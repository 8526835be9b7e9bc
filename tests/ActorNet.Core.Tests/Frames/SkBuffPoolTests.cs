using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class SkBuffPoolTests
{
    private const int LargeBuffer = SkBuffPool.LargeFrame + SkBuffPool.Headroom;

    [Fact]
    public void A_rented_frame_has_the_length_asked_for_behind_the_headroom()
    {
        // given
        var pool = new SkBuffPool();

        // when
        var skb = pool.Rent(100)!;

        // then
        (skb.Data, skb.MacHeader, skb.NetworkHeader, skb.Length).ShouldBe((64, 64, 78, 100));
        pool.Outstanding.ShouldBe(1);
        skb.Free(DropReason.Consumed);
        pool.Outstanding.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SkBuffPool.SmallFrame)]
    [InlineData(SkBuffPool.SmallFrame + 1)]
    [InlineData(SkBuffPool.LargeFrame)]
    public void Every_length_up_to_the_largest_fits(int length)
    {
        var skb = new SkBuffPool().Rent(length)!;
        skb.Span.Length.ShouldBe(length);
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(SkBuffPool.LargeFrame + 1)]
    [InlineData(int.MaxValue)]
    public void A_length_out_of_range_gives_no_frame_and_takes_no_memory(int length)
    {
        var pool = new SkBuffPool();
        pool.Rent(length).ShouldBeNull();
        (pool.Outstanding, pool.BytesMade).ShouldBe((0, 0));
    }

    [Fact]
    public void A_reused_frame_looks_new()
    {
        // given
        var pool = new SkBuffPool();
        var used = new TestPacket().ToSkb(pool);
        (used.SkbIif, used.Redirected, used.FromIngress, used.TcSkipClassify, used.VlanPresent, used.Mark) = (3, true, true, true, true, 9);
        (used.MirredNest, used.XmitNest, used.Hash, used.TraceId, used.QueueMapping, used.PacketType) = (1, 2, 3, 4, 5, PacketType.Multicast);
        (used.Timestamp, used.Priority, used.TcClassId, used.QdiscPktLen) = (new Instant(7), 8, 9, 10);
        used.Free(DropReason.Consumed);

        // when
        var skb = pool.Rent(5000)!;

        // then
        skb.ShouldBeSameAs(used);
        (skb.SkbIif, skb.Redirected, skb.FromIngress, skb.TcSkipClassify, skb.VlanPresent, skb.Mark).ShouldBe((0, false, false, false, false, 0u));
        (skb.MirredNest, skb.XmitNest, skb.Hash, skb.TraceId, skb.QueueMapping, skb.PacketType)
            .ShouldBe(((byte)0, (byte)0, 0u, 0ul, (ushort)0, PacketType.Host));
        (skb.Timestamp, skb.Priority, skb.TcClassId, skb.QdiscPktLen, skb.Protocol).ShouldBe((Instant.Zero, 0u, 0u, 0, (ushort)0));
        (skb.IsGso, skb.IpSummed, skb.CsumStart, skb.HeaderLength).ShouldBe((false, IpSummed.None, (ushort)0, (ushort)0));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void The_buffer_returned_last_is_handed_out_first()
    {
        var pool = new SkBuffPool();
        var (a, b) = (pool.Rent(60)!, pool.Rent(60)!);
        var bytes = b.Bytes;
        a.Free(DropReason.Consumed);
        b.Free(DropReason.Consumed);
        pool.Rent(60)!.Bytes.ShouldBeSameAs(bytes);
    }

    [Fact]
    public void Returning_a_frame_twice_throws()
    {
        var pool = new SkBuffPool();
        var skb = pool.Rent(60)!;
        skb.Free(DropReason.Consumed);
        Should.Throw<InvalidOperationException>(() => skb.Free(DropReason.Consumed));
    }

    [Fact]
    public void Reasons_are_counted()
    {
        var pool = new SkBuffPool();
        pool.Rent(60)!.Free(DropReason.QdiscFull);
        pool.Rent(60)!.Free(DropReason.QdiscFull);
        pool.Rent(60)!.Free(DropReason.DeviceDown);
        (pool.Dropped(DropReason.QdiscFull), pool.Dropped(DropReason.DeviceDown), pool.Dropped(DropReason.Sink)).ShouldBe((2, 1, 0));
    }

    [Fact]
    public void At_the_limit_of_frames_renting_gives_null_counts_and_recovers()
    {
        // given
        var pool = new SkBuffPool(maxFrames: 64);
        var held = new SkBuffQueue();
        for (var i = 0; i < 64; i++) held.Enqueue(pool.Rent(60)!);

        // when
        pool.Rent(60).ShouldBeNull();
        pool.Clone(held.Peek()!).ShouldBeNull();

        // then
        (pool.Exhausted, pool.FramesMade, pool.Outstanding).ShouldBe((2, 64, 64));
        held.Dequeue()!.Free(DropReason.Consumed);
        held.Enqueue(pool.Rent(60)!);
        held.Purge(DropReason.Consumed);
        pool.Outstanding.ShouldBe(0);
    }

    [Fact]
    public void Bytes_are_bounded()
    {
        // given room for one large and two small buffers
        var pool = new SkBuffPool(64, LargeBuffer + (2 * 2048));

        // when
        var held = new[] { pool.Rent(5000), pool.Rent(60), pool.Rent(60) };

        // then
        held.ShouldAllBe(skb => skb != null);
        pool.Rent(60).ShouldBeNull();
        pool.Rent(5000).ShouldBeNull();
        (pool.Exhausted, pool.Outstanding).ShouldBe((2, 3));
        pool.BytesMade.ShouldBe(LargeBuffer + (2 * 2048));
        foreach (var skb in held) skb!.Free(DropReason.Consumed);
        pool.Rent(5000).ShouldNotBeNull();
    }

    [Fact]
    public void Small_frames_fit_the_idle_buffers_of_super_frames()
    {
        // given a pool whose bytes all went into one large buffer, idle by now
        var pool = new SkBuffPool(64, LargeBuffer);
        pool.Rent(5000)!.Free(DropReason.Consumed);

        // when
        var skb = pool.Rent(60)!;

        // then
        pool.Rent(60).ShouldBeNull();
        (pool.Exhausted, pool.BytesMade).ShouldBe((1, LargeBuffer));
        skb.Free(DropReason.Consumed);
        pool.Rent(5000).ShouldNotBeNull("it is a large buffer still");
    }

    [Fact]
    public void Limits_that_cannot_work_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SkBuffPool(maxFrames: 63));
        Should.Throw<ArgumentOutOfRangeException>(() => new SkBuffPool(maxBytes: LargeBuffer - 1));
    }

    [Fact]
    public void Frames_freed_by_other_threads_come_back()
    {
        // given
        var pool = new SkBuffPool(maxFrames: 64);
        var held = Enumerable.Range(0, 64).Select(_ => pool.Rent(60)!).ToArray();

        // when
        OnOtherThread(() => Array.ForEach(held, skb => skb.Free(DropReason.WireRefused)));

        // then
        pool.Dropped(DropReason.WireRefused).ShouldBe(64);
        pool.Rent(60).ShouldNotBeNull("the pool takes them in when it runs dry");
        pool.CollectForeign();
        (pool.Outstanding, pool.FramesMade).ShouldBe((1, 64));
    }

    [Fact]
    public void A_pool_follows_the_thread_it_is_bound_to()
    {
        var pool = new SkBuffPool();
        OnOtherThread(() =>
        {
            pool.BindToCurrentThread();
            pool.Rent(60)!.Free(DropReason.Consumed);
            pool.Outstanding.ShouldBe(0);
        });
    }

    [Fact]
    public void A_frame_returned_twice_from_another_thread_is_found_when_it_is_collected()
    {
        var pool = new SkBuffPool();
        var skb = pool.Rent(60)!;
        OnOtherThread(() =>
        {
            skb.Free(DropReason.Consumed);
            skb.Free(DropReason.Consumed);
        });
        Should.Throw<InvalidOperationException>(pool.CollectForeign);
    }

    /// <summary>Runs on a thread that is certainly not this one; what it throws is thrown here.</summary>
    private static void OnOtherThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        if (failure is not null) throw new InvalidOperationException("The other thread failed.", failure);
    }
}
