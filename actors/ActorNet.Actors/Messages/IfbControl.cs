namespace ActorNet.Actors.Messages;

/// <summary>To a namespace: how are the queues of an IFB? Answered with <see cref="IfbQueues"/>.</summary>
/// <param name="Device">Name of the device.</param>
public sealed record QueryIfbQueues(string Device) : IDeviceRequest;

/// <summary>To a namespace: the drains of an IFB wait for <see cref="StepDrain"/> from now on, or run again. Answered with <see cref="Done"/>.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Hold">Wait rather than run.</param>
/// <param name="Owner">Who holds: what it holds is released when it leaves.</param>
public sealed record HoldDrains(string Device, bool Hold, long Owner) : IDeviceRequest;

/// <summary>To a namespace: one drain turn of one queue of an IFB that is held. Answered with <see cref="DrainStepped"/>.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Queue">Number of the queue.</param>
public sealed record StepDrain(string Device, int Queue) : IDeviceRequest;

/// <summary>Answer to <see cref="QueryIfbQueues"/>.</summary>
/// <param name="Queues">By number.</param>
public sealed record IfbQueues(IReadOnlyList<IfbQueueState> Queues);

/// <summary>Answer to <see cref="StepDrain"/>.</summary>
/// <param name="Ran">A drain was pending and has run.</param>
/// <param name="State">The queue afterwards.</param>
public sealed record DrainStepped(bool Ran, IfbQueueState State);

/// <summary>A queue of an IFB at one moment.</summary>
/// <param name="Queue">Number.</param>
/// <param name="Rq">Frames that arrived and wait for a drain.</param>
/// <param name="Tq">Frames that a drain left.</param>
/// <param name="Pending">A drain is scheduled.</param>
/// <param name="Stopped">The device may hand over nothing.</param>
/// <param name="Credit">Frames the device may hand over before it must stop.</param>
public sealed record IfbQueueState(int Queue, int Rq, int Tq, bool Pending, bool Stopped, int Credit);
