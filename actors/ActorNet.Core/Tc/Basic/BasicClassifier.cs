using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Asks expressions of tests (<c>net/sched/cls_basic.c</c>). A change replaces expression, class and actions together.</summary>
public sealed class BasicClassifier : ListedClassifier<BasicFilter>
{
    private readonly RandomSource _random;

    internal BasicClassifier(ActionTable actions, uint pref)
    {
        (Actions, Pref) = (actions, pref);
        _random = new RandomSource(((ulong)actions.Namespace.HashSeed << 32) ^ pref);
    }

    /// <inheritdoc/>
    public override string Kind => "basic";

    /// <inheritdoc/>
    public override TcVerdict Classify(SkBuff skb, ref TcContext context)
    {
        var frame = new EmatchFrame(skb, context.AtIngress, _random);
        foreach (var filter in Filters)
        {
            if (filter.Tree is { } tree && !tree.Matches(frame)) continue;
            context.ClassId = filter.ClassId;
            var verdict = filter.Actions.Run(skb, ref context);
            if (verdict != TcVerdict.Unspec) return verdict;
        }

        return TcVerdict.Unspec;
    }

    /// <inheritdoc/>
    /// <exception cref="RtnlException">EINVAL: nothing was said, or the expression compares what cannot be compared.</exception>
    public override uint Change(uint handle, FilterOptions options, FilterChange mode)
    {
        if (options is not BasicOptions { IsEmpty: false } basic) throw new RtnlException(Errno.EINVAL);
        return Put(handle, basic, (number, actions) =>
        {
            basic.Tree?.Check();
            return new BasicFilter { Handle = number, ClassId = basic.ClassId, Actions = actions, Tree = basic.Tree };
        });
    }

    /// <inheritdoc/>
    protected override void PrintOptions(BasicFilter filter, ShowWriter writer, bool statistics, Instant now)
    {
        writer.Plain(FormattableString.Invariant($"handle 0x{filter.Handle:x} ")).Text("handle", null, FormattableString.Invariant($"{filter.Handle:x}"));
        if (filter.ClassId != 0) writer.Text("flowid", "flowid {0} ", TcHandle.Format(filter.ClassId));
        // tc prints the expression as text, also in the midst of JSON.
        if (filter.Tree is { } tree) writer.AsItIs(tree.Format());
        ActionPrinter.PrintList(writer, filter.Actions, statistics, now);
    }
}

/// <summary>An expression, and what its match leads to.</summary>
public sealed class BasicFilter : ListedFilter
{
    /// <summary>What a frame must be like; null: any frame matches.</summary>
    public EmatchTree? Tree { get; internal init; }
}
