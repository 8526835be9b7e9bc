using ActorNet.Node.Shell.Editing;

namespace ActorNet.Node.Shell.Completion;

/// <summary>Says what could stand at the cursor: words by the grammar, names by asking.</summary>
internal sealed class Completer
{
    private readonly Table _grammar;
    private readonly INames _names;

    /// <summary>Completes lines of a grammar.</summary>
    /// <param name="grammar">Where a line begins.</param>
    /// <param name="names">Asked for names.</param>
    public Completer(Table grammar, INames names)
    {
        _grammar = grammar;
        _names = names;
    }

    /// <summary>Completions of a line.</summary>
    /// <param name="before">Lines that this one continues, joined; usually empty.</param>
    /// <param name="text">The line up to the cursor.</param>
    public async Task<Completions> CompleteAsync(string before, string text)
    {
        // A mark in front says that the line must fail; it is no part of the command.
        var mark = before.Length == 0 && text.TrimStart().StartsWith('!') ? text.IndexOf('!', StringComparison.Ordinal) + 1 : 0;
        var words = LineWords.Of(text[mark..]);
        if (!words.IsPlain) return Completions.None;
        var reading = LineReading.Of(_grammar, [.. LineWords.Of(before + " ").Complete, .. words.Complete]);
        var start = mark + words.Start;
        if ((reading.Expected ?? reading.Leading) is { Source: SlotSource.Files }) return FileNames.Complete(start, words.Typed);
        var candidates = await CandidatesAsync(reading, words.Typed).ConfigureAwait(false);
        return new Completions(start, [.. candidates.Where(c => c.StartsWith(words.Typed, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)]);
    }

    private async Task<IReadOnlyList<string>> CandidatesAsync(LineReading reading, string typed)
    {
        if (reading.Expected is { } value) return await ValuesAsync(value, reading).ConfigureAwait(false);
        var values = reading.Leading is { } leading ? await ValuesAsync(leading, reading).ConfigureAwait(false) : [];
        // Options are many and seldom wanted: whoever wants one types its dash.
        var words = reading.Words.Where(w => w.Name.StartsWith('-') == typed.StartsWith('-')).Select(w => w.Name);
        return [.. values, .. words];
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(Slot slot, LineReading reading) => slot.Source switch
    {
        SlotSource.Choices => slot.Choices,
        SlotSource.Devices => await _names.DevicesAsync(reading.Namespace).ConfigureAwait(false),
        SlotSource.Namespaces => await _names.NamespacesAsync().ConfigureAwait(false),
        SlotSource.Handles when reading.Device is { } device => await _names.HandlesAsync(reading.Namespace, device).ConfigureAwait(false),
        _ => [],
    };
}
