using ActorNet.Core.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class SkBuffQueueTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void Any_series_of_operations_behaves_like_a_list() =>
        Property.Holds(Gen.Choose(0, 3).ListOf(), operations =>
        {
            // given
            var queue = new SkBuffQueue();
            var model = new List<uint>();
            var next = 0u;

            // when
            foreach (var operation in operations) Apply(operation, queue, model, ref next);

            // then
            queue.Count.ShouldBe(model.Count);
            queue.Bytes.ShouldBe(model.Sum(x => (long)x));
            queue.IsEmpty.ShouldBe(model.Count == 0);
            while (model.Count > 0) Apply(2, queue, model, ref next);
            queue.Dequeue().ShouldBeNull();
        });

    [Fact]
    public void Splicing_appends_everything_in_order_and_empties_the_other() =>
        Property.Holds(
            from a in Gen.Choose(0, 5)
            from b in Gen.Choose(0, 5)
            select (a, b),
            x =>
            {
                // given
                var (first, second) = (new SkBuffQueue(), new SkBuffQueue());
                for (var i = 0; i < x.a + x.b; i++) (i < x.a ? first : second).Enqueue(Frame((uint)i));
                var bytes = first.Bytes + second.Bytes;

                // when
                first.Splice(second);

                // then
                (second.Count, second.Bytes, second.IsEmpty, second.Peek()).ShouldBe((0, 0, true, null));
                (first.Count, first.Bytes).ShouldBe((x.a + x.b, bytes));
                first.Enqueue(Frame((uint)(x.a + x.b)));
                for (var i = 0u; first.Dequeue() is { } skb; i++)
                {
                    skb.Mark.ShouldBe(i);
                    skb.Free(DropReason.Consumed);
                }

                first.IsEmpty.ShouldBeTrue();
            });

    [Fact]
    public void Purging_frees_everything_with_the_reason()
    {
        var queue = new SkBuffQueue();
        for (var i = 0u; i < 3; i++) queue.Enqueue(Frame(i));
        queue.Purge(DropReason.QdiscReset);
        (queue.Count, queue.Bytes, queue.IsEmpty).ShouldBe((0, 0, true));
        _pool.Dropped(DropReason.QdiscReset).ShouldBe(3);
    }

    [Fact]
    public void Peeking_leaves_the_frame_in_the_queue()
    {
        var queue = new SkBuffQueue();
        queue.Peek().ShouldBeNull();
        queue.Enqueue(Frame(1));
        queue.Peek().ShouldBeSameAs(queue.Peek());
        queue.Count.ShouldBe(1);
        queue.Purge(DropReason.Consumed);
    }

    /// <summary>0 enqueues, 1 puts in front, 2 and 3 take out; frames are numbered and account their number.</summary>
    private void Apply(int operation, SkBuffQueue queue, List<uint> model, ref uint next)
    {
        switch (operation)
        {
            case 0:
                queue.Enqueue(Frame(next));
                model.Add(next++);
                break;
            case 1:
                queue.Requeue(Frame(next));
                model.Insert(0, next++);
                break;
            default:
                var skb = queue.Dequeue();
                skb?.Mark.ShouldBe(model[0]);
                (skb is null).ShouldBe(model.Count == 0);
                if (model.Count > 0) model.RemoveAt(0);
                skb?.Free(DropReason.Consumed);
                break;
        }
    }

    private SkBuff Frame(uint number)
    {
        var skb = _pool.Rent(60)!;
        skb.Mark = number;
        skb.QdiscPktLen = (int)number;
        return skb;
    }
}
