using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>What a key asks of the editor; several keys may ask the same.</summary>
internal enum Key
{
    /// <summary>Insert the press's character.</summary>
    Character,

    /// <summary>The line is done.</summary>
    Enter,

    /// <summary>Complete the word at the cursor.</summary>
    Tab,

    /// <summary>Delete to the left.</summary>
    Backspace,

    /// <summary>Delete to the right.</summary>
    Delete,

    /// <summary>One character to the left.</summary>
    Left,

    /// <summary>One character to the right.</summary>
    Right,

    /// <summary>An older line of the history.</summary>
    Up,

    /// <summary>A younger line of the history.</summary>
    Down,

    /// <summary>To the start of the line.</summary>
    Home,

    /// <summary>To the end of the line.</summary>
    End,

    /// <summary>To the start of the word.</summary>
    WordLeft,

    /// <summary>Behind the end of the word.</summary>
    WordRight,

    /// <summary>Cut to the start of the word, where a word is letters and digits.</summary>
    CutWordLeft,

    /// <summary>Cut to the end of the word.</summary>
    CutWordRight,

    /// <summary>Cut to the blank in front of the cursor.</summary>
    CutToBlank,

    /// <summary>Cut to the end of the line.</summary>
    CutToEnd,

    /// <summary>Cut to the start of the line.</summary>
    CutToStart,

    /// <summary>Insert what was cut last.</summary>
    Paste,

    /// <summary>Search the history backwards.</summary>
    Search,

    /// <summary>Clear the screen.</summary>
    Clear,

    /// <summary>Drop the line.</summary>
    Interrupt,

    /// <summary>End of the input on an empty line, otherwise as <see cref="Delete"/>.</summary>
    EndOfInput,

    /// <summary>Leave a search.</summary>
    Abort,
}

/// <summary>A key that was pressed.</summary>
/// <param name="Key">What it asks for.</param>
/// <param name="Character">The character of <see cref="Editing.Key.Character"/>; otherwise NUL.</param>
internal readonly record struct KeyPress(Key Key, Rune Character = default)
{
    /// <summary>The key of a character.</summary>
    public static KeyPress Of(Rune character) => new(Key.Character, character);
}
