using ActorNet.Linux.Native;

namespace ActorNet.Linux.Tap;

/// <summary>How many frames the kernel refused to take from a queue, by reason. A copy: it does not change any more.</summary>
/// <param name="Invalid">EINVAL: the vnet header does not fit the frame (offsets beyond its end, unknown GSO type), or the frame is
/// shorter than an Ethernet header.</param>
/// <param name="Down">EIO: the interface is administratively down.</param>
/// <param name="Gone">EBADFD: the interface was deleted, or this queue was detached from it.</param>
/// <param name="NoMemory">ENOBUFS or ENOMEM: the kernel had no buffer.</param>
/// <param name="Other">Any other error; see <paramref name="LastErrorNumber"/>.</param>
/// <param name="LastErrorNumber">The errno of the latest refusal, 0 when there was none.</param>
public readonly record struct TapRefusals(long Invalid, long Down, long Gone, long NoMemory, long Other, int LastErrorNumber)
{
    /// <summary>All refused frames.</summary>
    public long Total => Invalid + Down + Gone + NoMemory + Other;

    internal TapRefusals With(int errorNumber) => errorNumber switch
    {
        Errno.EINVAL => this with { Invalid = Invalid + 1, LastErrorNumber = errorNumber },
        Errno.EIO => this with { Down = Down + 1, LastErrorNumber = errorNumber },
        Errno.EBADFD => this with { Gone = Gone + 1, LastErrorNumber = errorNumber },
        Errno.ENOBUFS or Errno.ENOMEM => this with { NoMemory = NoMemory + 1, LastErrorNumber = errorNumber },
        _ => this with { Other = Other + 1, LastErrorNumber = errorNumber },
    };
}
