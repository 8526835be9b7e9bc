namespace ActorNet.Core.Sched;

/// <summary>Options of a hierarchical token bucket (rule HTB-01).</summary>
public sealed record HtbOptions : QdiscOptions
{
    /// <summary>Minor of the class for frames that no filter classified; 0 sends them unshaped.</summary>
    public uint Default { get; init; }

    /// <summary>Rate in bytes a second divided by this is the quantum of a class that was given none; 0 counts as 1.</summary>
    public uint RateToQuantum { get; init; } = 10;

    /// <summary>Frames that the unshaped queue holds; null for the device's queue length.</summary>
    public uint? DirectLimit { get; init; }

    /// <summary>Asks for hardware, which there is none of: refused.</summary>
    public bool Offload { get; init; }
}

/// <summary>Options of a class of a hierarchical token bucket (rules HTB-01, HTB-09).</summary>
public sealed record HtbClassOptions : ClassOptions
{
    /// <summary>Bytes per second that are the class's own; not 0.</summary>
    public required ulong Rate { get; init; }

    /// <summary>Bytes per second that it may reach by borrowing; not 0.</summary>
    public required ulong Ceil { get; init; }

    /// <summary>Bucket of the rate, in the kernel's ticks of 64 ns.</summary>
    public required uint BurstTicks { get; init; }

    /// <summary>Bucket of the ceiling, in ticks of 64 ns.</summary>
    public required uint CeilBurstTicks { get; init; }

    /// <summary>Priority of a leaf; what exceeds 7 counts as 7.</summary>
    public uint Priority { get; init; }

    /// <summary>Bytes of a leaf's turn; 0 to have it computed from the rate.</summary>
    public uint Quantum { get; init; }

    /// <summary>Bytes that every frame is charged more than it has.</summary>
    public ushort Overhead { get; init; }

    /// <summary>Smallest length that is charged.</summary>
    public ushort Mpu { get; init; }

    /// <summary>Charge whole ATM cells.</summary>
    public bool Atm { get; init; }
}
