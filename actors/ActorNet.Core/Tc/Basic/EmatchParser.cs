using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Reads an expression of tests as tc does (<c>tc/emp_ematch.y</c>, <c>tc/m_ematch.c</c>).</summary>
public sealed class EmatchParser
{
    private const string Usage = "Usage: EXPR\n"
        + "where: EXPR  := TERM [ { and | or } EXPR ]\n"
        + "       TERM  := [ not ] { MATCH | '(' EXPR ')' }\n"
        + "       MATCH := module '(' ARGS ')'\n"
        + "       ARGS := ARG1 ARG2 ...\n\n"
        + "Example: a(x y) and not (b(x) or c(x y z))\n";

    /// <summary>Parentheses inside each other, and elements of one expression, that are read at most.</summary>
    private const int MaxNesting = 256;
    private const int MaxElements = 512;

    private readonly EmatchLexer _lexer;
    private EmatchToken _token;
    private int _elements;

    private EmatchParser(ArgReader args) => _lexer = new EmatchLexer(args);

    /// <summary>Reads an expression. As tc does, it steps back over one word at its end, also where none follows: an expression cannot end a line.</summary>
    /// <param name="args">At its first word.</param>
    /// <returns>Null for one without a test, which changes nothing.</returns>
    /// <exception cref="Iproute2Exception">It is wrong.</exception>
    public static EmatchTree? Parse(ArgReader args)
    {
        if (args.AtEnd) args.Next("an expression");
        var parser = new EmatchParser(args);
        parser.Advance();
        if (parser._token.Kind == EmatchTokenKind.End) return parser.Leave(args, null);
        var root = parser.Sequence(0);
        return parser.Leave(args, root);
    }

    private EmatchTree? Leave(ArgReader args, List<Term>? root)
    {
        args.Back();
        if (root is null) return null;
        var taken = _lexer.Taken.Take(_lexer.Taken.Count - 1).ToArray();
        List<Term> flat = [.. root];
        Flatten(root, flat);
        return new EmatchTree([.. flat.Select(t => t.ToElement(taken))]);
    }

    /// <summary>Sequences in parentheses stand behind the one they belong to, the first one's own before the second.</summary>
    private static void Flatten(List<Term> sequence, List<Term> flat)
    {
        foreach (var term in sequence)
        {
            if (term.Child is null) continue;
            term.ChildIndex = flat.Count;
            flat.AddRange(term.Child);
            Flatten(term.Child, flat);
        }
    }

    private List<Term> Sequence(int nesting)
    {
        var terms = new List<Term>();
        while (true)
        {
            if (nesting == MaxNesting || ++_elements > MaxElements) throw Failed("memory exhausted");
            var term = ReadTerm(nesting);
            terms.Add(term);
            term.Relation = _token.Kind switch { EmatchTokenKind.And => EmatchRelation.And, EmatchTokenKind.Or => EmatchRelation.Or, _ => EmatchRelation.End };
            if (term.Relation == EmatchRelation.End) return terms;
            Advance();
        }
    }

    private Term ReadTerm(int nesting)
    {
        var inverted = _token.Kind == EmatchTokenKind.Not;
        if (inverted) Advance();
        var term = new Term { IsInverted = inverted };
        if (_token.Kind == EmatchTokenKind.Open)
        {
            Advance();
            term.Child = Sequence(nesting + 1);
        }
        else
        {
            term.Kind = Expect(EmatchTokenKind.Attribute)!;
            Expect(EmatchTokenKind.Open);
            term.Words.Add(Expect(EmatchTokenKind.Attribute)!);
            while (_token.Kind == EmatchTokenKind.Attribute) term.Words.Add(Expect(EmatchTokenKind.Attribute)!);
        }

        // The piece behind it is looked at next in any case, to see what joins it.
        Expect(EmatchTokenKind.Close);
        return term;
    }

    private EmatchWord? Expect(EmatchTokenKind kind)
    {
        if (_token.Kind != kind) throw Failed("syntax error");
        var word = _token.Word;
        Advance();
        return word;
    }

    private void Advance() => _token = _lexer.Next();

    private Iproute2Exception Failed(string what) =>
        new($"{_lexer.Complaint}Parse error: {what}\n... {EmatchWords.Mark(_lexer.Taken)}...\n{Usage}Illegal \"ematch\"");

    /// <summary>A test or parentheses, as read.</summary>
    private sealed class Term
    {
        public bool IsInverted { get; init; }

        public EmatchRelation Relation { get; set; }

        public EmatchWord? Kind { get; set; }

        public List<EmatchWord> Words { get; } = [];

        public List<Term>? Child { get; set; }

        public int ChildIndex { get; set; }

        public EmatchElement ToElement(IReadOnlyList<string> taken) =>
            new(Child is null ? EmatchKinds.Parse(Kind!.Text, new EmatchWords(Kind.Text, Words, taken)) : null, ChildIndex, Relation, IsInverted);
    }
}
