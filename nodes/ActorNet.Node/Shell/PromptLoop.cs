using ActorNet.Node.Cli;
using ActorNet.Node.Shell.Completion;
using ActorNet.Node.Shell.Editing;
using ActorNet.Node.Shell.Help;
using ActorNet.Node.Shell.Showing;

namespace ActorNet.Node.Shell;

/// <summary>The prompt: reads a line from the terminal, carries it out, shows what came of it, until there are no more.</summary>
internal sealed class PromptLoop : IDisposable
{
    private const string PromptStyle = "1;32";
    private const string MorePrompt = "> ";

    private readonly ILineRunner _runner;
    private readonly ReplyPrinter _printer;
    private readonly History _history = new();
    private readonly HistoryFile _file;
    private readonly TerminalReader _reader;
    private readonly Interrupts _interrupts = new();
    private readonly Continuation _lines = new();

    /// <summary>A prompt on the terminal of this process.</summary>
    /// <param name="runner">Carries lines out.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="plain">Without colours.</param>
    public PromptLoop(ILineRunner runner, Terminal terminal, bool plain)
    {
        _runner = runner;
        _printer = new ReplyPrinter(terminal, plain);
        _file = new HistoryFile(HistoryFile.DefaultPath(), terminal.Complain);
        var names = new ReplyNames(AskAsync);
        _reader = new TerminalReader(terminal.Output, _history, new Completer(ShellGrammar.Line, names), _printer.IsColoured ? PromptStyle : "");
    }

    /// <summary>Runs until Ctrl-D or 'exit'.</summary>
    public async Task RunAsync()
    {
        _file.Load(_history);
        while (true)
        {
            var prompt = _lines.Before.Length > 0 ? MorePrompt : $"actornet {_runner.Place}> ";
            _interrupts.Forget();
            var (outcome, line) = await _reader.ReadAsync(prompt, _lines.Before).ConfigureAwait(false);
            if (outcome == EditOutcome.Ended) return;
            if (outcome == EditOutcome.Dropped) _lines.Drop();
            else if (_lines.Take(line) is { } command && !await TakeAsync(command).ConfigureAwait(false)) return;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupts.Dispose();
        _reader.Dispose();
    }

    /// <summary>Carries a command out; false when it was the last.</summary>
    private async Task<bool> TakeAsync(string command)
    {
        if (_history.Add(command)) _file.Append(command);
        var words = LineWords.Of(command + " ").Complete;
        if (words.Count == 0) return true;
        if (words[0] is not "help") return await RunAsync(command, words[0].TrimStart('!')).ConfigureAwait(false);
        if (HelpPrinter.Print(_printer.Console, [.. words.Skip(1)]) is { } complaint) _printer.Complain(complaint);
        return true;
    }

    /// <summary>Carries a line out and shows what came of it; false when it says that it was the last.</summary>
    private async Task<bool> RunAsync(string command, string verb)
    {
        try
        {
            var reply = await _interrupts.DuringAsync(stop => _runner.RunAsync(command, stop)).ConfigureAwait(false);
            _printer.Print(verb, reply);
            return !reply.Ends;
        }
        catch (OperationCanceledException)
        {
            _printer.Complain("given up; what the line had begun may be half done");
        }
        catch (NodeException failure)
        {
            _printer.Complain(failure.Message);
        }

        return true;
    }

    /// <summary>Asks for names; a question that fails has no answer.</summary>
    private async Task<string?> AskAsync(string line)
    {
        try
        {
            var reply = await _runner.RunAsync(line, CancellationToken.None).ConfigureAwait(false);
            return reply.Ok ? reply.Json ?? reply.Text : null;
        }
        catch (NodeException)
        {
            // The line that is being typed will say why.
            return null;
        }
    }
}
