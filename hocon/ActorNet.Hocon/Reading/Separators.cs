namespace ActorNet.Hocon.Reading;

/// <summary>The comma rules, alike for fields and elements: one comma or a line end between two, one comma may trail.</summary>
internal struct Separators
{
    private bool _any;
    private bool _comma;
    private bool _newline;

    /// <summary>Moves to the next item or closing character.</summary>
    public void Skip(Cursor cursor)
    {
        _newline |= cursor.SkipBlank();
        while (cursor.Peek() == ',')
        {
            if (!_any) throw cursor.Error("a comma stands before the first item", "Remove it");
            if (_comma) throw cursor.Error("two commas stand in a row", "Remove one");
            _comma = true;
            cursor.Skip();
            cursor.SkipBlank();
        }
    }

    /// <summary>To call at the start of each item.</summary>
    public void BeginItem(Cursor cursor)
    {
        if (_any && !_comma && !_newline)
        {
            throw cursor.Error($"{cursor.What} follows a finished value",
                "Put a comma or a new line in between, or put the whole value in double quotes");
        }

        (_any, _comma, _newline) = (true, false, false);
    }
}
