using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>The words of verdicts as tc reads them (<c>tc/tc_util.c</c>): each may be abbreviated, and stands for the first word of the list that it begins.</summary>
internal static class ControlWords
{
    private const int ExtensionShift = 28;
    private const int JumpCode = 1;
    private const int GotoCode = 2;

    private static readonly (string Word, TcVerdict Verdict)[] Known =
    [
        ("continue", TcVerdict.Unspec),
        ("drop", TcVerdict.Shot),
        ("shot", TcVerdict.Shot),
        ("pass", TcVerdict.Ok),
        ("ok", TcVerdict.Ok),
        ("reclassify", TcVerdict.Reclassify),
        ("pipe", TcVerdict.Pipe),
        ("goto", TcVerdict.GotoChain),
        ("jump", TcVerdict.Jump),
        ("trap", TcVerdict.Trap),
    ];

    /// <summary>The verdict of a word; null when it is none.</summary>
    public static TcVerdict? Find(string word)
    {
        foreach (var (full, verdict) in Known)
        {
            if (Words.Matches(word, full)) return verdict;
        }

        return null;
    }

    /// <summary>The verdict of a word, or of the number that the kernel knows it by; chain and count, which belong to some, are then 0 or in the number.</summary>
    public static TcControl? FindNumbered(string word)
    {
        if (Find(word) is { } verdict) return new TcControl(verdict);
        return int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? OfNumber(number) : null;
    }

    /// <summary>Reads a verdict with the chain or count that belongs to it.</summary>
    /// <param name="args">Behind the word of the verdict.</param>
    /// <param name="verdict">What it says.</param>
    /// <param name="complaint">What tc says when chain or count are wrong; otherwise empty. The words are then taken up to the wrong one.</param>
    public static TcControl ReadRest(ArgReader args, TcVerdict verdict, out string complaint)
    {
        complaint = "";
        return new TcControl(verdict, verdict switch
        {
            TcVerdict.GotoChain => ReadChain(args, out complaint),
            TcVerdict.Jump => ReadCount(args, out complaint),
            _ => 0,
        });
    }

    private static uint ReadChain(ArgReader args, out string complaint)
    {
        complaint = "\"chain index\" expected";
        if (!Words.Matches(args.Next("chain"), "chain")) return 0;
        complaint = "Illegal \"chain index\"";
        if (ActionParser.TryParseNumber(args.Next("a chain number")) is not { } chain || chain > TcfBlock.MaxChain) return 0;
        complaint = "";
        return chain;
    }

    private static uint ReadCount(ArgReader args, out string complaint)
    {
        var word = args.Next("a number of actions");
        var count = ActionParser.TryParseNumber(word);
        complaint = count is <= TcfBlock.MaxChain ? "" : $"Invalid \"jump count\" ({word})";
        return count ?? 0;
    }

    private static TcControl OfNumber(int number)
    {
        if (number is >= (int)TcVerdict.Unspec and <= (int)TcVerdict.Trap) return new TcControl((TcVerdict)number);
        var argument = (uint)number & TcfBlock.MaxChain;
        return (number >> ExtensionShift) switch
        {
            JumpCode => new TcControl(TcVerdict.Jump, argument),
            GotoCode => new TcControl(TcVerdict.GotoChain, argument),
            _ => new TcControl(TcVerdict.Unknown, (uint)number),
        };
    }
}
