namespace ActorNet.Actors.Messages;

/// <summary>To a namespace: the actor of a device is to throw, as if it had a bug. Answered with <see cref="Done"/> just before; then supervision does its work.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Queue">The actor of this queue of an IFB instead; null for the device's own.</param>
public sealed record CrashActor(string Device, int? Queue = null) : IDeviceRequest;

/// <summary>What an actor throws that is told to.</summary>
#pragma warning disable RCS1194 // without a place there is no such exception
public sealed class InjectedFaultException : Exception
{
    /// <summary>Names the place.</summary>
    /// <param name="place">The device, and its queue.</param>
    public InjectedFaultException(string place)
        : base($"{place} was told to fail.")
    {
    }
}

/// <summary>
/// To a lab on a virtual clock: whoever drives it does so on this thread from now on, so frames are rented and returned here. Answered with <see cref="Done"/>. Only for a lab at rest.
/// </summary>
public sealed class MoveToThread
{
    private MoveToThread()
    {
    }

    /// <summary>The only one.</summary>
    public static MoveToThread Instance { get; } = new();
}
