namespace ActorNet.Node.Shell.Editing;

/// <summary>Which bytes and sequences ask for what: those of readline's emacs mode.</summary>
internal static class Keymap
{
    /// <summary>A control character; null for one that means nothing.</summary>
    public static Key? Control(byte b) => b switch
    {
        0x01 => Key.Home,
        0x02 => Key.Left,
        0x03 => Key.Interrupt,
        0x04 => Key.EndOfInput,
        0x05 => Key.End,
        0x06 => Key.Right,
        0x07 => Key.Abort,
        0x08 or 0x7F => Key.Backspace,
        0x09 => Key.Tab,
        0x0A or 0x0D => Key.Enter,
        0x0B => Key.CutToEnd,
        0x0C => Key.Clear,
        0x0E => Key.Down,
        0x10 => Key.Up,
        0x12 => Key.Search,
        0x15 => Key.CutToStart,
        0x17 => Key.CutToBlank,
        0x19 => Key.Paste,
        _ => null,
    };

    /// <summary>A byte behind an escape, which is how terminals send Alt.</summary>
    public static Key? Alt(byte b) => b switch
    {
        (byte)'b' or (byte)'B' => Key.WordLeft,
        (byte)'f' or (byte)'F' => Key.WordRight,
        (byte)'d' or (byte)'D' => Key.CutWordRight,
        0x08 or 0x7F => Key.CutWordLeft,
        _ => null,
    };

    /// <summary>What stands behind <c>ESC [</c> or <c>ESC O</c>, final byte included.</summary>
    public static Key? Function(string body) => body switch
    {
        "A" => Key.Up,
        "B" => Key.Down,
        "C" => Key.Right,
        "D" => Key.Left,
        "H" or "1~" or "7~" => Key.Home,
        "F" or "4~" or "8~" => Key.End,
        "3~" => Key.Delete,
        "1;5C" or "1;3C" or "5C" => Key.WordRight,
        "1;5D" or "1;3D" or "5D" => Key.WordLeft,
        "3;5~" or "3;3~" => Key.CutWordRight,
        "M" => Key.Enter,
        _ => null,
    };
}
