using System.Text.Json.Nodes;
using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Iproute2;

namespace ActorNet.Shell;

/// <summary>
/// Carries out lines of the shell language: programs of iproute2 and verbs. Whatever a line says, the answer is a reply and never an exception. One line at a time.
/// Disposing gives back what it holds on a running topology: sockets, held drains, taps.
/// </summary>
public sealed class ShellSession : IAsyncDisposable
{
    /// <summary>Deepest nesting of <c>source</c>.</summary>
    public const int MaxSourceDepth = 8;

    /// <summary>Most lines that one <c>source</c> runs, those of nested files included.</summary>
    public const int MaxSourceLines = 100_000;

    private readonly ShellOptions _options;
    private int _sourceDepth;
    private int _sourceLines;
    private bool _tracing;

    /// <summary>A session on a lab; the lab remains its owner's.</summary>
    public ShellSession(IShellLab lab, ShellOptions? options = null)
    {
        Lab = lab;
        _options = options ?? new ShellOptions();
    }

    /// <summary>The lab.</summary>
    public IShellLab Lab { get; }

    /// <summary>Names of the namespaces, the initial one (empty) included.</summary>
    public async Task<IReadOnlyList<string>> NamespacesAsync()
    {
        var snapshot = (LabSnapshot)await Lab.AskAsync(TakeSnapshot.Instance).ConfigureAwait(false);
        return [.. snapshot.Namespaces.Select(n => n.Name)];
    }

    /// <summary>Carries a line out.</summary>
    /// <param name="line">One command, without line feeds; empty lines and comments do nothing.</param>
    public async Task<ShellReply> ExecuteAsync(string line)
    {
        var command = line.TrimStart();
        var mustFail = command.StartsWith('!');
        if (mustFail) command = command[1..];
        ShellReply reply;
        try
        {
            var words = CommandLine.Split(command);
            if (words.Count == 0) return ShellReply.Nothing;
            reply = await RunAsync(words).ConfigureAwait(false);
        }
        catch (Iproute2Exception wrong)
        {
            reply = Failed(wrong.Message);
        }
        catch (ShellException wrong)
        {
            reply = Failed(wrong.Message);
        }

        if (_tracing) reply = reply with { Trace = await TakeTraceAsync().ConfigureAwait(false) };
        return mustFail ? reply with { MustFail = true } : reply;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A lab of its own ends as a whole.
        if (!Lab.IsVirtual) await Lab.AskAsync(new LeaveDevices(Lab.Owner)).ConfigureAwait(false);
    }

    /// <summary>Follows frames from now on, or no longer.</summary>
    internal async Task SetTraceAsync(bool on)
    {
        if (await Lab.AskAsync(new SetTrace(Lab.Owner, on)).ConfigureAwait(false) is Refused refusal) throw new ShellException(refusal.Reason);
        _tracing = on;
    }

    /// <summary>Begins anew.</summary>
    internal async Task ResetAsync()
    {
        await Lab.ResetAsync().ConfigureAwait(false);
        _tracing = false;
    }

    /// <summary>Runs the lines of a file.</summary>
    internal async Task<IReadOnlyList<ShellLineReply>> SourceAsync(string file)
    {
        if (_options.ReadFile is not { } read) throw new ShellException("this session reads no files");
        if (_sourceDepth == MaxSourceDepth) throw new ShellException($"\"{file}\" is not read: {MaxSourceDepth} files are open already; does one of them source itself?");
        var text = await ReadAsync(read, file).ConfigureAwait(false);
        if (_sourceDepth == 0) _sourceLines = 0;
        _sourceDepth++;
        try
        {
            return await RunLinesAsync(file, text).ConfigureAwait(false);
        }
        finally
        {
            _sourceDepth--;
        }
    }

    internal static ShellException NoNamespace(string ns) => new($"Cannot open network namespace \"{ns}\": No such file or directory");

    private static async Task<string> ReadAsync(Func<string, Task<string>> read, string file)
    {
        try
        {
            return await read(file).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ShellException($"cannot read \"{file}\": {failure.Message}", failure);
        }
    }

