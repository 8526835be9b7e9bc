namespace ActorNet.Linux.Tap;

/// <summary>What became of a frame that was written to a TAP.</summary>
public enum TapWrite
{
    /// <summary>The kernel has taken a copy.</summary>
    Written = 0,

    /// <summary>The kernel's buffer for this descriptor is full; keep the frame and write again when the descriptor is writable.</summary>
    WouldBlock = 1,

    /// <summary>The kernel will not take this frame; drop it. <see cref="TapQueue.Refusals"/> has counted why.</summary>
    Refused = 2,
}
