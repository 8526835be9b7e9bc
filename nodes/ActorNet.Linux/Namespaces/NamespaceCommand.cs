using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorNet.Linux.Namespaces;

/// <summary>
/// Runs a program inside a named namespace through <c>ip netns exec</c>, which also shows it the namespace's <c>/sys</c> and
/// <c>/etc/netns</c>.
/// </summary>
public static class NamespaceCommand
{
    /// <summary>
    /// Runs a program with this process's terminal, input and output and waits for it. Ctrl-C reaches the program, not this process,
    /// while it
    /// runs; a SIGTERM to this process is passed on.
    /// </summary>
    /// <param name="namespaceName">The namespace, as in <c>ip netns list</c>.</param>
    /// <param name="program">The program; found on the path like in a shell, but no shell reads it.</param>
    /// <param name="arguments">Its arguments, each one word whatever it contains.</param>
    /// <param name="stop">Ends the program with SIGKILL when cancelled.</param>
    /// <returns>The program's exit code; 128 + n when signal n ended it, 255 when <c>ip</c> could not start it (it says why on standard
    /// error).</returns>
    /// <exception cref="ArgumentException">The name cannot be used, or the program is empty.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program has ended.</exception>
    public static async Task<int> RunAsync(
        string namespaceName, string program, IEnumerable<string> arguments, CancellationToken stop = default)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ignore);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Ignore);
        using var process = Start(StartInfo(namespaceName, program, arguments));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => PassOn(context, process.Id));
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>How such a program is started; for callers who want to redirect its input or output.</summary>
    /// <exception cref="ArgumentException">The name cannot be used, or the program is empty.</exception>
    public static ProcessStartInfo StartInfo(string namespaceName, string program, IEnumerable<string> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        var info = new ProcessStartInfo("ip") { UseShellExecute = false };
        info.ArgumentList.Add("netns");
        info.ArgumentList.Add("exec");
        info.ArgumentList.Add(NamespaceName.Check(namespaceName).Text);
        info.ArgumentList.Add(program);
        foreach (string argument in arguments) info.ArgumentList.Add(argument);
        return info;
    }

    private static Process Start(ProcessStartInfo info) =>
        Process.Start(info) ?? throw new InvalidOperationException("the system started no process for 'ip'.");

    // The terminal sends these to the whole foreground group: the program has them already.
    private static void Ignore(PosixSignalContext context) => context.Cancel = true;

    private static void PassOn(PosixSignalContext context, int processId)
    {
        context.Cancel = true;
        ProcessHandle.Open(processId)?.SignalAndDispose(Native.LibC.SIGTERM);
    }
}
