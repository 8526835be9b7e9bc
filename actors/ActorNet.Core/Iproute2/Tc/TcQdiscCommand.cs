using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc qdisc</c> (<c>tc/tc_qdisc.c</c>).</summary>
internal static class TcQdiscCommand
{
    /// <summary>What <c>tc qdisc help</c> says.</summary>
    public const string Help =
        """
        tc qdisc { add | del | replace | change } dev DEV { root | ingress | clsact | parent CLASS } [ handle HANDLE ]
                 [ ingress_block N ] [ egress_block N ] [ KIND options ]
        tc qdisc show [ dev DEV ] [ root | ingress | clsact | parent CLASS ] [ handle HANDLE ] [ invisible ]

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => Modify(i, args, QdiscCommands.Add)),
        new("change", static (i, args) => Modify(i, args, QdiscCommands.Change)),
        new("replace", static (i, args) => Modify(i, args, QdiscCommands.Replace)),
        new("link", null),
        new("delete", static (i, args) => Modify(i, args, Delete)),
        new("list", TcQdiscShow.Run),
        new("show", TcQdiscShow.Run),
        new("lst", TcQdiscShow.Run),
        new("help", static (i, _) => i.Usage(Help, 0)),
    ];

    private delegate void Change(NetDevice device, uint parent, uint handle, string? kind, QdiscOptions? options, Instant now, uint ingressBlock, uint egressBlock);

    /// <summary>Carries out what follows <c>tc qdisc</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) TcQdiscShow.Run(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "tc qdisc help");
    }

    private static void Delete(NetDevice device, uint parent, uint handle, string? kind, QdiscOptions? options, Instant now, uint ingressBlock, uint egressBlock) =>
        QdiscCommands.Delete(device, parent, handle, kind, now);

    private static void Modify(Invocation invocation, ArgReader args, Change change)
    {
        var words = new QdiscWords();
        while (words.Kind is null && !args.AtEnd) words.Read(args);
        var options = ParseOptions(invocation, words.Kind, args);
        var ns = invocation.Namespace;
        var device = words.Device is null ? throw new RtnlException(Errno.ENODEV) : invocation.Device(words.Device);
        change(device, words.Parent, words.Handle, words.Kind, options, ns.Now, words.IngressBlock, words.EgressBlock);
    }

    private static QdiscOptions? ParseOptions(Invocation invocation, string? kind, ArgReader args)
    {
        if (kind is null) return null;
        if (QdiscKinds.Find(kind) is { } known) return Parse(invocation, known, args);
        if (!args.AtEnd) throw new Iproute2Exception($"Unknown qdisc \"{kind}\", hence option \"{args.Next()}\" is unparsable");
        return null;
    }

    private static QdiscOptions? Parse(Invocation invocation, QdiscKind kind, ArgReader args)
    {
        try
        {
            return kind.Parse(args);
        }
        finally
        {
            // Also ahead of what is wrong.
            foreach (var remark in args.Remarks) invocation.Error.Append(remark).Append('\n');
        }
    }

    /// <summary>The words of a change, read one by one up to the kind.</summary>
    private sealed class QdiscWords
    {
        public string? Device { get; private set; }

        public uint Handle { get; private set; }

        public uint Parent { get; private set; }

        public uint IngressBlock { get; private set; }

        public uint EgressBlock { get; private set; }

        public string? Kind { get; private set; }

        public void Read(ArgReader args)
        {
            var word = args.Next();
            switch (word)
            {
                case "dev":
                    var name = args.Next(word);
                    if (Device is not null) throw Words.Duplicate(word, name);
                    Device = name;
                    break;
                case "handle":
                    if (Handle != 0) throw Words.Duplicate(word, word);
                    Handle = TcHandleWords.Qdisc(args.Next(word));
                    break;
                case "root":
                    if (Parent != 0) throw new Iproute2Exception("Error: \"root\" is duplicate parent ID", 255);
                    Parent = TcHandle.Root;
                    break;
                case "clsact" or "ingress":
                    if (Parent != 0) throw new Iproute2Exception($"Error: \"{word}\" is a duplicate parent ID", 255);
                    (Parent, Handle, Kind) = (TcHandle.Ingress, TcHandle.IngressHandle, word);
                    break;
                case "parent":
                    var parent = args.Next(word);
                    if (Parent != 0) throw Words.Duplicate(word, parent);
                    Parent = TcHandleWords.Class(parent, "invalid parent ID");
                    break;
                case "ingress_block":
                    IngressBlock = Block("ingress", args.Next(word));
                    break;
                case "egress_block":
                    EgressBlock = Block("egress", args.Next(word));
                    break;
                default:
                    ReadKind(word);
                    break;
            }
        }

        private void ReadKind(string word)
        {
            if (Words.Matches(word, "estimator") || Words.Matches(word, "stab")) throw Words.NotEmulated(word);
            if (Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 2);
            Kind = word;
        }

        private static uint Block(string direction, string text) =>
            Words.TryUnsigned(text, out var block) && block != 0 ? block : throw Words.Invalid($"invalid {direction} block index value", text);
    }
}
