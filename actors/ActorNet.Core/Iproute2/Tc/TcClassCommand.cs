using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc class</c>: makes, changes and deletes the classes of disciplines that have some (<c>tc/tc_class.c</c>).</summary>
internal static class TcClassCommand
{
    /// <summary>What <c>tc class help</c> says.</summary>
    public const string Help =
        """
        tc class { add | del | change | replace } dev DEV { root | parent CLASS } [ classid CLASS ] [ KIND options ]
        tc class show dev DEV [ root | parent CLASS ] [ classid CLASS ] [ qdisc HANDLE ]

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => Modify(i, args, ClassCommands.Add)),
        new("change", static (i, args) => Modify(i, args, ClassCommands.Change)),
        new("replace", static (i, args) => Modify(i, args, ClassCommands.Replace)),
        new("delete", static (i, args) => Modify(i, args, Delete)),
        new("get", null),
        new("list", TcClassShow.Run),
        new("show", TcClassShow.Run),
        new("lst", TcClassShow.Run),
        new("help", static (i, _) => i.Usage(Help, 0)),
    ];

    private delegate string? Change(NetDevice device, uint parent, uint classId, ClassOptions? options, Instant now);

    /// <summary>Carries out what follows <c>tc class</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        // Without a device there is nothing to list, and tc says so by saying nothing.
        if (!args.AtEnd) CommandTable.Run("Command", Commands, invocation, args, "tc class help");
    }

    private static string? Delete(NetDevice device, uint parent, uint classId, ClassOptions? options, Instant now)
    {
        ClassCommands.Delete(device, parent, classId, now);
        return null;
    }

    private static void Modify(Invocation invocation, ArgReader args, Change change)
    {
        var words = new ClassWords();
        while (words.Kind is null && !args.AtEnd) words.Read(args);
        var options = ParseOptions(words.Kind, args);
        var device = words.Device is null ? throw new RtnlException(Errno.ENODEV) : invocation.Device(words.Device);
        if (change(device, words.Parent, words.ClassId, options, invocation.Namespace.Now) is { } warning) invocation.Error.Append("Warning: ").Append(warning).Append('\n');
    }

    private static ClassOptions? ParseOptions(string? kind, ArgReader args)
    {
        if (kind is null) return null;
        return QdiscKinds.Find(kind) is { HasClassOptions: true } known
            ? known.ParseClass(args)
            : throw new Iproute2Exception($"Error: Qdisc \"{kind}\" is classless.");
    }

    /// <summary>The words of a change, read one by one up to the kind.</summary>
    private sealed class ClassWords
    {
        public string? Device { get; private set; }

        public uint ClassId { get; private set; }

        public uint Parent { get; private set; }

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
                case "classid":
                    var id = args.Next(word);
                    if (ClassId != 0) throw Words.Duplicate(word, id);
                    ClassId = TcHandleWords.Class(id, "invalid class ID");
                    break;
                case "handle":
                    throw new Iproute2Exception("Error: try \"classid\" instead of \"handle\"", 255);
                case "root":
                    if (Parent != 0) throw new Iproute2Exception("Error: \"root\" is duplicate parent ID.", 255);
                    Parent = TcHandle.Root;
                    break;
                case "parent":
                    var parent = args.Next(word);
                    if (Parent != 0) throw Words.Duplicate(word, parent);
                    Parent = TcHandleWords.Class(parent, "invalid parent ID");
                    break;
                default:
                    if (Words.Matches(word, "estimator")) throw Words.NotEmulated(word);
                    if (Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 255);
                    Kind = word;
                    break;
            }
        }
    }
}