    private async Task<IReadOnlyList<ShellLineReply>> RunLinesAsync(string file, string text)
    {
        var replies = new List<ShellLineReply>();
        foreach (var line in ShellScript.Lines(text))
        {
            if (++_sourceLines > MaxSourceLines) throw new ShellException($"{file}:{line.Number}: more than {MaxSourceLines} lines; the rest is not run");
            var reply = await ExecuteAsync(line.Text).ConfigureAwait(false);
            if (reply.IsEmpty) continue;
            replies.Add(new ShellLineReply(line.Number, line.Text, reply));
            if (reply.Ends) break;
        }

        return replies;
    }

    private static ShellReply Failed(string message, int exitCode = 1) => new() { ExitCode = exitCode, Error = message };

    private Task<ShellReply> RunAsync(IReadOnlyList<string> words)
    {
        if (ShellVerbs.Programs.Contains(words[0], StringComparer.Ordinal)) return RunProgramAsync(words);
        return ShellVerbs.Find(words[0]) is { } verb
            ? RunVerbAsync(verb, words)
            : throw new ShellException($"{words[0]}: command not found; \"help\" lists the commands");
    }

    private async Task<ShellReply> RunProgramAsync(IReadOnlyList<string> words)
    {
        var argv = _options.Json ? ProgramWords.WithJson(words) : words;
        var answer = await Lab.AskAsync(new ToNamespace(Lab.HomeNamespace, new RunCommand(argv))).ConfigureAwait(false);
        if (answer is not CommandDone { Result: var result }) return Failed(answer is Refused refusal ? refusal.Reason : $"unexpected answer {answer.GetType().Name}");
        var json = _options.Json ? ProgramWords.JsonOf(result.Output) : null;
        return new ShellReply
        {
            Ok = result.ExitCode == 0,
            ExitCode = result.ExitCode,
            Error = result.Error.TrimEnd('\n'),
            Text = string.IsNullOrWhiteSpace(result.Output) ? "" : result.Output,
            Json = json,
        };
    }

    private async Task<ShellReply> RunVerbAsync(ShellVerb verb, IReadOnlyList<string> words)
    {
        var reader = new WordReader([.. words.Skip(1)], verb.Usage);
        var ns = verb.TakesNamespace && reader.TryTake("-n") ? await NamedAsync(reader.Next("the namespace")).ConfigureAwait(false) : Lab.HomeNamespace;
        var call = new VerbCall(this, verb, ns, reader);
        await verb.Run(call).ConfigureAwait(false);
        return call.Lines is { } lines ? Summary(lines) : new ShellReply { Ok = true, Text = call.Text, Json = Text(call.Json), Ends = call.Ends };
    }

    /// <summary>The initial namespace has no name that a command could use.</summary>
    private async Task<string> NamedAsync(string ns)
    {
        if (ns.Length == 0) throw NoNamespace(ns);
        var names = await NamespacesAsync().ConfigureAwait(false);
        return names.Contains(ns, StringComparer.Ordinal) ? ns : throw NoNamespace(ns);
    }

    private async Task<ShellTrace?> TakeTraceAsync()
    {
        try
        {
            var traced = (Traced)await Lab.AskAsync(new TakeTrace(Lab.Owner)).ConfigureAwait(false);
            if (traced.Hops.Count == 0) return null;
            return new ShellTrace([.. traced.Hops.Select(h => new ShellHop(new Instant(h.Time.Since(Lab.Origin)), h.Frame, h.Namespace, h.Device, TraceText.Word(h.Step), h.Detail, h.Length))], traced.Lost);
        }
        catch (ShellException)
        {
            // A lab that does not come to rest has said so in the reply itself.
            return null;
        }
    }

    private static ShellReply Summary(IReadOnlyList<ShellLineReply> lines)
    {
        var wrong = lines.FirstOrDefault(l => !l.Reply.AsExpected);
        var ends = lines.Count > 0 && lines[^1].Reply.Ends;
        return wrong is null
            ? new ShellReply { Ok = true, Lines = lines, Ends = ends }
            : Failed($"line {wrong.Number}: {(wrong.Reply.Ok ? "the command succeeded although it must fail" : wrong.Reply.Error)}") with { Lines = lines, Ends = ends };
    }

    private static string? Text(JsonNode? json) => json?.ToJsonString(ShellJson.Options);
}
