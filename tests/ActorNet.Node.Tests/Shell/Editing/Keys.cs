using System.Text;
using ActorNet.Node.Shell.Editing;
using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Node.Tests.Shell.Editing;

/// <summary>Keys for tests: written as a text, or at random.</summary>
internal static class Keys
{
    /// <summary>Characters that editors stumble over: wide, combining, joined, beyond the basic plane.</summary>
    private static readonly string[] Characters = ["a", "b", " ", "-", "/", "é", "e\u0301", "\u0301", "漢", "👩‍👩‍👧", "\u200D", "🇩🇪", "🇩", "ｗ", "Z"];

    public static Gen<KeyPress[]> Any { get; } =
        Gen.OneOf(
            Gen.Elements(Characters).Select(t => t.EnumerateRunes().Select(KeyPress.Of).ToArray()),
            Gen.Elements(Enum.GetValues<Key>()).Select(k => new[] { k == Key.Character ? KeyPress.Of(new Rune('x')) : new KeyPress(k) }))
        .ArrayOf().Select(parts => parts.SelectMany(p => p).ToArray());

    /// <summary>Characters that stay themselves whatever stands beside them.</summary>
    public static Gen<string> SimpleText { get; } = Gen.Elements("a", "b", " ", "-", "/", "é", "漢", "ｗ", "Z").ArrayOf().Select(string.Concat);

    public static Gen<string> Text { get; } = Gen.Elements(Characters).ArrayOf().Select(string.Concat);

    /// <summary>Types a text.</summary>
    public static void Type(this LineEditor editor, string text)
    {
        foreach (var rune in text.EnumerateRunes()) editor.Press(KeyPress.Of(rune));
    }

    /// <summary>Presses keys and gives the last outcome.</summary>
    public static EditOutcome Press(this LineEditor editor, params IReadOnlyList<Key> keys)
    {
        var outcome = EditOutcome.Editing;
        foreach (var key in keys) outcome = editor.Press(new KeyPress(key));
        return outcome;
    }

    /// <summary>The line with a bar where the cursor stands.</summary>
    public static string Shown(this LineEditor editor) => editor.Text.Insert(editor.Cursor, "|");
}
