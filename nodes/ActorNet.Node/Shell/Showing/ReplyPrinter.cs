using System.Text.Json;
using ActorNet.Node.Cli;
using ActorNet.Shell;
using Spectre.Console;

namespace ActorNet.Node.Shell.Showing;

/// <summary>Shows what a line has led to, to a person.</summary>
internal sealed class ReplyPrinter
{
    private readonly Terminal _terminal;

    /// <summary>Shows on a terminal.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="plain">Without colours.</param>
    public ReplyPrinter(Terminal terminal, bool plain)
    {
        _terminal = terminal;
        IsColoured = terminal.OutputIsScreen && Terminal.ColourAllowed && !plain;
        Console = terminal.Tables();
        if (!IsColoured) Console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        if (!IsColoured) Console.Profile.Capabilities.Ansi = false;
    }

    /// <summary>Colours are welcome.</summary>
    public bool IsColoured { get; }

    /// <summary>Tables.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Shows a reply: the journeys of frames first, then what the command says.</summary>
    /// <param name="verb">First word of the line.</param>
    /// <param name="reply">What came of it.</param>
    public void Print(string verb, ShellReply reply)
    {
        if (reply.Trace is { Hops.Count: > 0 } trace) TracePrinter.Write(Console, trace);
        foreach (var line in reply.Lines ?? []) Print(line.Command.Split(' ')[0], line.Reply);
        if (!TryWriteTable(verb, reply.Json)) WriteText(reply.Text);
        if (reply.Error.Length > 0) Complain(reply.Error);
        if (reply is { MustFail: true, Ok: true }) Complain("the command succeeded although it must fail");
    }

    /// <summary>Shows an error, in red where colours are welcome.</summary>
    public void Complain(string error)
    {
        _terminal.Output.Flush();
        _terminal.Error.WriteLine(IsColoured ? $"\e[31m{error}\e[0m" : error);
    }

    private bool TryWriteTable(string verb, string? text)
    {
        if (text is null) return false;
        using var json = JsonDocument.Parse(text);
        return VerbTables.TryWrite(Console, verb, json.RootElement);
    }

    private void WriteText(string text)
    {
        if (text.Length == 0) return;
        _terminal.Output.Write(text);
        if (!text.EndsWith('\n')) _terminal.Output.WriteLine();
    }
}
