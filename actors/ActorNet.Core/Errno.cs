namespace ActorNet.Core;

/// <summary>Error numbers of Linux that configuration answers with (<c>include/uapi/asm-generic/errno*.h</c>).</summary>
public enum Errno
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>Operation not permitted.</summary>
    EPERM = 1,

    /// <summary>No such file or directory.</summary>
    ENOENT = 2,

    /// <summary>No such process.</summary>
    ESRCH = 3,

    /// <summary>Input/output error.</summary>
    EIO = 5,

    /// <summary>Resource temporarily unavailable.</summary>
    EAGAIN = 11,

    /// <summary>Cannot allocate memory.</summary>
    ENOMEM = 12,

    /// <summary>Device or resource busy.</summary>
    EBUSY = 16,

    /// <summary>File exists.</summary>
    EEXIST = 17,

    /// <summary>No such device.</summary>
    ENODEV = 19,

    /// <summary>Invalid argument.</summary>
    EINVAL = 22,

    /// <summary>Too many open files in system: a name template has no number left.</summary>
    ENFILE = 23,

    /// <summary>No space left on device: a range of numbers is used up.</summary>
    ENOSPC = 28,

    /// <summary>Numerical result out of range.</summary>
    ERANGE = 34,

    /// <summary>Too many levels of symbolic links.</summary>
    ELOOP = 40,

    /// <summary>Message too long.</summary>
    EMSGSIZE = 90,

    /// <summary>Protocol not supported.</summary>
    EPROTONOSUPPORT = 93,

    /// <summary>Operation not supported.</summary>
    EOPNOTSUPP = 95,

    /// <summary>Address family not supported by protocol.</summary>
    EAFNOSUPPORT = 97,

    /// <summary>Address already in use.</summary>
    EADDRINUSE = 98,

    /// <summary>Cannot assign requested address.</summary>
    EADDRNOTAVAIL = 99,

    /// <summary>Network is down.</summary>
    ENETDOWN = 100,

    /// <summary>No buffer space available.</summary>
    ENOBUFS = 105,

    /// <summary>Transport endpoint is not connected: a veth without its far end.</summary>
    ENOTCONN = 107,
}

/// <summary>A refused configuration request: nothing was changed.</summary>
public sealed class RtnlException : Exception
{
    /// <summary>A refusal with an error number only; iproute2 prints its <c>strerror</c> text.</summary>
    public RtnlException(Errno errno)
        : base(Describe(errno)) => Errno = errno;

    /// <summary>A refusal that the kernel explains (extended acknowledgement).</summary>
    /// <param name="errno">The error number.</param>
    /// <param name="sentence">The kernel's sentence, as iproute2 prints it behind <c>Error: </c>.</param>
    public RtnlException(Errno errno, string sentence)
        : base(sentence)
    {
        Errno = errno;
        Sentence = sentence;
    }

    /// <summary>Why.</summary>
    public Errno Errno { get; }

    /// <summary>The kernel's own sentence; null when there is only the number.</summary>
    public string? Sentence { get; }

    /// <summary>What iproute2 prints: the sentence, or the number's text.</summary>
    public string Iproute2Text => Sentence is null ? "RTNETLINK answers: " + Message : "Error: " + Sentence;

    /// <summary>The text of <c>strerror(3)</c>.</summary>
    public static string Describe(Errno errno) => errno switch
    {
        Errno.None => "Success",
        Errno.EPERM => "Operation not permitted",
        Errno.ENOENT => "No such file or directory",
        Errno.ESRCH => "No such process",
        Errno.EIO => "Input/output error",
        Errno.EAGAIN => "Resource temporarily unavailable",
        Errno.ENOMEM => "Cannot allocate memory",
        Errno.EBUSY => "Device or resource busy",
        Errno.EEXIST => "File exists",
        Errno.ENODEV => "No such device",
        Errno.EINVAL => "Invalid argument",
        Errno.ENFILE => "Too many open files in system",
        Errno.ENOSPC => "No space left on device",
        Errno.ERANGE => "Numerical result out of range",
        Errno.ELOOP => "Too many levels of symbolic links",
        Errno.EMSGSIZE => "Message too long",
        Errno.EPROTONOSUPPORT => "Protocol not supported",
        Errno.EOPNOTSUPP => "Operation not supported",
        Errno.EAFNOSUPPORT => "Address family not supported by protocol",
        Errno.EADDRINUSE => "Address already in use",
        Errno.EADDRNOTAVAIL => "Cannot assign requested address",
        Errno.ENETDOWN => "Network is down",
        Errno.ENOBUFS => "No buffer space available",
        Errno.ENOTCONN => "Transport endpoint is not connected",
        _ => "Unknown error " + (int)errno,
    };
}
