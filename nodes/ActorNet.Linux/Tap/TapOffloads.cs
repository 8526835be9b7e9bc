namespace ActorNet.Linux.Tap;

/// <summary>
/// What the reader of a TAP can take from the kernel, by the bits of <c>TUNSETOFFLOAD</c> (<c>linux/if_tun.h</c>). What is on shows in the
/// vnet header of a frame that is read; what may be written does not depend on it.
/// </summary>
[Flags]
public enum TapOffloads : uint
{
    /// <summary>Every frame that is read is complete: checksums filled in, none longer than MTU plus headers.</summary>
    None = 0,

    /// <summary><c>TUN_F_CSUM</c>: frames may come without their transport checksum. Needed by all others.</summary>
    Checksum = 0x01,

    /// <summary><c>TUN_F_TSO4</c>: TCP over IPv4 may come in super-frames of up to 64 KB.</summary>
    Tso4 = 0x02,

    /// <summary><c>TUN_F_TSO6</c>: TCP over IPv6 may come in super-frames of up to 64 KB.</summary>
    Tso6 = 0x04,

    /// <summary><c>TUN_F_TSO_ECN</c>: super-frames may carry the ECN marks CWR and ECE.</summary>
    TsoEcn = 0x08,

    /// <summary><c>TUN_F_USO4</c>: UDP over IPv4 may come in super-frames (Linux 6.2 and newer).</summary>
    Uso4 = 0x20,

    /// <summary>
    /// <c>TUN_F_USO6</c>: UDP over IPv6 may come in super-frames (Linux 6.2 and newer); the kernel takes it only with <see cref="Uso4"/>.
    /// </summary>
    Uso6 = 0x40,

    /// <summary>Everything a frame on its way through this program may be.</summary>
    All = Checksum | Tso4 | Tso6 | TsoEcn | Uso4 | Uso6,
}
