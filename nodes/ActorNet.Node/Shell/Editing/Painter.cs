using System.Globalization;
using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>Turns screens into what a terminal must be sent, knowing where its cursor was left. Rows are painted one by one, so that nothing depends on how a
/// terminal wraps.</summary>
internal sealed class Painter
{
    private readonly string _promptStyle;
    private int _row;

    /// <summary>Paints prompts in a style.</summary>
    /// <param name="promptStyle">Parameters of SGR, such as <c>1;32</c>; empty for none.</param>
    public Painter(string promptStyle) => _promptStyle = promptStyle;

    /// <summary>The next screen is painted where the cursor is, at the start of a row.</summary>
    public void Begin() => _row = 0;

    /// <summary>Paints over what was painted before.</summary>
    public string Paint(Screen screen)
    {
        var text = new StringBuilder("\e[?25l\r");
        Up(text, _row);
        text.Append("\e[J");
        for (var i = 0; i < screen.Rows.Count; i++)
        {
            if (i > 0) text.Append("\r\n");
            if (i == 0) AppendFirst(text, screen);
            else text.Append(screen.Rows[i]);
        }

        text.Append('\r');
        Up(text, screen.Rows.Count - 1 - screen.CursorRow);
        if (screen.CursorColumn > 0) text.Append(CultureInfo.InvariantCulture, $"\e[{screen.CursorColumn}C");
        _row = screen.CursorRow;
        return text.Append("\e[?25h").ToString();
    }

    /// <summary>Clears the terminal; the next screen is painted at its top.</summary>
    public string Clear()
    {
        _row = 0;
        return "\e[H\e[2J";
    }

    /// <summary>Leaves the screen as it is; what comes next stands below it.</summary>
    public string Leave(Screen screen)
    {
        var text = new StringBuilder();
        var down = screen.Rows.Count - 1 - _row;
        if (down > 0) text.Append(CultureInfo.InvariantCulture, $"\e[{down}B");
        _row = 0;
        return text.Append("\r\n").ToString();
    }

    private void AppendFirst(StringBuilder text, Screen screen)
    {
        var row = screen.Rows[0];
        if (_promptStyle.Length == 0 || screen.PromptLength == 0) text.Append(row);
        else text.Append("\e[").Append(_promptStyle).Append('m').Append(row, 0, screen.PromptLength).Append("\e[0m").Append(row, screen.PromptLength, row.Length - screen.PromptLength);
    }

    private static void Up(StringBuilder text, int rows)
    {
        if (rows > 0) text.Append(CultureInfo.InvariantCulture, $"\e[{rows}A");
    }
}
