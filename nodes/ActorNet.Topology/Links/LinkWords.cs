using System.Diagnostics.CodeAnalysis;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>Reads what is to happen to a link, in the words of <c>actornet link set</c> and of a schedule: <c>down</c>, or <c>delay 20ms loss 1%</c>.</summary>
public static class LinkWords
{
    private static readonly string[] States = ["up", "down", "reset"];

    /// <summary>Reads a change.</summary>
    /// <param name="words">The words behind the link's name.</param>
    /// <param name="change">What is to happen.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="at">The number of the word that is wrong.</param>
    public static bool TryRead(IReadOnlyList<string> words, [NotNullWhen(true)] out LinkChange? change, [NotNullWhen(false)] out LinkFault? fault, out int at)
    {
        ArgumentNullException.ThrowIfNull(words);
        (change, fault, at) = (null, null, 0);
        if (words.Count == 0) fault = new LinkFault("it is not said what is to happen to the link", $"Write up, down, reset, or settings: {Phrases.List(LinkSetting.Keys)}");
        else if (States.Contains(words[0], StringComparer.Ordinal)) ReadState(words, out change, out fault, out at);
        else ReadSettings(words, out change, out fault, out at);
        return fault is null;
    }

    internal static bool IsKey(string word) => LinkSetting.Keys.Contains(word, StringComparer.Ordinal);

    internal static LinkFault UnknownKey(string word) =>
        new($"{Phrases.Quote(word)} is no setting of a link", $"{Phrases.DidYouMean(word, LinkSetting.Keys.Concat(States))}Known: {string.Join(", ", States.Concat(LinkSetting.Keys))}");

    private static void ReadState(IReadOnlyList<string> words, out LinkChange? change, out LinkFault? fault, out int at)
    {
        (change, fault, at) = (null, null, 1);
        if (words.Count > 1) fault = new LinkFault($"{Phrases.Quote(words[1])} behind {words[0]} makes no sense", $"End behind {words[0]}, or say only settings");
        else change = words[0] switch { "up" => new SetLinkState(Up: true), "down" => new SetLinkState(Up: false), _ => new ResetLink() };
    }

    private static void ReadSettings(IReadOnlyList<string> words, out LinkChange? change, out LinkFault? fault, out int at)
    {
        change = null;
        fault = null;
        var patches = new List<LinkPatch>();
        at = 0;
        while (at < words.Count && fault is null)
        {
            var key = words[at];
            var end = at + 1;
            while (end < words.Count && !IsKey(words[end])) end++;
            if (!IsKey(key)) fault = UnknownKey(key);
            else if (end == at + 1) fault = new LinkFault($"{key} has no value", LinkSettingReader.Remedy(key));
            else if (patches.Exists(p => string.Equals(p.Key, key, StringComparison.Ordinal))) fault = new LinkFault($"{key} is said twice", "Remove one of them");
            else fault = ReadValue(key, words, ++at, end, patches);
            if (fault is null) at = end;
        }

        if (fault is null) change = new SetLinkSettings(patches);
    }

    private static LinkFault? ReadValue(string key, IReadOnlyList<string> words, int from, int to, List<LinkPatch> patches)
    {
        var text = string.Join(' ', words.Skip(from).Take(to - from));
        if (string.Equals(text, LinkSetting.None, StringComparison.Ordinal))
        {
            patches.Add(new LinkPatch(key, Value: null));
            return null;
        }

        if (LinkSettingReader.TryRead(key, text, out var setting, out var fault)) patches.Add(new LinkPatch(key, setting));
        // A value followed by something strange is more likely a mistyped key than a strange value.
        else if (to - from > 1 && LinkSettingReader.TryRead(key, words[from], out _, out _) && Phrases.Closest(words[from + 1], LinkSetting.Keys) is not null) return UnknownKey(words[from + 1]);
        return fault;
    }
}
