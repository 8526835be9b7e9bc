using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads the actions of a filter behind the word <c>action</c>, up to <c>flowid</c>, <c>classid</c> or the end, as tc's <c>parse_action</c> does.</summary>
public static class ActionParser
{
    private const int MaxCookie = 32;

    private static readonly string[] Commands = ["change", "replace", "delete", "get", "add"];

    /// <summary>Reads one action or several; the word <c>action</c> between them may be left out, as for tc.</summary>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong.</exception>
    public static IReadOnlyList<ActionSpec> Parse(ArgReader args)
    {
        var specs = new List<ActionSpec>();
        var cookie = "";
        if (args.AtEnd) args.Next("an action");
        while (args.Peek() is { } word && word is not ("flowid" or "classid") && !IsCommand(word))
        {
            if (word is "action")
            {
                args.Next();
                if (args.AtEnd) args.Next("an action");
                continue;
            }

            var spec = ParseOne(args);
            // One that has none of its own gets that of the action before it, as with tc.
            if (args.TryTakePrefix("cookie")) cookie = ParseCookie(args.Next("cookie"));
            specs.Add(spec with { Cookie = cookie });
            if (specs.Count > ActionList.MaxActions)
                throw new Iproute2Exception($"A filter has at most {ActionList.MaxActions} actions; split it into several filters");
        }

        return specs;
    }

    /// <summary>Whether a word, be it abbreviated, begins another command of <c>tc actions</c>: the list then ends in front of it, behind filters too.</summary>
    internal static bool IsCommand(string word) => Array.Exists(Commands, command => Words.Matches(word, command));

    /// <summary>Reads one action, without the word <c>action</c> in front of it.</summary>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong.</exception>
    public static ActionSpec ParseOne(ArgReader args)
    {
        var word = args.Peek() ?? "";
        if (NotEmulatedActions.Refuse(word) is { } refusal) throw refusal;
        var kind = ActionKinds.Find(word);
        return (kind ?? ActionKinds.Find(ActionKinds.Fallback)!).Parse(args);
    }

    /// <summary>tc's lines for an action that it could not read.</summary>
    /// <param name="complaint">The first lines; empty for none.</param>
    /// <param name="words">Words from the action's kind to the end of the line (<see cref="ArgReader.Remaining"/>).</param>
    /// <param name="kind">The kind.</param>
    /// <param name="exitCode">1 in a filter, 255 in <c>tc actions</c>.</param>
    public static Iproute2Exception Bad(string complaint, int words, string kind, int exitCode = 1) => new(string.Create(CultureInfo.InvariantCulture,
        $"{(complaint.Length == 0 ? "" : complaint + "\n")}bad action parsing\nparse_action: bad value ({words}:{kind})!\nIllegal \"action\""), exitCode);

    /// <summary>Reads a verdict word if one stands here: <c>ok</c>, <c>drop</c>, <c>goto chain 5</c>.</summary>
    /// <param name="args">At the word.</param>
    /// <param name="repeats">How often tc tries and complains.</param>
    /// <returns>Null, with nothing taken, when the next word is none.</returns>
    /// <exception cref="Iproute2Exception">A goto without a chain, or a jump without a count.</exception>
    internal static TcControl? TryParseControl(ArgReader args, int repeats)
    {
        if (args.Peek() is not { } word || ControlWords.Find(word) is not { } verdict) return null;
        args.Next();
        var control = ControlWords.ReadRest(args, verdict, out var complaint);
        return complaint.Length == 0 ? control : throw Illegal(complaint, repeats);
    }

    /// <summary>Reads the number behind <c>index</c>.</summary>
    internal static uint? TryParseNumber(string word) =>
        uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Iproute2Exception Illegal(string complaint, int repeats) =>
        new(string.Concat(Enumerable.Repeat(complaint + "\n", repeats)) + GactKind.Usage, 255);

    private static string ParseCookie(string text)
    {
        if (text.Length > MaxCookie) throw Words.Invalid($"{text.Length} Max allowed size {MaxCookie}", text);
        if (text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit)) throw Words.Invalid("cookie must be a hex string\n", text);
        return text.ToLowerInvariant();
    }
}
