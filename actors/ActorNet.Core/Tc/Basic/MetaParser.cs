using System.Text;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Reads <c>meta(OBJECT { eq | lt | gt } OBJECT)</c> (<c>tc/em_meta.c</c>).</summary>
internal static class MetaParser
{
    private const string Usage = "Usage: meta(OBJECT { eq | lt | gt } OBJECT)\n"
        + "where: OBJECT  := { META_ID | VALUE }\n"
        + "       META_ID := id [ shift SHIFT ] [ mask MASK ]\n\n"
        + "Example: meta(nf_mark gt 24)\n"
        + "         meta(indev shift 1 eq \"ppp\")\n"
        + "         meta(tcindex mask 0xf0 eq 0xf0)\n\n"
        + "For a list of meta identifiers, use meta(list).\n";

    private const string Rule = "--------------------------------------------------------\n";

    /// <summary>Reads its words.</summary>
    /// <exception cref="Iproute2Exception">One is wrong.</exception>
    public static MetaEmatch Parse(EmatchWords read)
    {
        var words = new EmatchWords("meta", read.Words, read.Line) { Usage = Usage };
        var first = words.Current!;
        if (first.Text is "list") throw new Iproute2Exception(List() + "Illegal \"ematch\"");
        var left = ParseObject(words, other: null);
        var word = words.Current ?? throw words.Fail(first, "meta: missing operand");
        if (!EmatchOperands.TryParse(word.Text, out var operand)) throw words.Fail(word, "meta: invalid operand");
        if (words.Advance() is null) throw words.Fail(first, "meta: missing rvalue");
        var right = ParseObject(words, left);
        if (words.Current is { } trailer) throw words.Fail(trailer, "meta: unexpected trailer");
        return new MetaEmatch(left, operand, right);
    }

    private static MetaObject ParseObject(EmatchWords words, MetaObject? other)
    {
        var word = words.Current!;
        words.Advance();
        if (word.IsQuoted) return new MetaObject { IsText = true, Text = word.Text };
        if (EmatchNumber.TryParse(word.Text, out var number)) return new MetaObject { Number = (uint)number };
        var id = MetaId.Find(word.Text) ?? throw words.Fail(word, "meta: unknown meta id\n");
        if (!id.IsEmulated) throw words.Fail(word, $"meta: {id.Name} has no meaning here: there are no sockets, routes and load to ask for");
        var found = new MetaObject { Id = id };
        if (other is { IsText: true }) found = id.HasText ? found with { IsText = true } : throw words.Fail(word, "lvalue and rvalue are not compatible.");
        return ParseExtras(words, found);
    }

    private static MetaObject ParseExtras(EmatchWords words, MetaObject found)
    {
        while (words.Current is { Text: "shift" or "mask" } word)
        {
            var value = words.Number($"invalid {word.Text}, must be numeric");
            found = word.Text is "shift" ? found with { Shift = (byte)value } : found with { Number = (uint)value };
            words.Advance();
        }

        return found;
    }

    private static string List()
    {
        var text = new StringBuilder(Rule).Append("  ID               Type       Description\n").Append(Rule.AsSpan(0, Rule.Length - 1));
        foreach (var (heading, ids) in MetaId.Sections)
        {
            text.Append('\n').Append(heading).Append(":\n");
            foreach (var id in ids) text.Append("  ").Append(id.Name.PadRight(16)).Append(' ').Append((id.HasText ? "INT,VAR" : "INT").PadRight(10)).Append(' ').Append(id.Description).Append('\n');
        }

        return text.Append(Rule).ToString();
    }
}
