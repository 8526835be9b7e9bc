using ActorNet.Linux.Namespaces;

namespace ActorNet.Node.Bench;

/// <summary>Counters of an interface in another namespace, read without a process in between.</summary>
internal static class InterfaceCounters
{
    // That of the thread: the one without "thread-" shows the namespace of the first thread.
    private const string Table = "/proc/thread-self/net/dev";

    /// <summary>Frames received so far; null when there is no such interface.</summary>
    public static long? Received(NetworkNamespace space, string device) => TapReadings.Received(space.Run(() => File.ReadAllText(Table)), device);
}
