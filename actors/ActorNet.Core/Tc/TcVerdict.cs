namespace ActorNet.Core.Tc;

/// <summary>What an action or a whole classification decided (<c>TC_ACT_*</c>).</summary>
public enum TcVerdict
{
    /// <summary>Undecided: the next filter is asked.</summary>
    Unspec = -1,

    /// <summary>The frame goes on.</summary>
    Ok = 0,

    /// <summary>The filters are asked again from the first.</summary>
    Reclassify = 1,

    /// <summary>The frame is freed and counted as a drop of the qdisc.</summary>
    Shot = 2,

    /// <summary>The next action of the list is run; at the end of the list like <see cref="Ok"/>.</summary>
    Pipe = 3,

    /// <summary>An action took the frame's substance; the frame itself is freed without a drop.</summary>
    Stolen = 4,

    /// <summary>Like <see cref="Stolen"/>.</summary>
    Queued = 5,

    /// <summary>The action list is run again from the start.</summary>
    Repeat = 6,

    /// <summary>A program sent it elsewhere.</summary>
    Redirect = 7,

    /// <summary>Like <see cref="Stolen"/>.</summary>
    Trap = 8,

    /// <summary>A number that stands for nothing, and itself stands beside the verdict: the frame goes on.</summary>
    Unknown = 0x800,

    /// <summary>An action took the frame itself: nobody may touch it any more.</summary>
    Consumed = 0x1000,

    /// <summary>Walk on in another chain, whose number stands beside the verdict.</summary>
    GotoChain = 0x2000,

    /// <summary>The action list begins anew without its first actions, as many as stand beside the verdict (rule FLT-06).</summary>
    Jump = 0x4000,
}

/// <summary>A configured verdict: the code, and the number that belongs to it.</summary>
/// <param name="Verdict">The code.</param>
/// <param name="Argument">Chain number with GotoChain; with Jump the number of actions that are left out; with Unknown the number itself.</param>
public readonly record struct TcControl(TcVerdict Verdict, uint Argument = 0);
