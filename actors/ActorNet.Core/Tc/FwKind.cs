using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Options of a fw filter; the mark itself is its handle.</summary>
public sealed record FwOptions : FilterOptions
{
    /// <summary>Of a command without any: the classifier takes marks for class ids.</summary>
    internal static FwOptions None { get; } = new() { IsEmpty = true };

    /// <summary>Bits of the mark that count; null when the command did not say.</summary>
    public uint? Mask { get; init; }

    /// <summary>Name of the device the frame must have come in by; null for any.</summary>
    public string? InputDevice { get; init; }

    /// <summary>Nothing was said behind the kind.</summary>
    internal bool IsEmpty { get; private init; }
}

/// <summary>The kind <c>fw</c>: <c>handle MARK[/MASK] fw [classid CLASSID] [indev DEV] [action ACTION ...]</c>.</summary>
public sealed class FwKind : ClassifierKind
{
    private const string Usage = "Usage: ... fw [ classid CLASSID ] [ indev DEV ] [ action ACTION_SPEC ]\n"
        + "\tCLASSID := Push matching packets to the class identified by CLASSID with format X:Y\n"
        + "\t\tCLASSID is parsed as hexadecimal input.\n"
        + "\tDEV := specify device for incoming device classification.\n"
        + "\tACTION_SPEC := Apply an action on matching packets.\n"
        + "\tNOTE: handle is represented as HANDLE[/FWMASK].\n"
        + "\t\tFWMASK is 0xffffffff by default.";

    /// <summary>Bytes of a device's name that tc hands on; the kernel then complains of its length.</summary>
    private const int MaxName = 16;

    /// <inheritdoc/>
    public override string Name => "fw";

    /// <inheritdoc/>
    public override FilterOptions Unsaid => FwOptions.None;

    /// <inheritdoc/>
    public override FilterOptions Parse(ArgReader args) => Parse(args, handle: null);

    /// <inheritdoc/>
    public override FilterOptions Parse(ArgReader args, string? handle)
    {
        var mask = ParseMask(handle);
        if (args.AtEnd) return FwOptions.None;
        var options = new FwOptions { Mask = mask };
        while (!args.AtEnd) options = ParseWord(args, args.Next(), options);
        return options;
    }

    /// <summary>The mark; a mask behind it belongs to the options.</summary>
    public override uint ParseHandle(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return Words.TryUnsigned(slash < 0 ? text : text[..slash], out var mark) ? mark : throw new Iproute2Exception("Illegal \"handle\"");
    }

    /// <inheritdoc/>
    public override Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions) =>
        new FwClassifier { Pref = pref, Protocol = protocol, Chain = chain, Actions = actions, Block = block };

    private static uint? ParseMask(string? handle)
    {
        var slash = handle?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0) return null;
        return Words.TryUnsigned(handle![(slash + 1)..], out var mask) ? mask : throw new Iproute2Exception("Illegal \"handle\" mask");
    }

    private static FwOptions ParseWord(ArgReader args, string word, FwOptions options)
    {
        if (Words.Matches(word, "classid") || Words.Matches(word, "flowid"))
            return TcHandle.TryParseClassId(args.Next(), out var classId) ? options with { ClassId = classId } : throw new Iproute2Exception("Illegal \"classid\"");
        if (Words.Matches(word, "action")) return FilterWords.WithActions(options, ActionParser.Parse(args));
        if (Words.Matches(word, "police")) return options with { Actions = [PoliceKind.ParseOld(args)] };
        if (word is "indev")
        {
            if (args.AtEnd) throw new Iproute2Exception("Illegal indev");
            var name = args.Next();
            return options with { InputDevice = name.Length > MaxName ? name[..MaxName] : name };
        }

        throw new Iproute2Exception((word is "help" ? "" : $"What is \"{word}\"?\n") + Usage);
    }
}
