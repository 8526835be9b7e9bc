using ActorNet.Core;

namespace ActorNet.Shell;

/// <summary>Stations of frames on their way, in the order in which they happened.</summary>
/// <param name="Hops">The stations.</param>
/// <param name="Lost">Further ones that there was no room for.</param>
public sealed record ShellTrace(IReadOnlyList<ShellHop> Hops, long Lost);

/// <summary>One station of one frame.</summary>
/// <param name="Time">When, since the session began.</param>
/// <param name="Frame">Number of the frame; copies keep the number of their original.</param>
/// <param name="Namespace">Namespace of the device; empty for the initial one.</param>
/// <param name="Device">The device.</param>
/// <param name="Step">What happened there: one word such as <c>rx</c>, <c>redirect</c>, <c>enqueue</c>, <c>drop</c>.</param>
/// <param name="Detail">The particulars: a verdict, the other device, a qdisc, a reason; empty when there are none.</param>
/// <param name="Length">Length of the frame there, in bytes.</param>
public sealed record ShellHop(Instant Time, ulong Frame, string Namespace, string Device, string Step, string Detail, int Length);
