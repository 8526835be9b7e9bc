namespace ActorNet.Linux.Hosts;

#pragma warning disable RCS1194 // There is no failure without a host.

/// <summary>Hosts could not be made. All of them were undone; the message has a line for each failure.</summary>
public sealed class HostNetworkException : Exception
{
    internal HostNetworkException(IReadOnlyList<HostFailure> failures, Exception? inner = null)
        : base(string.Join(Environment.NewLine, failures), inner) => Failures = failures;

    /// <summary>Every failure that was found, at least one.</summary>
    public IReadOnlyList<HostFailure> Failures { get; }
}
