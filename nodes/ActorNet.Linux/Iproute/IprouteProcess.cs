using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ActorNet.Linux.Iproute;

/// <summary>What a run of a program of iproute2 left.</summary>
internal sealed record IprouteRun(string Program, int ExitCode, string Output, string Errors);

/// <summary>Runs a program of iproute2 with given input, and takes a bounded amount of what it prints.</summary>
internal static class IprouteProcess
{
    /// <summary>Most characters taken from each of its outputs.</summary>
    internal const int MaxCharacters = 64 << 20;

    /// <summary>Runs the program to its end; it is killed when cancelled.</summary>
    /// <exception cref="IpBatchException">It is not installed, or prints too much.</exception>
    internal static async Task<IprouteRun> RunAsync(ProcessStartInfo info, string input, CancellationToken stop)
    {
        info.UseShellExecute = false;
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        using var process = Start(info);
        try
        {
            // All three at once: a program that waits for its reader must not wait for its writer.
            var feeding = FeedAsync(process.StandardInput, input, stop);
            var output = ReadAsync(process.StandardOutput, stop);
            var errors = ReadAsync(process.StandardError, stop);
            await Task.WhenAll(feeding, output, errors, process.WaitForExitAsync(stop)).ConfigureAwait(false);
            return new IprouteRun(info.FileName, process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info) ?? throw new IpBatchException($"the system started no process for '{info.FileName}'.");
        }
        catch (Win32Exception failure)
        {
            string remedy = "Install iproute2 (apt-get install iproute2).";
            throw new IpBatchException($"'{info.FileName}' cannot be started: {failure.Message}. {remedy}", failure);
        }
    }

    private static async Task FeedAsync(StreamWriter writer, string input, CancellationToken stop)
    {
        try
        {
            await writer.WriteAsync(input.AsMemory(), stop).ConfigureAwait(false);
            writer.Close();
        }
        catch (IOException)
        {
            // The program ended before it read everything (a word it could not parse). Its exit code and its words tell.
            writer.BaseStream.Close();
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken stop)
    {
        var text = new StringBuilder();
        char[] piece = new char[4096];
        while (true)
        {
            int count = await reader.ReadAsync(piece.AsMemory(), stop).ConfigureAwait(false);
            if (count == 0) return text.ToString();
            if (text.Length + count > MaxCharacters) throw new IpBatchException($"iproute2 printed more than {MaxCharacters} characters.");
            text.Append(piece, 0, count);
        }
    }
}
