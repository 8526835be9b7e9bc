using System.Text;
using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Node.Shell.Completion;
using ActorNet.Node.Shell.Editing;
using ActorNet.Node.Shell.Showing;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>What comes from a terminal: bytes to keys, keys to lines, lines to completions. And what goes there: one line about a frame.</summary>
public sealed class TerminalTests
{
    private static readonly byte[][] Typed =
    [
        "ip link show\r"u8.ToArray(), "\e[A\e[B\e[C\e[D\e[1;5C\eOH\eOF\e[3~"u8.ToArray(), "\e[200~pasted\r\nlines\t\e[201~"u8.ToArray(), [0x12, (byte)'t', (byte)'c', 0x12, 0x07, 0x17, 0x15, 0x0B, 0x19, 0x04],
        Encoding.UTF8.GetBytes("é漢😀e\u0301\u200d"), "\eb\ef\ed\e\x7f\x7f\x08"u8.ToArray(), [],
    ];

    [Fact]
    public void Bytes_of_a_terminal_become_keys_and_lines() => Fuzzer.OfBytes("keys", static s => ByteMutator.Mutate(s, Typed, 400), static bytes =>
    {
        var (decoder, history) = (new KeyDecoder(), new History());
        var editor = new LineEditor(history);
        editor.Reset();
        for (var at = 0; at < bytes.Length; at += 7)
        {
            foreach (var key in decoder.Feed(bytes.AsSpan(at, Math.Min(7, bytes.Length - at)))) Press(editor, history, key);
        }

        foreach (var key in decoder.Settle()) Press(editor, history, key);
        if (decoder.IsWaiting) throw new InvalidOperationException("Bytes still wait although no more will come.");
    }).Run(20_000);

    [Fact]
    public void Any_line_can_be_completed() => Fuzzer.OfText("completion", static s => TextMutator.Mutate(s, s.Pick(Corpus.Scripts), Corpus.Words, 500), static text =>
    {
        // What begins with a file's name would look into the machine's folders.
        if (text.Contains('/', StringComparison.Ordinal)) return;
        var completions = new Completer(ShellGrammar.Line, new NoNames()).CompleteAsync("", text).GetAwaiter().GetResult();
        if (completions.Start < 0 || completions.Start > text.Length) throw new InvalidOperationException($"Completion begins at {completions.Start}.");
    }).Run(6000);

    [Fact]
    public void Any_frame_can_be_described_in_a_line() => Fuzzer.OfBytes("summary", static s => ByteMutator.Mutate(s, Corpus.Frames, 400), static bytes =>
    {
        var line = FrameSummary.Of(bytes);
        if (line.Any(char.IsControl)) throw new InvalidOperationException($"\"{line}\" would disturb a terminal.");
    }).Run(30_000);

    private static void Press(LineEditor editor, History history, KeyPress key)
    {
        var outcome = editor.Press(key);
        if (editor.Cursor < 0 || editor.Cursor > editor.Text.Length) throw new InvalidOperationException($"The cursor stands at {editor.Cursor} of {editor.Text.Length}.");
        if (editor.Text.Any(char.IsControl)) throw new InvalidOperationException("A control character got into the line.");
        if (outcome == EditOutcome.Done) history.Add(editor.Text);
        if (outcome is EditOutcome.Done or EditOutcome.Dropped or EditOutcome.Ended) editor.Reset();
    }

    private sealed class NoNames : INames
    {
        public Task<IReadOnlyList<string>> NamespacesAsync() => Task.FromResult<IReadOnlyList<string>>(["a", "b"]);

        public Task<IReadOnlyList<string>> DevicesAsync(string? ns) => Task.FromResult<IReadOnlyList<string>>(["eth0", "ifb0"]);

        public Task<IReadOnlyList<string>> HandlesAsync(string? ns, string device) => Task.FromResult<IReadOnlyList<string>>(["1:", "1:10"]);
    }
}
