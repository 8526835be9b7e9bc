using System.Globalization;
using ActorNet.Linux.Native;

namespace ActorNet.Linux;

/// <summary>
/// A process that cannot be mistaken for a later one of the same number: a pidfd (Linux 5.3) together with the start time of
/// <c>/proc/PID/stat</c>.
/// </summary>
public sealed class ProcessHandle : IDisposable
{
    private readonly int _descriptor;

    private ProcessHandle(int descriptor, int processId, long startTicks)
    {
        _descriptor = descriptor;
        ProcessId = processId;
        StartTicks = startTicks;
    }

    /// <summary>Its process number.</summary>
    public int ProcessId { get; }

    /// <summary>When it started, in clock ticks since the machine started: field 22 of <c>/proc/PID/stat</c>.</summary>
    public long StartTicks { get; }

    /// <summary>Opens a process; null when there is none of that number, or it has ended and only waits for its parent.</summary>
    public static ProcessHandle? Open(int processId)
    {
        if (processId <= 0) return null;
        int descriptor = LibC.PidFdOpen(processId);
        if (descriptor == -Errno.ESRCH) return null;
        if (descriptor < 0) throw new LinuxException($"pidfd_open of process {processId}", -descriptor);
        // The start time is read after the descriptor exists: if the number had changed hands before, the descriptor is the newcomer's too.
        long? started = ReadStartTicks(processId);
        if (started is not null) return new ProcessHandle(descriptor, processId, started.Value);
        LibC.Close(descriptor);
        return null;
    }

    /// <summary>Ends the process at once (SIGKILL).</summary>
    /// <returns>False when it had ended already.</returns>
    public bool Kill() => Signal(LibC.SIGKILL);

    /// <summary>Asks the process to end (SIGTERM).</summary>
    /// <returns>False when it had ended already.</returns>
    public bool Terminate() => Signal(LibC.SIGTERM);

    /// <summary>Waits until it has ended.</summary>
    /// <returns>False when the time was over.</returns>
    public bool WaitForExit(TimeSpan timeout) => LibC.WaitFor(_descriptor, LibC.POLLIN, (int)timeout.TotalMilliseconds);

    /// <summary>Closes the handle; the process goes on.</summary>
    public void Dispose() => LibC.Close(_descriptor);

    internal void SignalAndDispose(int signal)
    {
        Signal(signal);
        Dispose();
    }

    private bool Signal(int signal)
    {
        int outcome = LibC.PidFdSendSignal(_descriptor, signal);
        if (outcome == 0) return true;
        return outcome == -Errno.ESRCH ? false : throw new LinuxException($"signal {signal} to process {ProcessId}", -outcome);
    }

    private static long? ReadStartTicks(int processId)
    {
        string stat;
        try
        {
            stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        }
        catch (IOException)
        {
            return null;
        }
        // The second field is the program's name in parentheses and may itself contain blanks and parentheses.
        string[] fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
    }
}
