using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc.Bpf;

/// <summary>
/// Asks programs of classic BPF (<c>net/sched/cls_bpf.c</c>). Answer 0 is no match, -1 a match with the class that the filter names, any other number a match
/// with the class of that number; of a filter with <c>direct-action</c> the answer is the verdict.
/// </summary>
public sealed class BpfClassifier : ListedClassifier<BpfFilter>
{
    private readonly RandomSource _random;

    internal BpfClassifier(ActionTable actions, uint pref)
    {
        (Actions, Pref) = (actions, pref);
        _random = new RandomSource(((ulong)actions.Namespace.HashSeed << 32) ^ pref);
    }

    /// <inheritdoc/>
    public override string Kind => "bpf";

    /// <inheritdoc/>
    public override TcVerdict Classify(SkBuff skb, ref TcContext context)
    {
        var frame = new BpfFrame(skb, context.AtIngress, _random);
        foreach (var filter in Filters)
        {
            var answer = BpfMachine.Run(filter.Program, frame);
            if (filter.IsDirect)
            {
                context.ClassId = filter.ClassId;
                if (Direct(answer) is var direct && direct != TcVerdict.Unspec) return direct;
                continue;
            }

            if (answer == 0) continue;
            context.ClassId = answer == uint.MaxValue ? filter.ClassId : answer;
            var verdict = filter.Actions.Run(skb, ref context);
            if (verdict != TcVerdict.Unspec) return verdict;
        }

        return TcVerdict.Unspec;
    }

    /// <inheritdoc/>
    /// <exception cref="RtnlException">EINVAL: there is no program, or it is none that could be run; EOPNOTSUPP: hardware alone was to do it, and there is none.</exception>
    public override uint Change(uint handle, FilterOptions options, FilterChange mode)
    {
        var bpf = options as BpfOptions ?? throw new RtnlException(Errno.EINVAL);
        if (bpf.IsEmpty || bpf.Program.Count == 0 || bpf is { SkipHardware: true, SkipSoftware: true }) throw new RtnlException(Errno.EINVAL);
        return Put(handle, bpf, (number, actions) =>
        {
            BpfInstruction[] program = [.. bpf.Program];
            if (!BpfVerifier.IsValid(program)) throw new RtnlException(Errno.EINVAL);
            if (bpf.SkipSoftware) throw new RtnlException(Errno.EOPNOTSUPP);
            return new BpfFilter(program) { Handle = number, ClassId = bpf.ClassId, Actions = actions, IsDirect = bpf.IsDirect, SkipHardware = bpf.SkipHardware };
        });
    }

    /// <inheritdoc/>
    protected override void PrintOptions(BpfFilter filter, ShowWriter writer, bool statistics, Instant now)
    {
        writer.Text("handle", "handle {0} ", FormattableString.Invariant($"0x{filter.Handle:x}"));
        if (filter.ClassId != 0) writer.Text("flowid", "flowid {0} ", TcHandle.Format(filter.ClassId));
        if (filter.IsDirect) writer.Flag("direct-action", "direct-action ", value: true);
        if (filter.SkipHardware) writer.Flag("skip_hw", "skip_hw ", value: true);
        writer.Flag("not_in_hw", "not_in_hw ", value: true);
        BpfText.Print(writer, filter.Program);
        ActionPrinter.PrintList(writer, filter.Actions, statistics, now);
    }

    /// <summary>What an answer means as a verdict; numbers that are none leave it to the next filter (<c>cls_bpf_exec_opcode</c>).</summary>
    private static TcVerdict Direct(uint answer) => (TcVerdict)(int)answer switch
    {
        TcVerdict.Ok => TcVerdict.Ok,
        TcVerdict.Shot => TcVerdict.Shot,
        TcVerdict.Stolen => TcVerdict.Stolen,
        TcVerdict.Trap => TcVerdict.Trap,
        // Nothing but a helper of eBPF names the device it is sent to: without one it is lost.
        TcVerdict.Redirect => TcVerdict.Stolen,
        _ => TcVerdict.Unspec,
    };
}

/// <summary>A program, and what its match leads to.</summary>
public sealed class BpfFilter : ListedFilter
{
    internal BpfFilter(BpfInstruction[] program) => Program = program;

    /// <summary>The program; valid.</summary>
    internal BpfInstruction[] Program { get; }

    /// <summary>Its answer is a verdict.</summary>
    internal bool IsDirect { get; init; }

    /// <summary>Only shown.</summary>
    internal bool SkipHardware { get; init; }
}
