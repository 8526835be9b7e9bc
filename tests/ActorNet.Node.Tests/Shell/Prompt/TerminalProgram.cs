using System.Diagnostics;
using System.Text;
using ActorNet.Linux.Terminals;
using ActorNet.Node.Tests.Harness;
using ActorNet.Node.Tests.Shell.Editing;

namespace ActorNet.Node.Tests.Shell.Prompt;

/// <summary>The program on a terminal of its own: what is typed goes through the kernel's terminal, what it prints stands on a screen.</summary>
internal sealed class TerminalProgram : IDisposable
{
    /// <summary>Prints the terminal's settings before and after the program, and its exit code.</summary>
    private const string Script = "exec setsid -w -c sh -c 'stty -g; \"$@\"; echo \"left with $?\"; stty -g' sh \"$@\" <>\"$0\" >&0 2>&0";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PseudoTerminal _terminal;
    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private VirtualScreen _screen;
    private string _pending = "";

    public TerminalProgram(int columns, int rows, IReadOnlyList<(string Name, string Value)> environment, params IReadOnlyList<string> words)
    {
        _terminal = PseudoTerminal.Open(columns, rows);
        _screen = new VirtualScreen(columns, rows);
        var info = Programs.Info("sh", ["-c", Script, _terminal.Path, "dotnet", Actornet.Library, .. words]);
        info.Environment["TERM"] = "xterm";
        foreach (var (name, value) in environment) info.Environment[name] = value;
        _process = Process.Start(info)!;
    }

    /// <summary>What stands on the screen.</summary>
    public string Screen => _screen.Text;

    /// <summary>Everything that was printed, sequences included.</summary>
    public string Printed => _printed.ToString();

    public void Type(string text) => _terminal.Write(Encoding.UTF8.GetBytes(text));

    public void Resize(int columns, int rows)
    {
        _screen = new VirtualScreen(columns, rows);
        _terminal.Resize(columns, rows);
    }

    /// <summary>Waits until the screen satisfies a condition.</summary>
    public void Until(Func<string, bool> condition, string what)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!condition(Screen))
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience || !ReadSome()) throw new TimeoutException($"never on the screen: {what}\n{Screen}\n---\n{Printed}");
        }
    }

    /// <summary>Waits until a text stands on the screen.</summary>
    public void Until(string text) => Until(screen => screen.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Waits until the last row is a text.</summary>
    public void UntilLine(string text) => Until(screen => screen.Split('\n')[^1].Equals(text, StringComparison.Ordinal), "as the last line: " + text);

    /// <summary>Waits until the program has ended.</summary>
    public void UntilEnd()
    {
        var begin = Stopwatch.GetTimestamp();
        while (ReadSome())
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience) throw new TimeoutException($"the program did not end\n{Screen}\n---\n{Printed}");
        }

        if (!_process.WaitForExit(Patience)) throw new TimeoutException("the program did not end");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _terminal.Dispose();
    }

    /// <summary>Reads what was printed; false when nobody has the terminal open any more.</summary>
    private bool ReadSome()
    {
        Span<byte> bytes = stackalloc byte[4096];
        var count = _terminal.Read(bytes, milliseconds: 100);
        if (count < 0) return !_process.HasExited;
        Span<char> chars = stackalloc char[4096];
        var text = new string(chars[.._decoder.GetChars(bytes[..count], chars, flush: false)]);
        _printed.Append(text);
        _pending += text;
        var complete = LengthOfComplete(_pending);
        _screen.Write(_pending[..complete]);
        _pending = _pending[complete..];
        return true;
    }

    /// <summary>How much of a text ends before a sequence that is cut off.</summary>
    private static int LengthOfComplete(string text)
    {
        var escape = text.LastIndexOf('\e');
        if (escape < 0) return text.Length;
        var isCsi = escape + 1 < text.Length && text[escape + 1] == '[';
        var isComplete = isCsi ? text.AsSpan(escape + 2).IndexOfAnyInRange('@', '~') >= 0 : escape + 1 < text.Length;
        return isComplete ? text.Length : escape;
    }
}
