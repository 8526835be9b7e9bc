using System.Text;

namespace ActorNet.Hocon.Nodes;

/// <summary>Writes keys as a path expression, quoting where the key would read differently otherwise.</summary>
internal static class PathText
{
    public static string Render(ReadOnlySpan<string> path)
    {
        var text = new StringBuilder();
        foreach (var key in path)
        {
            if (text.Length > 0) text.Append('.');
            if (IsPlain(key)) text.Append(key);
            else text.Append('"').Append(key).Append('"');
        }

        return text.ToString();
    }

    private static bool IsPlain(string key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_')) return false;
        }

        return key.Length > 0;
    }
}
