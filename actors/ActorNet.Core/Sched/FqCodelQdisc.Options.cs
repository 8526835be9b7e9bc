using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <content>Its options, and what <c>tc qdisc show</c> and <c>tc class show</c> print.</content>
public sealed partial class FqCodelQdisc
{
    private const uint LeastQuantum = 256;
    private const uint MostQuantum = 1 << 20;
    private const uint MostMemory = 1u << 31;

    private uint _limit = 10 * 1024;
    private uint _quantum;
    private uint _dropBatch = 64;
    private uint _memoryLimit = 32 << 20;

    /// <summary>Flows that have frames or still a turn: there are no classes that a user could make or put something into.</summary>
    public IEnumerable<TcClassInfo> Classes
    {
        get
        {
            for (var i = 0; i < _flows.Length; i++)
            {
                if (_flows[i].IsListed) yield return new TcClassInfo(Handle | TcHandle.Minor((uint)i + 1), Handle, NoopQdisc.Instance, HasStatistics: true);
            }
        }
    }

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        var flows = DefaultFlows;
        if (options is FqCodelOptions { Flows: { } count } named)
        {
            flows = count <= MostFlows ? count : throw new RtnlException(Errno.EINVAL);
            options = named with { Flows = null };
        }

        if (options is not null) Change(options, now);
        _flows = new FqCodelFlow[flows];
        _backlogs = new long[flows];
        _mayBypass = _limit >= 1;
    }

    /// <summary>Takes over what is named; frames beyond lowered limits go out in their order and are thrown away, which counts as sent.</summary>
    /// <exception cref="RtnlException">EINVAL: no options of fq_codel, a number of flows, or a quantum of more than 1 MiB.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not FqCodelOptions { Flows: null } named) throw new RtnlException(Errno.EINVAL);
        if (named.Quantum > MostQuantum) throw new RtnlException(Errno.EINVAL, "Invalid quantum.");
        named.ApplyTo(_codel);
        if (named.CeSelector is { } selector) (_codel.CeSelector, _codel.CeMask) = selector;
        if (named.Quantum is { } quantum) _quantum = Math.Max(LeastQuantum, quantum);
        _limit = named.Limit ?? _limit;
        _dropBatch = named.DropBatch ?? _dropBatch;
        if (named.MemoryLimit is { } memory) _memoryLimit = Math.Min(MostMemory, memory);
        Shrink(now);
    }

    /// <summary>False for every minor: nothing can be put into a flow.</summary>
    public bool HasClass(uint minor) => false;

    /// <summary>The noop discipline: a flow holds its frames itself.</summary>
    public Qdisc Leaf(uint minor) => NoopQdisc.Instance;

    /// <summary>Never called, since no class is ever found.</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP.</exception>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now) => throw new RtnlException(Errno.EOPNOTSUPP);

    /// <summary>Filters hang at the discipline itself.</summary>
    public TcfBlock? FiltersOf(uint minor) => minor == 0 ? _filters : null;

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        writer.Unsigned("limit", "limit {0}p ", _limit).Number("flows", "flows {0} ", _flows.Length).Unsigned("quantum", "quantum {0} ", _quantum);
        CodelWords.PrintTime(writer, "target", _codel.Target);
        if (_codel.CeThreshold != Codel.NoThreshold) PrintThreshold(writer);
        CodelWords.PrintTime(writer, "interval", _codel.Interval);
        writer.Unsigned("memory_limit", null, _memoryLimit).Plain($"memory_limit {Units.FormatSize(_memoryLimit)} ");
        if (_codel.Ecn) writer.Flag("ecn", "ecn ", value: true);
        writer.Unsigned("drop_batch", "drop_batch {0} ", _dropBatch);
    }

    /// <inheritdoc/>
    public override void PrintStatistics(ShowWriter writer)
    {
        writer.Unsigned("maxpacket", "  maxpacket {0}", _codel.MaxPacket).Unsigned("drop_overlimit", " drop_overlimit {0}", _overlimitDrops);
        writer.Unsigned("new_flow_count", " new_flow_count {0}", _newFlowCount).Unsigned("ecn_mark", " ecn_mark {0}", _codel.Marks);
        if (_codel.ThresholdMarks > 0) writer.Unsigned("ce_mark", " ce_mark {0}", _codel.ThresholdMarks);
        if (_memory > 0) writer.Number("memory_used", " memory_used {0}", _memory);
        if (_overmemoryDrops > 0) writer.Unsigned("drop_overmemory", " drop_overmemory {0}", _overmemoryDrops);
        writer.Number("new_flows_len", "\n  new_flows_len {0}", _newFlows.Count).Number("old_flows_len", " old_flows_len {0}\n", _oldFlows.Count);
    }

    /// <inheritdoc/>
    public TcClassCounters? ClassCounters(uint minor) =>
        new TcClassCounters(default, _flows[IndexOf(minor)].CountFrames(), _backlogs[IndexOf(minor)], CountsSent: false);

    /// <inheritdoc/>
    public void PrintClassStatistics(uint minor, ShowWriter writer)
    {
        ref var flow = ref _flows[IndexOf(minor)];
        writer.Plain(FormattableString.Invariant($"  deficit {flow.Deficit} "));
        CodelWords.PrintState(writer, flow.Vars);
        if (flow.Vars.Dropping) CodelWords.PrintDropNext(writer, CodelTime.Until(flow.Vars.DropNext, CodelTime.At(Device!.Runtime.Now)));
        writer.Plain("\n");
    }

    /// <summary>The last of 65536 flows has 0 for its minor number.</summary>
    private static int IndexOf(uint minor) => (int)TcHandle.Minor(minor - 1);

    private void PrintThreshold(ShowWriter writer)
    {
        CodelWords.PrintTime(writer, "ce_threshold", _codel.CeThreshold);
        if (_codel is { CeSelector: 0, CeMask: 0 }) return;
        writer.Unsigned("ce_threshold_selector", null, _codel.CeSelector).Unsigned("ce_threshold_mask", null, _codel.CeMask);
        writer.Plain($"ce_threshold_selector {Hexadecimal(_codel.CeSelector)}/{Hexadecimal(_codel.CeMask)} ");
    }

    private static string Hexadecimal(byte value) => value == 0 ? "0" : FormattableString.Invariant($"0x{value:x}");

    private void Shrink(Instant now)
    {
        var (packets, bytes) = (0, 0L);
        while ((uint)QLen > _limit || _memory > _memoryLimit)
        {
            var peeked = Requeued.Dequeue();
            if ((peeked ?? Dequeue(now)) is not { } skb) break;
            packets++;
            bytes += skb.QdiscPktLen;
            // 6.1 goes on counting the bytes of a frame that a shaper had looked at already, until the next reset.
            if (peeked is not null && Device!.Namespace.Kernel.FqCodelForgetsPeekedBytes) _bytes += peeked.QdiscPktLen;
            skb.Free(Frames.DropReason.QdiscFull);
        }

        ReduceTreeBacklog(packets, bytes);
    }
}
