namespace ActorNet.Linux.Tap;

#pragma warning disable RCS1194 // Only a queue can tell that its interface is gone.

/// <summary>The interface behind a TAP queue does not exist any more: someone deleted it, or its namespace is gone.</summary>
public sealed class TapClosedException : LinuxException
{
    internal TapClosedException(string name, int errorNumber)
        : base($"read from TAP '{name}'", errorNumber, "The interface was deleted or its namespace removed; make the TAP anew.")
    {
    }
}
