using System.Text;

namespace ActorNet.Core.Iproute2;

/// <summary>Lays JSON out the way iproute2 does with <c>-p</c>: members on lines of their own, elements of an array side by side.</summary>
internal static class JsonPretty
{
    private const int Indent = 4;

    /// <summary>Lays out JSON that was written without white space.</summary>
    public static string Format(string compact)
    {
        var text = new StringBuilder(compact.Length * 2);
        var kinds = new Stack<char>();
        for (var i = 0; i < compact.Length; i++)
        {
            switch (compact[i])
            {
                case '{' or '[':
                    Open(text, kinds, compact[i], isEmpty: compact[i + 1] is '}' or ']');
                    break;
                case '}' or ']':
                    Close(text, kinds, compact[i], isEmpty: compact[i - 1] is '{' or '[');
                    break;
                case ',':
                    text.Append(',');
                    if (kinds.Peek() == '{') NewLine(text, kinds.Count);
                    break;
                case ':':
                    text.Append(": ");
                    break;
                case '"':
                    var end = StringEnd(compact, i);
                    text.Append(compact, i, end - i);
                    i = end - 1;
                    break;
                default:
                    text.Append(compact[i]);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Open(StringBuilder text, Stack<char> kinds, char bracket, bool isEmpty)
    {
        kinds.Push(bracket);
        text.Append(bracket);
        if (bracket == '[') text.Append(' ');
        else if (!isEmpty) NewLine(text, kinds.Count);
    }

    private static void Close(StringBuilder text, Stack<char> kinds, char bracket, bool isEmpty)
    {
        kinds.Pop();
        if (!isEmpty)
        {
            if (bracket == ']') text.Append(' ');
            else NewLine(text, kinds.Count);
        }

        text.Append(bracket);
    }

    private static void NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', Indent * depth);

    private static int StringEnd(string compact, int start)
    {
        var i = start + 1;
        while (compact[i] != '"') i += compact[i] == '\\' ? 2 : 1;
        return i + 1;
    }
}
