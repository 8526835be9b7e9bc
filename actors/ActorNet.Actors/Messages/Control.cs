using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Actors.Messages;

/// <summary>To a device: run the qdiscs (the NET_TX softirq).</summary>
public sealed class RunTx
{
    private RunTx()
    {
    }

    /// <summary>The only one.</summary>
    public static RunTx Instance { get; } = new();
}

/// <summary>To a device: the deadline of its qdiscs has come.</summary>
public sealed class WatchdogDue
{
    private WatchdogDue()
    {
    }

    /// <summary>The only one.</summary>
    public static WatchdogDue Instance { get; } = new();
}

/// <summary>To an IFB's queue: drain once (the tasklet).</summary>
public sealed class Drain
{
    private Drain()
    {
    }

    /// <summary>The only one.</summary>
    public static Drain Instance { get; } = new();
}

/// <summary>To a namespace: run one command line of <c>ip</c>, <c>tc</c>, <c>bridge</c> or <c>ethtool</c>. Answered with <see cref="CommandDone"/>.</summary>
/// <param name="Words">The words of the line, program first.</param>
public sealed record RunCommand(IReadOnlyList<string> Words);

/// <summary>Answer to <see cref="RunCommand"/>.</summary>
/// <param name="Result">Exit code, output, error text.</param>
public sealed record CommandDone(CommandResult Result);

/// <summary>To a namespace: a device was registered in it and wants an actor.</summary>
/// <param name="Device">The device.</param>
internal sealed record AdoptDevice(NetDevice Device);

/// <summary>To a namespace: make a TAP endpoint, or find it, and attach a wire. Answered with <see cref="PortAttached"/> or <see cref="Refused"/>.</summary>
/// <param name="Name">Name of the device.</param>
/// <param name="Queues">Transmit queues, when it is made.</param>
/// <param name="Wire">Makes the wire, given where it puts what it reads. Called in the namespace's turn, on its loop. Null makes the device without a wire.</param>
public sealed record AttachPort(string Name, int Queues, Func<IWireSink, IWire>? Wire);

/// <summary>Answer to <see cref="AttachPort"/>.</summary>
/// <param name="Device">The endpoint.</param>
public sealed record PortAttached(NetDevice Device);

/// <summary>To a namespace: bring a device up or down. Answered with <see cref="Done"/> or <see cref="Refused"/>.</summary>
/// <param name="Name">Name of the device.</param>
/// <param name="Up">Up rather than down.</param>
public sealed record SetLink(string Name, bool Up);

/// <summary>To a namespace: remove all its devices. Answered with <see cref="Done"/>.</summary>
public sealed record RemoveAll;

/// <summary>The request was carried out.</summary>
public sealed record Done
{
    /// <summary>The only one.</summary>
    public static Done Instance { get; } = new();
}

/// <summary>The request was refused; nothing was changed.</summary>
/// <param name="Errno">The error number of Linux.</param>
/// <param name="Reason">The sentence.</param>
public sealed record Refused(ActorNet.Core.Errno Errno, string Reason);
