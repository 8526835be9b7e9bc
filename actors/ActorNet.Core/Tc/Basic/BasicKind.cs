using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Options of a basic filter.</summary>
public sealed record BasicOptions : FilterOptions
{
    /// <summary>What a frame must be like; null: any frame matches.</summary>
    public EmatchTree? Tree { get; init; }

    /// <summary>Whether the command said nothing behind the kind.</summary>
    internal bool IsEmpty { get; init; }
}

/// <summary>The kind <c>basic</c>: <c>[match EXPRESSION] [classid CLASSID] [action ACTION ...]</c> (<c>tc/f_basic.c</c>).</summary>
public sealed class BasicKind : ClassifierKind
{
    private const string Usage = "Usage: ... basic [ match EMATCH_TREE ]\n"
        + "                 [ action ACTION_SPEC ] [ classid CLASSID ]\n\n"
        + "Where:\tSELECTOR := SAMPLE SAMPLE ...\n"
        + "\tFILTERID := X:Y:Z\n"
        + "\tACTION_SPEC := ... look at individual actions\n\n"
        + "NOTE: CLASSID is parsed as hexadecimal input.";

    /// <inheritdoc/>
    public override string Name => "basic";

    /// <inheritdoc/>
    public override FilterOptions Parse(ArgReader args)
    {
        var options = new BasicOptions { IsEmpty = args.AtEnd };
        while (args.Peek() is { } word)
        {
            if (Words.Matches(word, "match"))
            {
                args.Next();
                options = options with { Tree = EmatchParser.Parse(args) ?? options.Tree };
            }
            else if (Words.Matches(word, "classid") || word is "flowid")
            {
                args.Next();
                options = TcHandle.TryParseClassId(args.Next("a class"), out var classId) ? options with { ClassId = classId } : throw new Iproute2Exception("Illegal \"classid\"");
            }
            else if (Words.Matches(word, "action"))
            {
                args.Next();
                options = FilterWords.WithActions(options, ActionParser.Parse(args));
            }
            else if (FilterWords.TryParsePolice(args, options) is { } policed)
            {
                options = policed;
            }
            else
            {
                throw new Iproute2Exception(word is "help" ? Usage : $"What is \"{word}\"?\n{Usage}");
            }
        }

        return options;
    }

    /// <summary>A number in C's notation; what is none counts as none given, as for tc.</summary>
    /// <exception cref="Iproute2Exception">It is too large.</exception>
    public override uint ParseHandle(string text)
    {
        if (EmatchNumber.TryParse(text, out var handle)) return handle <= long.MaxValue || text.StartsWith('-') ? (uint)handle : throw TooLarge(text);
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? throw TooLarge(text) : text is "-1" ? uint.MaxValue : 0;
    }

    /// <inheritdoc/>
    public override Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions) =>
        new BasicClassifier(actions, pref) { Protocol = protocol, Chain = chain, Block = block };

    private static Iproute2Exception TooLarge(string text) => new($"Illegal handle \"{text}\", must be numeric.");
}
