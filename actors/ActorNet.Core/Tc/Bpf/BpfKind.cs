using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc.Bpf;

/// <summary>Options of a bpf filter.</summary>
public sealed record BpfOptions : FilterOptions
{
    /// <summary>The program, not checked yet; empty when the command had none, which is refused.</summary>
    public IReadOnlyList<BpfInstruction> Program { get; init; } = [];

    /// <summary>The program's answer is a verdict itself (<c>direct-action</c>).</summary>
    public bool IsDirect { get; init; }

    /// <summary>Whether the command said nothing behind the kind.</summary>
    internal bool IsEmpty { get; init; }
}

/// <summary>The kind <c>bpf</c>: <c>bytecode PROGRAM [classid CLASSID] [direct-action] [action ACTION ...]</c> (<c>tc/f_bpf.c</c>). Programs for eBPF cannot be loaded.</summary>
public sealed class BpfKind : ClassifierKind
{
    private const string Usage = "Usage: ... bpf ...\n\n"
        + "BPF use case:\n"
        + " bytecode BPF_BYTECODE\n"
        + " bytecode-file FILE\n\n"
        + "eBPF use case:\n"
        + " object-file FILE [ section CLS_NAME ] [ export UDS_FILE ] [ verbose ] [ direct-action ] [ skip_hw | skip_sw ]\n"
        + " object-pinned FILE [ direct-action ] [ skip_hw | skip_sw ]\n\n"
        + "Common remaining options:\n"
        + " [ action ACTION_SPEC ]\n"
        + " [ classid CLASSID ]\n\n"
        + "Where BPF_BYTECODE := 's,c t f k,c t f k,c t f k,...'\n"
        + "c,t,f,k and s are decimals; s denotes number of 4-tuples\n\n"
        + "Where FILE points to a file containing the BPF_BYTECODE string,\n"
        + "an ELF file containing eBPF map definitions and bytecode, or a\n"
        + "pinned eBPF program.\n\n"
        + "Where CLS_NAME refers to the section name containing the\n"
        + "classifier (default 'classifier').\n\n"
        + "Where UDS_FILE points to a unix domain socket file in order\n"
        + "to hand off control of all created eBPF maps to an agent.\n\n"
        + "ACTION_SPEC := ... look at individual actions\n"
        + "NOTE: CLASSID is parsed as hexadecimal input.";

    /// <inheritdoc/>
    public override string Name => "bpf";

    /// <inheritdoc/>
    public override FilterOptions Parse(ArgReader args)
    {
        var options = new BpfOptions { IsEmpty = args.AtEnd };
        var hasProgram = false;
        while (args.Peek() is { } word)
        {
            if (Words.Matches(word, "run"))
            {
                args.Next();
                var mode = args.Next("bytecode");
                if (hasProgram) throw Words.Duplicate("run", mode);
                (options, hasProgram) = (options with { Program = ReadProgram(mode, args) }, true);
            }
            else if (TryOption(word, args, options) is { } changed)
            {
                options = changed;
            }
            else
            {
                if (hasProgram || Words.Matches(word, "help")) throw new Iproute2Exception(Words.Matches(word, "help") ? Usage : $"What is \"{word}\"?\n{Usage}");
                (options, hasProgram) = (options with { Program = ReadProgram(args.Next(), args) }, true);
            }
        }

        return options;
    }

    /// <summary>A number in C's notation.</summary>
    public override uint ParseHandle(string text) => Words.TryUnsigned(text, out var handle) ? handle : throw new Iproute2Exception("Illegal \"handle\"");

    /// <inheritdoc/>
    public override Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions) =>
        new BpfClassifier(actions, pref) { Protocol = protocol, Chain = chain, Block = block };

    private static BpfOptions? TryOption(string word, ArgReader args, BpfOptions options)
    {
        if (Words.Matches(word, "classid") || Words.Matches(word, "flowid"))
        {
            args.Next();
            return TcHandle.TryParseClassId(args.Next("a class"), out var classId) ? options with { ClassId = classId } : throw new Iproute2Exception("Illegal \"classid\"");
        }

        if (Words.Matches(word, "direct-action") || word is "da") return Taken(args, options with { IsDirect = true });
        if (Words.Matches(word, "skip_hw")) return Taken(args, options with { SkipHardware = true });
        if (Words.Matches(word, "skip_sw")) return Taken(args, options with { SkipSoftware = true });
        if (!Words.Matches(word, "action")) return FilterWords.TryParsePolice(args, options);
        args.Next();
        return FilterWords.WithActions(options, ActionParser.Parse(args));
    }

    private static BpfOptions Taken(ArgReader args, BpfOptions options)
    {
        args.Next();
        return options;
    }

    private static BpfInstruction[] ReadProgram(string mode, ArgReader args)
    {
        if (Words.Matches(mode, "bytecode") || mode is "bc") return BpfText.Parse(args.Next("a program"));
        if (Words.Matches(mode, "bytecode-file") || mode is "bcf")
            throw new Iproute2Exception($"\"{mode}\" is not emulated: files are not read; put the program behind \"bytecode\"\nUnable to parse bpf command line");
        if (Words.Matches(mode, "object-file") || mode is "obj" || Words.Matches(mode, "object-pinned") || Words.Matches(mode, "pinned") || Words.Matches(mode, "fd"))
            throw new Iproute2Exception($"\"{mode}\" is not emulated: eBPF programs cannot be loaded; use classic BPF behind \"bytecode\"\nUnable to parse bpf command line");
        throw new Iproute2Exception($"What mode is \"{mode}\"?\nUnable to parse bpf command line");
    }
}
