using ActorNet.Fuzz.Tests.Harness;
using ActorNet.TestKit;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>Frames that a probe of the TestKit has captured: their headers are read as far as they are whole.</summary>
public sealed class CapturedFrameTests
{
    [Fact]
    public void Headers_are_read_as_far_as_they_are_whole() => Fuzzer.OfBytes("captured frame", static s => ByteMutator.Mutate(s, Corpus.Frames, 400), static bytes =>
    {
        var frame = new CapturedFrame("lab:alice", 0, FrameDirection.In, 1, bytes);
        if (frame.Payload.Length > bytes.Length) throw new InvalidOperationException("The payload is longer than the frame.");
        if (frame.ToString().Any(char.IsControl)) throw new InvalidOperationException($"\"{frame}\" would disturb a terminal.");
        if (frame is { Udp: not null, Tcp: not null } or { IPv4: not null, IPv6: not null }) throw new InvalidOperationException("Two headers in one place.");
    }).Run(30_000);
}
