using System.Text;

namespace ActorNet.Core.Tc.Basic;

/// <summary>How an element of an expression is joined to the next one.</summary>
internal enum EmatchRelation
{
    /// <summary>It is the last of its sequence.</summary>
    End,

    /// <summary>and.</summary>
    And,

    /// <summary>or.</summary>
    Or,
}

/// <summary>An element of an expression: a test, or parentheses that lead to a sequence further back.</summary>
/// <param name="Match">The test; null for parentheses.</param>
/// <param name="Child">First element of the sequence in the parentheses.</param>
/// <param name="Relation">What follows.</param>
/// <param name="IsInverted">Preceded by not.</param>
internal readonly record struct EmatchElement(Ematch? Match, int Child, EmatchRelation Relation, bool IsInverted);

/// <summary>
/// An expression of tests (<c>net/sched/ematch.c</c>). and and or have the same rank and bind to the right: <c>a and b or c</c> is <c>a and (b or c)</c>; what cannot
/// change the answer is not asked.
/// </summary>
public sealed class EmatchTree
{
    /// <summary>CONFIG_NET_EMATCH_STACK: parentheses nested deeper than this match whatever stands in them.</summary>
    public const int MaxDepth = 32;

    private readonly EmatchElement[] _elements;

    internal EmatchTree(EmatchElement[] elements) => _elements = elements;

    /// <summary>Whether it holds for a frame.</summary>
    public bool Matches(in EmatchFrame frame)
    {
        Span<int> open = stackalloc int[MaxDepth];
        var depth = 0;
        var at = 0;
        while (true)
        {
            var element = _elements[at];
            if (element.Match is null)
            {
                if (depth == MaxDepth) return true;
                open[depth++] = at;
                at = element.Child;
                continue;
            }

            var holds = element.Match.Matches(frame) != element.IsInverted;
            while (Ends(element.Relation, holds))
            {
                if (depth == 0) return holds;
                at = open[--depth];
                element = _elements[at];
                holds ^= element.IsInverted;
            }

            at++;
        }
    }

    /// <summary>What the kernel checks.</summary>
    /// <exception cref="RtnlException">EINVAL.</exception>
    internal void Check()
    {
        foreach (var element in _elements) element.Match?.Check();
    }

    /// <summary>The lines that tc prints for it, the first of them after a line feed.</summary>
    internal string Format()
    {
        var text = new StringBuilder("\n  ");
        PrintSequence(text, 0, 1);
        return text.ToString();
    }

    private static bool Ends(EmatchRelation relation, bool holds) => relation switch
    {
        EmatchRelation.And => !holds,
        EmatchRelation.Or => holds,
        _ => true,
    };

    private static void Indent(StringBuilder text, int levels) => text.Append(' ', 2 * levels);

    private void PrintSequence(StringBuilder text, int at, int level)
    {
        for (; ; at++)
        {
            var element = _elements[at];
            if (element.IsInverted) text.Append("NOT ");
            if (element.Match is { } match)
            {
                match.Print(text.Append(match.Kind).Append('('));
                text.Append(")\n");
                if (element.Relation != EmatchRelation.End) Indent(text, level);
            }
            else
            {
                Indent(text.Append("(\n"), level + 1);
                PrintSequence(text, element.Child, level + 1);
                Indent(text, level);
                text.Append(") ");
            }

            if (element.Relation == EmatchRelation.End) return;
            text.Append(element.Relation == EmatchRelation.And ? "AND " : "OR ");
        }
    }
}
