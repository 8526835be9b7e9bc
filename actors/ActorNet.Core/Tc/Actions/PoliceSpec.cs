using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>A policer as a command describes it (<c>tc/m_police.c</c>). What frames that exceed it meet is <see cref="ActionSpec.Control"/>.</summary>
public sealed record PoliceSpec : ActionSpec
{
    private const uint LargestInTable = 255;

    /// <summary>A policer whose excess is classified again, until it is said what else becomes of it.</summary>
    public PoliceSpec() => Control = new TcControl(TcVerdict.Reclassify);

    /// <inheritdoc/>
    public override string Kind => "police";

    /// <summary>Bytes per second; 0 for no limit of bytes.</summary>
    public ulong Rate { get; init; }

    /// <summary>Bucket of the rate, in the kernel's ticks of 64 ns.</summary>
    public uint BurstTicks { get; init; }

    /// <summary>Bytes per second that not even a full bucket may exceed; 0 for none.</summary>
    public ulong PeakRate { get; init; }

    /// <summary>Longest frame in bytes and bucket of the peak rate; 0 for what a rate table reaches to, or any length without a rate.</summary>
    public uint Mtu { get; init; }

    /// <summary>Cell of the rate's table as a power of two, which kernels look at only here; null for what suits <see cref="Mtu"/>.</summary>
    public int? RateCell { get; init; }

    /// <summary>Cell of the peak rate's table; null for what suits <see cref="Mtu"/>.</summary>
    public int? PeakCell { get; init; }

    /// <summary>Bytes that every frame is charged more than it has.</summary>
    public ushort Overhead { get; init; }

    /// <summary>Smallest length that is charged.</summary>
    public ushort Mpu { get; init; }

    /// <summary>Charge whole ATM cells.</summary>
    public bool Atm { get; init; }

    /// <summary>Frames per second; 0 for no limit of frames.</summary>
    public ulong PacketRate { get; init; }

    /// <summary>Bucket of the frames, in ticks.</summary>
    public uint PacketBurstTicks { get; init; }

    /// <summary>A mean rate was asked for, which needs an estimator that tc cannot set up.</summary>
    public bool HasAverageRate { get; init; }

    /// <summary>What frames that conform meet; they pass unless it is said what else.</summary>
    public TcControl Result { get; init; } = new(TcVerdict.Ok);

    /// <summary>The longest frame that is let in.</summary>
    internal uint EffectiveMtu => Mtu != 0 ? Mtu : Rate == 0 ? uint.MaxValue : LargestInTable << CellOf(RateCell);

    /// <inheritdoc/>
    /// <exception cref="RtnlException">EINVAL: a verdict that the kernel does not know, a mean rate, a goto for frames that conform. ENOMEM: a rate table of single bytes.</exception>
    public override TcAction Create(NetNamespace ns)
    {
        Check();
        return new PoliceAction(this, ns.Now);
    }

    /// <inheritdoc/>
    public override void Apply(TcAction action)
    {
        Check();
        ((PoliceAction)action).Change(this, action.Namespace!.Now);
    }

    private void Check()
    {
        if (Control.Verdict == TcVerdict.Unknown) throw new RtnlException(Errno.EINVAL, "invalid control action.");
        if (Rate != 0 && (CellOf(RateCell) == 0 || (PeakRate != 0 && CellOf(PeakCell) == 0))) throw new RtnlException(Errno.ENOMEM);
        if (HasAverageRate) throw new RtnlException(Errno.EINVAL);
        if (Result.Verdict == TcVerdict.GotoChain) throw new RtnlException(Errno.EINVAL, "goto chain not allowed on fallback.");
    }

    /// <summary>The cell that tc gives a rate table: the smallest by which 256 of them reach to the longest frame.</summary>
    private int CellOf(int? given)
    {
        if (given is { } cell) return cell;
        var longest = Mtu == 0 ? 2047 : Mtu;
        cell = 0;
        while (longest >> cell > LargestInTable) cell++;
        return cell;
    }
}
