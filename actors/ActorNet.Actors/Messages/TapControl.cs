namespace ActorNet.Actors.Messages;

/// <summary>To a namespace: take the far end of a TAP endpoint, as a program that opens it. Carrier comes. Answered with <see cref="Done"/>.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Owner">Who has it open.</param>
public sealed record PlugTap(string Device, long Owner) : IDeviceRequest;

/// <summary>To a namespace: let go of the far end; what was not read is lost. Answered with <see cref="Done"/>.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Owner">Who has it open.</param>
public sealed record UnplugTap(string Device, long Owner) : IDeviceRequest;

/// <summary>To a namespace: read everything that waits at the far end. Answered with <see cref="TapRead"/>.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Owner">Who has it open.</param>
public sealed record ReadTap(string Device, long Owner) : IDeviceRequest;

/// <summary>Answer to <see cref="ReadTap"/>.</summary>
/// <param name="Frames">The frames, in order.</param>
public sealed record TapRead(IReadOnlyList<ReadOnlyMemory<byte>> Frames);
