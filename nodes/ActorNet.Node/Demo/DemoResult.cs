using ActorNet.Node.Showing;

namespace ActorNet.Node.Demo;

/// <summary>What a demonstration saw; <c>demo --json</c> prints it.</summary>
/// <param name="Kind">real: hosts of the machine; virtual: hosts made of code on a virtual clock.</param>
/// <param name="Why">Why it was not the real one; null when it was.</param>
/// <param name="PingsSent">Echo requests from alice to bob.</param>
/// <param name="PingMilliseconds">Round-trip times of the replies.</param>
/// <param name="LoadedPingMilliseconds">The same while the transfer fills the shaper's queue.</param>
/// <param name="Transfer">What was transferred, in words.</param>
/// <param name="TransferMegabits">How fast it arrived: payload, in Mbit/s.</param>
/// <param name="Hops">The way of the frames.</param>
/// <param name="Counters">All counters.</param>
internal sealed record DemoResult(
    string Kind, string? Why, int PingsSent, IReadOnlyList<double> PingMilliseconds, IReadOnlyList<double> LoadedPingMilliseconds,
    string Transfer, double TransferMegabits, IReadOnlyList<Hop> Hops, ShowReport Counters);

/// <summary>A station on the way of the frames.</summary>
/// <param name="Where">Device, qdisc, queue or action.</param>
/// <param name="What">What it did.</param>
/// <param name="Frames">Frames that went on from there; a super-frame counts once at a device, as its segments at a qdisc.</param>
/// <param name="Bytes">Their bytes; -1 where nobody counts bytes.</param>
/// <param name="Dropped">Frames that ended there.</param>
/// <param name="Why">Why they ended, or what waits.</param>
internal sealed record Hop(string Where, string What, long Frames, long Bytes, long Dropped, string Why);
