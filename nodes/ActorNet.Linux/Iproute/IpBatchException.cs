namespace ActorNet.Linux.Iproute;

/// <summary>iproute2 could not be run at all: not installed, no such namespace, or it did not come to an end in time.</summary>
public sealed class IpBatchException : Exception
{
    /// <inheritdoc/>
    public IpBatchException()
        : this("iproute2 could not be run")
    {
    }

    /// <inheritdoc/>
    public IpBatchException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IpBatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
