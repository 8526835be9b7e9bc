using ActorNet.Core;
using ActorNet.Core.Devices;

namespace ActorNet.Actors.Messages;

/// <summary>To a lab: follow every frame from now on, or no longer. Answered with <see cref="Done"/>, or <see cref="Refused"/> when too many do.</summary>
/// <param name="Owner">Who wants to know.</param>
/// <param name="On">Follow rather than stop.</param>
public sealed record SetTrace(long Owner, bool On);

/// <summary>To a lab: what happened to frames since the last such request? Answered with <see cref="Traced"/>.</summary>
/// <param name="Owner">Who wants to know.</param>
public sealed record TakeTrace(long Owner);

/// <summary>Answer to <see cref="TakeTrace"/>.</summary>
/// <param name="Hops">Stations of frames, in the order in which they happened.</param>
/// <param name="Lost">Further ones that there was no room for.</param>
public sealed record Traced(IReadOnlyList<TracedHop> Hops, long Lost);

/// <summary>One station of one frame.</summary>
/// <param name="Time">When, on the lab's clock.</param>
/// <param name="Frame">Number of the frame, from 1; copies keep that of their original.</param>
/// <param name="Namespace">Namespace of the device; empty when the frame is on none.</param>
/// <param name="Device">The device; empty when the frame is on none.</param>
/// <param name="Step">The station.</param>
/// <param name="Detail">The particulars.</param>
/// <param name="Length">Bytes of the frame as that station sees it.</param>
public sealed record TracedHop(Instant Time, ulong Frame, string Namespace, string Device, FrameStep Step, string Detail, int Length);
