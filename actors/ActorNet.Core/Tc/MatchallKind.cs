using System.Globalization;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Options of matchall: only what all kinds have.</summary>
public sealed record MatchallOptions : FilterOptions;

/// <summary>The kind <c>matchall</c>: <c>[skip_sw | skip_hw] [action ACTION ...] [classid CLASSID]</c>.</summary>
public sealed class MatchallKind : ClassifierKind
{
    private const string Usage = "Usage: ... matchall [skip_sw | skip_hw]\n"
        + "                 [ action ACTION_SPEC ] [ classid CLASSID ]\n\n"
        + "Where: SELECTOR := SAMPLE SAMPLE ...\n"
        + "       FILTERID := X:Y:Z\n"
        + "       ACTION_SPEC := ... look at individual actions\n\n"
        + "NOTE: CLASSID is parsed as hexadecimal input.";

    /// <inheritdoc/>
    public override string Name => "matchall";

    /// <inheritdoc/>
    public override FilterOptions Parse(ArgReader args)
    {
        var options = new MatchallOptions();
        while (!args.AtEnd)
        {
            if (FilterWords.TryParse(args, options) is not { } changed) throw new Iproute2Exception($"What is \"{args.Next()}\"?\n{Usage}");
            options = changed;
        }

        return options;
    }

    /// <summary>A number in C's notation; anything else counts as none given, as for tc.</summary>
    public override uint ParseHandle(string text)
    {
        var hexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return uint.TryParse(hexadecimal ? text.AsSpan(2) : text, style, CultureInfo.InvariantCulture, out var handle) ? handle : 0;
    }

    /// <inheritdoc/>
    public override Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions) =>
        new MatchallClassifier { Pref = pref, Protocol = protocol, Chain = chain, Actions = actions, Block = block };
}

/// <summary>The words that every classifier understands: <c>classid</c>, <c>flowid</c>, <c>action</c>, <c>skip_hw</c>, <c>skip_sw</c>.</summary>
internal static class FilterWords
{
    /// <summary>Takes one such word with its value; null, with nothing taken, when the next word is another.</summary>
    /// <exception cref="Iproute2Exception">The value is wrong.</exception>
    public static T? TryParse<T>(ArgReader args, T options)
        where T : FilterOptions
    {
        var word = args.Peek();
        if (word is not ("classid" or "flowid" or "action" or "skip_hw" or "skip_sw")) return null;
        args.Next();
        if ((word is "skip_hw" && options.SkipSoftware) || (word is "skip_sw" && options.SkipHardware))
            throw new Iproute2Exception("skip_hw and skip_sw are mutually exclusive");
        return word switch
        {
            "action" => WithActions(options, ActionParser.Parse(args)),
            "skip_hw" => options with { SkipHardware = true },
            "skip_sw" => options with { SkipSoftware = true },
            _ => options with { ClassId = ClassId(args.Next("a class")) },
        };
    }

    /// <summary>Takes <c>police OPTIONS</c>, the old form of an action, for the kinds that still know it; null, with nothing taken, when the next word is another.</summary>
    /// <exception cref="Iproute2Exception">An option is unknown or a value wrong.</exception>
    public static T? TryParsePolice<T>(ArgReader args, T options)
        where T : FilterOptions =>
        args.TryTakePrefix("police") ? options with { Actions = [PoliceKind.ParseOld(args)] } : null;

    /// <summary>With a policer of the old form the kernel does not look at the actions.</summary>
    public static T WithActions<T>(T options, IReadOnlyList<ActionSpec> actions)
        where T : FilterOptions => options.Actions is [{ IsOldStyle: true }] ? options : options with { Actions = actions };

    private static uint ClassId(string word) =>
        TcHandle.TryParseClassId(word, out var classId) ? classId : throw new Iproute2Exception("Illegal \"classid\"");
}
