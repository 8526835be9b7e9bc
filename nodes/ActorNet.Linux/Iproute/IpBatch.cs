using System.Diagnostics;

namespace ActorNet.Linux.Iproute;

/// <summary>
/// Runs many lines of <c>ip</c>, <c>tc</c> or <c>bridge</c> in one process (<c>-batch -</c>). No shell is involved, and words are
/// checked, so
/// that a name can never become an option, a second word or a second line. All lines run, even after a refused one.
/// </summary>
/// <remarks>
/// iproute2 ends a batch at once when it cannot parse a word, without saying at which line. So every line is followed by a marker, an
/// object that does not exist: the complaints about the markers tell how far the process came, and the rest goes to a new one.
/// </remarks>
public sealed class IpBatch
{
    /// <summary>Most lines in one batch.</summary>
    public const int MaxLines = 65536;

    /// <summary>Longest line in characters.</summary>
    public const int MaxLineLength = 4096;

    private readonly List<string> _lines = [];
    private readonly IprouteTool _tool;
    private readonly NamespaceName? _inside;

    /// <summary>Starts an empty batch.</summary>
    /// <param name="tool">Which program reads it.</param>
    /// <param name="namespaceName">The namespace in which it takes effect; null for that of the process.</param>
    /// <exception cref="ArgumentException">The name cannot be used.</exception>
    public IpBatch(IprouteTool tool, string? namespaceName = null)
    {
        _tool = tool;
        _inside = namespaceName is null ? null : NamespaceName.Check(namespaceName);
    }

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds a line made of words, e.g. <c>"link", "set", "dev", name, "up"</c>.</summary>
    /// <exception cref="ArgumentException">A word is empty, or contains what the batch reader gives a meaning: blanks, quotes, '#',
    /// '\'.</exception>
    public IpBatch Add(params ReadOnlySpan<string> words)
    {
        foreach (string word in words) CheckWord(word);
        return AddLine(string.Join(' ', words));
    }

    /// <summary>Adds a line that a person wrote, with iproute2's own quoting and comments.</summary>
    /// <exception cref="ArgumentException">It is not one line: it has a line break, a zero or a trailing backslash, or is too
    /// long.</exception>
    /// <exception cref="InvalidOperationException">The batch is full.</exception>
    public IpBatch AddLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length > MaxLineLength)
            throw new ArgumentException($"the line has {line.Length} characters, more than {MaxLineLength}; split it.", nameof(line));
        if (line.AsSpan().ContainsAny("\n\r\0") || line.TrimEnd().EndsWith('\\'))
            throw new ArgumentException($"{Words.Show(line)} is not a single line; give each command on its own.", nameof(line));
        if (_lines.Count == MaxLines)
            throw new InvalidOperationException($"a batch holds at most {MaxLines} lines; run it and start another one.");
        _lines.Add(line);
        return this;
    }

    /// <summary>Runs the lines in order. The batch keeps them and could be run again.</summary>
    /// <param name="timeout">How long all of it may take; then the process is killed.</param>
    /// <param name="stop">Kills the process when cancelled.</param>
    /// <exception cref="IpBatchException">The program could not be run or did not end in time; lines before that have taken
    /// effect.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; lines before that have taken effect.</exception>
    public async Task<IpBatchResult> RunAsync(TimeSpan timeout, CancellationToken stop = default)
    {
        var failures = new List<IpBatchFailure>();
        var output = new System.Text.StringBuilder();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        for (int done = 0; done < _lines.Count;)
        {
            var part = await RunPartAsync(done, timeout, stop, limit.Token).ConfigureAwait(false);
            failures.AddRange(part.Failures);
            output.Append(part.Output);
            done = part.Done;
        }
        return new IpBatchResult(failures, output.ToString());
    }

    private async Task<IpBatchPart> RunPartAsync(int from, TimeSpan timeout, CancellationToken stop, CancellationToken limit)
    {
        try
        {
            var run = await IprouteProcess.RunAsync(StartInfo(), IpBatchMarkers.Interleave(_lines, from), limit).ConfigureAwait(false);
            return IpBatchMarkers.Read(_lines, from, run);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            string fate = $"was killed; up to {_lines.Count - from} of {_lines.Count} lines were not run";
            throw new IpBatchException($"'{Program} -batch' did not end within {timeout.TotalSeconds} s and {fate}.", late);
        }
    }

    private string Program => _tool switch { IprouteTool.Ip => "ip", IprouteTool.Tc => "tc", _ => "bridge" };

    private ProcessStartInfo StartInfo()
    {
        var info = new ProcessStartInfo(Program);
        if (_inside is not null)
        {
            info.ArgumentList.Add("-n");
            info.ArgumentList.Add(_inside.Text);
        }
        info.ArgumentList.Add("-force");
        info.ArgumentList.Add("-batch");
        info.ArgumentList.Add("-");
        return info;
    }

    private static void CheckWord(string word)
    {
        if (string.IsNullOrEmpty(word))
            throw new ArgumentException("a word of a command is empty; leave it out or fill it in.", nameof(word));
        foreach (char character in word)
            if (Words.IsUnsafe(character))
                throw new ArgumentException(
                    $"the word {Words.Show(word)} contains {Words.Show(character)}, which ends or changes a word; leave it out.", nameof(word));
    }
}
