using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>The actions of one filter, run in order (<c>tcf_action_exec</c>, rule FLT-06).</summary>
public sealed class ActionList
{
    /// <summary>TCA_ACT_MAX_PRIO.</summary>
    public const int MaxActions = 32;

    private const int MaxRuns = 32;
    private const int MaxJumps = 32;

    private readonly TcAction[] _actions;

    internal ActionList(TcAction[] actions, bool isOldStyle = false)
    {
        _actions = actions;
        IsOldStyle = isOldStyle;
    }

    /// <summary>No action.</summary>
    public static ActionList Empty { get; } = new([]);

    /// <summary>The actions in order.</summary>
    public IReadOnlyList<TcAction> Actions => _actions;

    /// <summary>Whether the filter has none: it then only assigns a class.</summary>
    public bool IsEmpty => _actions.Length == 0;

    /// <summary>One police behind the filter, without the word <c>action</c>: it is shown as it was written (<c>TCA_OLD_COMPAT</c>).</summary>
    public bool IsOldStyle { get; }

    /// <summary>Runs them until one answers anything but PIPE; a jump begins anew further on, up to 32 times, then the frame passes. A frame marked to skip classification passes at once and loses the mark (rule IFB-20).</summary>
    public TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        if (_actions.Length == 0) return TcVerdict.Ok;
        if (skb.TcSkipClassify)
        {
            skb.TcSkipClassify = false;
            return TcVerdict.Ok;
        }

        var verdict = TcVerdict.Pipe;
        for (int i = 0, jumps = 0; i < _actions.Length; i++)
        {
            verdict = RunOne(_actions[i], skb, ref context);
            if (verdict == TcVerdict.Pipe) continue;
            if (verdict != TcVerdict.Jump) return verdict;
            if (context.Jump == 0 || context.Jump > _actions.Length || ++jumps == MaxJumps) return TcVerdict.Ok;
            i = (int)context.Jump - 1;
        }

        // A jump behind the last action ends the list as PIPE does.
        return verdict == TcVerdict.Jump ? TcVerdict.Pipe : verdict;
    }

    /// <summary>Runs one action, again as long as it asks for it; at the limit the frame passes.</summary>
    private static TcVerdict RunOne(TcAction action, SkBuff skb, ref TcContext context)
    {
        for (var runs = 0; runs < MaxRuns; runs++)
        {
            var verdict = action.Run(skb, ref context);
            if (verdict != TcVerdict.Repeat) return verdict;
        }

        return TcVerdict.Ok;
    }
}
