using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads the actions of a filter behind the word <c>action</c>, up to <c>flowid</c>, <c>classid</c> or the end, as tc's <c>parse_action</c> does.</summary>
public static class ActionParser
{
    private const string GactUsage = "Usage: ... gact <ACTION> [RAND] [INDEX]\n"
        + "Where: \tACTION := reclassify | drop | continue | pass | pipe |\n"
        + "       \t          goto chain <CHAIN_INDEX> | jump <JUMP_COUNT>\n"
        + "\tRAND := random <RANDTYPE> <ACTION> <VAL>\n"
        + "\tRANDTYPE := netrand | determ\n"
        + "\tVAL : = value not exceeding 10000\n"
        + "\tJUMP_COUNT := Absolute jump from start of action list\n"
        + "\tINDEX := index value used\n";

    /// <summary>Reads one action or several; the word <c>action</c> between them may be left out, as for tc.</summary>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong.</exception>
    public static IReadOnlyList<ActionSpec> Parse(ArgReader args)
    {
        var specs = new List<ActionSpec>();
        if (args.AtEnd) args.Next("an action");
        while (args.Peek() is { } word && word is not ("flowid" or "classid"))
        {
            if (word is "action")
            {
                args.Next();
                if (args.AtEnd) args.Next("an action");
                continue;
            }

            specs.Add(ParseOne(args));
            if (specs.Count > ActionList.MaxActions)
                throw new Iproute2Exception($"A filter has at most {ActionList.MaxActions} actions; split it into several filters");
        }

        return specs;
    }

    /// <summary>Reads one action, without the word <c>action</c> in front of it.</summary>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong.</exception>
    public static ActionSpec ParseOne(ArgReader args)
    {
        if (string.Equals(args.Peek(), "mirred", StringComparison.Ordinal)) return MirredParser.Parse(args);
        args.TryTake("gact");
        return ParseGact(args);
    }

    /// <summary>Reads a verdict word if one stands here: <c>ok</c>, <c>drop</c>, <c>goto chain 5</c>.</summary>
    /// <returns>Null, with nothing taken, when the next word is none.</returns>
    /// <exception cref="Iproute2Exception">A goto without a chain.</exception>
    internal static TcControl? TryParseControl(ArgReader args)
    {
        TcVerdict? verdict = args.Peek() switch
        {
            "pass" or "ok" => TcVerdict.Ok,
            "drop" or "shot" => TcVerdict.Shot,
            "continue" => TcVerdict.Unspec,
            "reclassify" => TcVerdict.Reclassify,
            "pipe" => TcVerdict.Pipe,
            "trap" => TcVerdict.Trap,
            "goto" => TcVerdict.GotoChain,
            _ => null,
        };
        if (verdict is null) return null;
        args.Next();
        return new TcControl(verdict.Value, verdict == TcVerdict.GotoChain ? ParseChain(args) : 0);
    }

    /// <summary>Reads the number behind <c>index</c>.</summary>
    internal static uint? TryParseNumber(string word) =>
        uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static uint ParseChain(ArgReader args)
    {
        var word = args.Next("chain");
        if (word is not "chain") throw new Iproute2Exception($"\"chain\" must follow \"goto\", not \"{word}\"\n{GactUsage}", 255);
        return TryParseNumber(args.Next("a chain number")) ?? throw new Iproute2Exception($"Illegal \"chain index\"\nIllegal \"chain index\"\n{GactUsage}", 255);
    }

    private static GactSpec ParseGact(ArgReader args)
    {
        // "gact index N" alone shares an action that exists; should there be none, it passes.
        var control = string.Equals(args.Peek(), "index", StringComparison.Ordinal) ? new TcControl(TcVerdict.Ok) : TryParseControl(args);
        if (control is null) throw new Iproute2Exception($"Bad action type {args.Next("a verdict")}\n{GactUsage}", 255);
        if (string.Equals(args.Peek(), "random", StringComparison.Ordinal))
            throw new Iproute2Exception("gact: random verdicts are not emulated; leave \"random\" out");
        if (!args.TryTake("index")) return new GactSpec { Control = control.Value };
        var index = TryParseNumber(args.Next("an index")) ?? throw new Iproute2Exception("Illegal \"index\"");
        return new GactSpec { Control = control.Value, Index = index };
    }
}
