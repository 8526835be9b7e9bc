namespace ActorNet.Hosts.Icmp;

/// <summary>What came of a ping.</summary>
/// <param name="Sent">Requests sent.</param>
/// <param name="RoundTrips">Round-trip times in nanoseconds in the order of arrival.</param>
/// <param name="Duplicates">Replies that had come before.</param>
/// <param name="Errors">Requests that were answered with an error.</param>
public sealed record PingResult(int Sent, IReadOnlyList<long> RoundTrips, int Duplicates, int Errors);
