using ActorNet.Core.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class SkBuffCloneTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void A_clone_shares_bytes_and_has_its_own_metadata()
    {
        // given
        var skb = new TestPacket().ToSkb(_pool);
        skb.Mark = 5;

        // when
        var clone = _pool.Clone(skb)!;
        clone.Mark = 6;

        // then
        clone.Bytes.ShouldBeSameAs(skb.Bytes);
        (skb.IsShared, clone.IsShared, skb.Mark).ShouldBe((true, true, 5u));
        (clone.GsoSize, clone.GsoSegs, clone.CsumStart, clone.Length, clone.Data).ShouldBe((skb.GsoSize, skb.GsoSegs, skb.CsumStart, skb.Length, skb.Data));
        _pool.Outstanding.ShouldBe(2);
        skb.Free(DropReason.Consumed);
        clone.IsShared.ShouldBeFalse();
        clone.Free(DropReason.Consumed);
    }

    [Fact]
    public void Unsharing_keeps_the_bytes_wherever_the_frame_stands() =>
        Property.Holds(
            from bytes in Property.Bytes(4000)
            from pull in Gen.Choose(0, 20)
            select (bytes, pull),
            x =>
            {
                // given
                var skb = _pool.Rent(x.bytes.Length)!;
                x.bytes.CopyTo(skb.Span);
                skb.Pull(Math.Min(x.pull, skb.Length));
                var clone = _pool.Clone(skb)!;
                var (mac, network, length) = (skb.Data - skb.MacHeader, skb.NetworkHeader - skb.MacHeader, skb.Length);

                // when
                _pool.Unshare(skb).ShouldBeTrue();
                skb.Frame.Fill(0xEE);

                // then
                clone.Frame.ToArray().ShouldBe(x.bytes);
                (skb.Data - skb.MacHeader, skb.NetworkHeader - skb.MacHeader, skb.Length).ShouldBe((mac, network, length));
                (skb.IsShared, clone.IsShared).ShouldBe((false, false));
                skb.Free(DropReason.Consumed);
                clone.Free(DropReason.Consumed);
                _pool.Outstanding.ShouldBe(0);
            });

    [Fact]
    public void The_longest_frame_grown_into_its_headroom_can_be_unshared()
    {
        // given
        var skb = _pool.Rent(SkBuffPool.LargeFrame)!;
        skb.Push(SkBuffPool.Headroom);
        skb.SetMacHeaderHere();
        var bytes = Property.RandomBytes(skb.Length, 1);
        bytes.CopyTo(skb.Span);
        var clone = _pool.Clone(skb)!;

        // when
        _pool.Unshare(clone).ShouldBeTrue();

        // then
        (clone.Data, clone.MacHeader, clone.Length).ShouldBe((0, 0, bytes.Length));
        clone.Span.SequenceEqual(bytes).ShouldBeTrue();
        skb.Free(DropReason.Consumed);
        clone.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_frame_that_shares_nothing_keeps_its_buffer()
    {
        var skb = _pool.Rent(60)!;
        var bytes = skb.Bytes;
        _pool.Unshare(skb).ShouldBeTrue();
        skb.Bytes.ShouldBeSameAs(bytes);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void Without_a_buffer_unsharing_fails_and_the_frame_is_as_before()
    {
        // given
        var pool = new SkBuffPool(64, SkBuffPool.LargeFrame + SkBuffPool.Headroom);
        var skb = pool.Rent(5000)!;
        var clone = pool.Clone(skb)!;

        // then
        pool.Unshare(clone).ShouldBeFalse();
        clone.Bytes.ShouldBeSameAs(skb.Bytes);
        skb.Free(DropReason.Consumed);
        clone.Free(DropReason.Consumed);
        pool.Outstanding.ShouldBe(0);
    }

    [Fact]
    public void Shared_bytes_return_with_the_last_clone_only()
    {
        // given
        var skb = _pool.Rent(60)!;
        var bytes = skb.Bytes;
        var clone = _pool.Clone(skb)!;

        // when
        skb.Free(DropReason.Consumed);
        var other = _pool.Rent(60)!;
        clone.Free(DropReason.Consumed);
        var again = _pool.Rent(60)!;

        // then
        other.Bytes.ShouldNotBeSameAs(bytes);
        again.Bytes.ShouldBeSameAs(bytes);
        other.Free(DropReason.Consumed);
        again.Free(DropReason.Consumed);
    }

    [Fact]
    public void Bytes_of_another_pool_go_home()
    {
        // given a clone made by a second pool
        var other = new SkBuffPool();
        var skb = _pool.Rent(60)!;
        var bytes = skb.Bytes;
        var clone = other.Clone(skb)!;

        // when
        skb.Free(DropReason.Consumed);
        clone.Free(DropReason.Consumed);
        _pool.CollectForeign();

        // then
        other.Outstanding.ShouldBe(0);
        var again = _pool.Rent(60)!;
        again.Bytes.ShouldBeSameAs(bytes);
        again.Free(DropReason.Consumed);
    }

    [Fact]
    public void Bytes_shared_by_two_threads_return_exactly_once() =>
        Property.Holds(Gen.Choose(1, 200), count =>
        {
            // given
            var frames = Enumerable.Range(0, count).Select(_ => _pool.Rent(60)!).ToArray();
            var clones = frames.Select(skb => _pool.Clone(skb)!).ToArray();

            // when both threads give the same buffers up at once
            var thread = new Thread(() => Array.ForEach(clones, skb => skb.Free(DropReason.Consumed)));
            thread.Start();
            Array.ForEach(frames, skb => skb.Free(DropReason.Consumed));
            thread.Join();
            _pool.CollectForeign();

            // then every buffer can be rented once
            var again = Enumerable.Range(0, count).Select(_ => _pool.Rent(60)!).ToArray();
            again.Select(skb => skb.Bytes).Distinct().Count().ShouldBe(count);
            Array.ForEach(again, skb => skb.Free(DropReason.Consumed));
        }, 50);
}
