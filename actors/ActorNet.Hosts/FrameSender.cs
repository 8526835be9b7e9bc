namespace ActorNet.Hosts;

/// <summary>Takes a frame that a host sends, from its Ethernet header on. It is borrowed for the call; the host must not be called from inside it.</summary>
public delegate void FrameSender(ReadOnlySpan<byte> frame);
