using System.Runtime.InteropServices;
using ActorNet.Linux.Terminals;
using ActorNet.Node.Shell.Completion;

namespace ActorNet.Node.Shell.Editing;

/// <summary>Reads lines from the terminal of this process: keys to the editor, screens to the terminal. The terminal is raw only while a line is being read.</summary>
internal sealed class TerminalReader : IDisposable
{
    /// <summary>How long the rest of a sequence may take.</summary>
    private const int SequencePatience = 50;

    private const string PasteOn = "\e[?2004h";
    private const string PasteOff = "\e[?2004l";

    private readonly RawTerminal _terminal = new();
    private readonly KeyDecoder _decoder = new();
    private readonly Queue<KeyPress> _keys = new();
    private readonly TextWriter _output;
    private readonly LineEditor _editor;
    private readonly Completer _completer;
    private readonly Painter _painter;
    private readonly Lock _gate = new();
    private readonly PosixSignalRegistration[] _signals;
    private string _prompt = "";
    private bool _reading;

    /// <summary>For the terminal on the standard streams.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="history">Walked and searched.</param>
    /// <param name="completer">Asked at Tab.</param>
    /// <param name="promptStyle">Colours of the prompt, see <see cref="Painter"/>.</param>
    public TerminalReader(TextWriter output, History history, Completer completer, string promptStyle)
    {
        _output = output;
        _editor = new LineEditor(history);
        _completer = completer;
        _painter = new Painter(promptStyle);
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Repaint()),
            PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Resume()),
            // The process ends by these, and must not leave a raw terminal behind.
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => _terminal.Leave()),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => _terminal.Leave()),
        ];
    }

    /// <summary>Reads a line.</summary>
    /// <param name="prompt">What stands in front of it.</param>
    /// <param name="before">Lines that it continues, for completion; usually empty.</param>
    /// <returns>How it ended, and the line.</returns>
    public async Task<(EditOutcome Outcome, string Line)> ReadAsync(string prompt, string before)
    {
        Begin(prompt);
        try
        {
            while (true)
            {
                if (Next() is not { } key) return (EditOutcome.Ended, "");
                var repeated = _editor.IsRepeated(key.Key);
                var outcome = _editor.Press(key);
                if (outcome is EditOutcome.Done or EditOutcome.Dropped or EditOutcome.Ended) return Finish(outcome);
                if (outcome == EditOutcome.Complete) await CompleteAsync(before, repeated).ConfigureAwait(false);
                else if (outcome == EditOutcome.Clear) Write(_painter.Clear());
                else if (outcome == EditOutcome.Refused) Write("\a");
                // What is pasted is shown once, not after every character.
                if (_keys.Count == 0) Repaint();
            }
        }
        finally
        {
            End();
        }
    }

    /// <summary>Gives the terminal back.</summary>
    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _terminal.Leave();
    }

    private void Begin(string prompt)
    {
        lock (_gate)
        {
            _editor.Reset();
            _painter.Begin();
            _prompt = prompt;
            _reading = true;
        }

        _terminal.Enter();
        Write(PasteOn);
        Repaint();
    }

    private void End()
    {
        lock (_gate) _reading = false;
        _terminal.Leave();
        Write(PasteOff);
    }

    private (EditOutcome Outcome, string Line) Finish(EditOutcome outcome)
    {
        lock (_gate)
        {
            var screen = Layout();
            Write(_painter.Paint(screen) + (outcome == EditOutcome.Dropped ? "^C" : "") + _painter.Leave(screen));
        }

        return (outcome, _editor.Text);
    }

    /// <summary>The next key; null when the terminal has gone away.</summary>
    private KeyPress? Next()
    {
        Span<byte> bytes = stackalloc byte[1024];
        while (_keys.Count == 0)
        {
            if (_decoder.IsWaiting && !RawTerminal.Wait(SequencePatience))
            {
                Add(_decoder.Settle());
                continue;
            }

            var count = RawTerminal.Read(bytes);
            if (count == 0) return null;
            Add(_decoder.Feed(bytes[..count]));
        }

        return _keys.Dequeue();
    }

    private void Add(IReadOnlyList<KeyPress> keys)
    {
        foreach (var key in keys) _keys.Enqueue(key);
    }

    private async Task CompleteAsync(string before, bool repeated)
    {
        var completions = await _completer.CompleteAsync(before, _editor.Text[.._editor.Cursor]).ConfigureAwait(false);
        lock (_gate)
        {
            var text = _editor.Text;
            var listed = _editor.Complete(completions, repeated);
            if (listed.Count > 0) Write(_painter.Leave(Layout()) + ColumnList.Of(listed, RawTerminal.Size.Columns, "\r\n"));
            else if (string.Equals(text, _editor.Text, StringComparison.Ordinal)) Write("\a");
        }
    }

    private void Repaint()
    {
        lock (_gate)
        {
            if (_reading) Write(_painter.Paint(Layout()));
        }
    }

    /// <summary>Whoever had the terminal while this process was stopped may have set it otherwise.</summary>
    private void Resume()
    {
        lock (_gate)
        {
            if (!_reading) return;
            _terminal.Enter();
            _painter.Begin();
        }

        Repaint();
    }

    private Screen Layout()
    {
        var (columns, rows) = RawTerminal.Size;
        return Screen.Of(_editor.SearchPrompt ?? _prompt, _editor.Text, _editor.Cursor, columns, rows);
    }

    private void Write(string text)
    {
        _output.Write(text);
        _output.Flush();
    }
}
