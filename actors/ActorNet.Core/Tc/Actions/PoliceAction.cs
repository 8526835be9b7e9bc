using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>
/// Lets frames pass as far as token buckets allow (<c>net/sched/act_police.c</c>): those that conform meet one verdict, those that exceed it another. A change
/// fills the buckets of bytes; that of frames begins empty and keeps what it has.
/// </summary>
public sealed class PoliceAction : TcAction
{
    private PoliceSpec _spec;
    private PschedRate _rate;
    private PschedRate _peak;
    private PschedRate _packetRate;
    private Instant _filled;
    private long _burst;
    private long _peakBurst;
    private long _packetBurst;
    private long _tokens;
    private long _peakTokens;
    private long _packetTokens;
    private uint _mtu;

    /// <summary>A policer that is not yet bound to a filter, its buckets of bytes full.</summary>
    /// <param name="spec">Checked values.</param>
    /// <param name="now">The time.</param>
    public PoliceAction(PoliceSpec spec, Instant now)
    {
        _spec = spec;
        Change(spec, now);
    }

    /// <inheritdoc/>
    public override string Kind => "police";

    /// <summary>What it was told.</summary>
    public PoliceSpec Spec => _spec;

    /// <summary>Unless every verdict is pass, drop, pipe, continue, goto or jump.</summary>
    internal override bool IsRefusedByHardware => !IsKnownToHardware(Control.Verdict) || !IsKnownToHardware(_spec.Result.Verdict);

    /// <summary>Measures a frame. What exceeds counts as an overlimit, what is shot as a drop, except where only lengths are limited and a short frame is shot.</summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        var conforms = Fits(skb, context.Device.Namespace.Kernel, context.AtIngress);
        if (conforms && _spec is { Rate: 0, PacketRate: 0 }) return Answer(_spec.Result, ref context);
        conforms = conforms && Take((uint)skb.QdiscPktLen, context.Device.Runtime.Now);
        if (!conforms) Stats.Overlimits++;
        var control = conforms ? _spec.Result : Control;
        if (control.Verdict == TcVerdict.Shot) Stats.Drops++;
        return Answer(control, ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer) => PolicePrinter.Print(writer, _spec, Index);

    /// <inheritdoc/>
    internal override void PrintUses(ShowWriter writer, int references) =>
        writer.Plain("\n").Number("ref", "\tref {0}", references).Number("bind", " bind {0} ", Binds);

    /// <summary>Replaces everything but index, counters and the frames' tokens.</summary>
    internal void Change(PoliceSpec spec, Instant now)
    {
        _spec = spec;
        Control = spec.Control;
        _rate = new PschedRate(spec.Rate, spec.Overhead, spec.Mpu, spec.Atm);
        _mtu = spec.EffectiveMtu;
        _burst = PschedTicks.ToNanoseconds(spec.BurstTicks);
        if (spec.PeakRate != 0)
        {
            _peak = new PschedRate(spec.PeakRate, spec.Overhead, spec.Mpu, spec.Atm);
            _peakBurst = _peakTokens = _peak.Nanoseconds(_mtu);
        }

        if (spec.PacketRate != 0)
        {
            _packetRate = new PschedRate(spec.PacketRate);
            _packetBurst = PschedTicks.ToNanoseconds(spec.PacketBurstTicks);
        }

        _filled = now;
        _tokens = _burst;
    }

    private static bool IsKnownToHardware(TcVerdict verdict) =>
        verdict is TcVerdict.Ok or TcVerdict.Shot or TcVerdict.Pipe or TcVerdict.Unspec or TcVerdict.GotoChain or TcVerdict.Jump;

    /// <summary>Whether the frame, or each segment it will be cut into, is short enough with its MAC header.</summary>
    private bool Fits(SkBuff skb, KernelProfile kernel, bool atIngress)
    {
        if (skb.IsGso) return Gso.SegmentLength(skb) + skb.Data - skb.MacHeader <= _mtu;
        return skb.QdiscPktLen + (atIngress && kernel.PoliceCountsMacHeader ? skb.MacLen : 0) <= _mtu;
    }

    /// <summary>Takes a frame's tokens out of all buckets, or none when one holds too few. A super-frame is one frame to the bucket of frames.</summary>
    private bool Take(uint length, Instant now)
    {
        var passed = now.Since(_filled);
        var refill = Math.Min(passed, _burst);
        var peak = 0L;
        if (_spec.PeakRate != 0) peak = Math.Min(refill + _peakTokens, _peakBurst) - _peak.Nanoseconds(length);
        var tokens = refill;
        var packets = 0L;
        if (_spec.Rate != 0) tokens = Math.Min(refill + _tokens, _burst) - _rate.Nanoseconds(length);
        else packets = Math.Min(Math.Min(passed, _packetBurst) + _packetTokens, _packetBurst) - _packetRate.Nanoseconds(1);
        if ((tokens | peak | packets) < 0) return false;
        _filled = now;
        _tokens = tokens;
        _peakTokens = peak;
        _packetTokens = packets;
        return true;
    }
}
