using System.Globalization;
using System.Text.Json;

namespace ActorNet.Shell;

/// <summary>Runs scripts: lines in, answers out, an exit code.</summary>
public static class ShellBatch
{
    /// <summary>Runs lines until they end, or one says <c>exit</c>. A line that fails does not stop the rest.</summary>
    /// <param name="session">Carries them out.</param>
    /// <param name="input">The lines.</param>
    /// <param name="output">Commands, each with its output; or one JSON object per command.</param>
    /// <param name="error">Lines that did not do what they should, with their numbers; not used with JSON.</param>
    /// <param name="json">JSON rather than text.</param>
    /// <returns>0, or 1 if a line did not do what it should.</returns>
    public static Task<int> RunAsync(ShellSession session, TextReader input, TextWriter output, TextWriter error, bool json) =>
        RunAsync(session.ExecuteAsync, input, output, error, json);

    /// <summary>The same for lines that are carried out elsewhere.</summary>
    /// <param name="execute">Carries a line out, as <see cref="ShellSession.ExecuteAsync"/> does.</param>
    /// <param name="input">The lines.</param>
    /// <param name="output">Commands, each with its output; or one JSON object per command.</param>
    /// <param name="error">Errors of commands, with the number of the line; not used with JSON.</param>
    /// <param name="json">JSON rather than text.</param>
    /// <returns>0, or 1 if a line did not do what it should.</returns>
    public static async Task<int> RunAsync(Func<string, Task<ShellReply>> execute, TextReader input, TextWriter output, TextWriter error, bool json)
    {
        var script = new ShellScript();
        var exitCode = 0;
        while (true)
        {
            var physical = await input.ReadLineAsync().ConfigureAwait(false);
            var line = physical is null ? script.End() : script.Add(physical);
            if (line is { } command)
            {
                var reply = await execute(command.Text).ConfigureAwait(false);
                await PrintAsync(new ShellLineReply(command.Number, command.Text, reply), output, error, json).ConfigureAwait(false);
                if (!reply.AsExpected) exitCode = 1;
                if (reply.Ends) return exitCode;
            }

            if (physical is null) return exitCode;
        }
    }

    /// <summary>One line's answer as one line of JSON: line, cmd, ok, error, output, trace.</summary>
    public static string Json(ShellLineReply line)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ShellJson.Writer)) ReplyWriter.Write(writer, line);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static async Task PrintAsync(ShellLineReply line, TextWriter output, TextWriter error, bool json)
    {
        var reply = line.Reply;
        if (reply.IsEmpty) return;
        if (json)
        {
            await output.WriteLineAsync(Json(line)).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return;
        }

        await output.WriteAsync("> " + line.Command + "\n").ConfigureAwait(false);
        foreach (var inner in reply.Lines ?? []) await PrintAsync(inner, output, error, json).ConfigureAwait(false);
        await output.WriteAsync(Text(reply)).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        if (reply.Error.Length > 0 && reply.AsExpected) await output.WriteAsync(reply.Error + "\n").ConfigureAwait(false);
        if (Complaint(line) is { } complaint) await error.WriteAsync(complaint).ConfigureAwait(false);
        await error.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>What is to be said of a line that did not do what it should; files have said it line by line.</summary>
    private static string? Complaint(ShellLineReply line)
    {
        if (line.Reply.AsExpected || line.Reply.Lines is not null) return null;
        var what = line.Reply.Ok ? "the command succeeded although it must fail" : line.Reply.Error;
        return string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: {what}\n");
    }

    /// <summary>Output and trace of a reply, for people.</summary>
    private static string Text(ShellReply reply)
    {
        var text = reply.Text.Length == 0 || reply.Text.EndsWith('\n') ? reply.Text : reply.Text + "\n";
        return reply.Trace is { } trace ? text + TraceText.Of(trace) : text;
    }
}
