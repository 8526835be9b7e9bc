using System.Globalization;
using System.Text;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// <c>ip netns</c>: the namespaces of the lab, and commands in one of them. <c>add</c> and <c>del</c> work where the lab's owner lets commands make namespaces
/// (<see cref="NetLab.NamespaceFactory"/>); the boxes of a topology are fixed.
/// </summary>
internal static class IpNetnsCommand
{
    private const string Directory = "/run/netns/";

    private const string Help =
        """
        ip netns list
        ip netns add NAME
        ip netns set NAME NETNSID
        ip [-all] netns delete [NAME]
        ip netns identify
        ip netns pids NAME
        ip [-all] netns exec [NAME] cmd ...
        ip netns list-id [nsid POSITIVE-INT]
        NETNSID := auto | POSITIVE-INT

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("list", List),
        new("show", List),
        new("lst", List),
        new("list-id", NetnsIdCommand.List),
        new("help", static (i, _) => i.Usage(Help, 255)),
        new("add", Add),
        new("set", NetnsIdCommand.Set),
        new("delete", Delete),
        new("identify", Identify),
        new("pids", Pids),
        new("exec", Exec),
        new("monitor", null),
        new("attach", null),
    ];

    /// <summary>Carries out what follows <c>ip netns</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd)
        {
            List(invocation, args);
            return;
        }

        if (args.Peek(1) is { } name && !IsValidName(name)) throw new Iproute2Exception($"Invalid netns name \"{name}\"", 255);
        CommandTable.Run("Command", Commands, invocation, args, "ip netns help");
    }

    /// <summary>The namespace of that name.</summary>
    /// <exception cref="Iproute2Exception">There is none.</exception>
    public static NetNamespace Find(Invocation invocation, string name, int exitCode = 1) =>
        invocation.Session.Lab.TryFindNamed(name, out var ns) ? ns : throw new Iproute2Exception($"Cannot open network namespace \"{name}\": No such file or directory", exitCode);

    private static bool IsValidName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= NetLab.MaxName && !name.Contains('/', StringComparison.Ordinal) && name is not ("." or "..");

    private static string NameOf(ArgReader args) => args.AtEnd ? throw new Iproute2Exception("No netns name specified") : args.Next();

    private static void List(Invocation invocation, ArgReader args)
    {
        using var writer = invocation.Show.NewWriter();
        foreach (var ns in invocation.Session.Lab.Named)
        {
            writer.OpenObject().Text("name", "{0}", ns.Name);
            if (invocation.Namespace.NetnsIds.TryGet(ns, out var id)) writer.Number("id", " (id: {0})", id);
            writer.Plain("\n").CloseObject();
        }

        invocation.Output.Append(writer.Finish());
    }

    private static void Add(Invocation invocation, ArgReader args)
    {
        var name = NameOf(args);
        var lab = invocation.Session.Lab;
        if (lab.Find(name) is not null) throw new Iproute2Exception($"Cannot create namespace file \"{Directory}{name}\": File exists");
        if (lab.NamespaceFactory is null) throw Fixed("create", name);
        try
        {
            lab.Create(name);
        }
        catch (RtnlException e)
        {
            throw new Iproute2Exception($"Failed to create a new network namespace \"{name}\": {RtnlException.Describe(e.Errno)}");
        }
    }

    private static void Delete(Invocation invocation, ArgReader args)
    {
        if (invocation.Show.All)
        {
            foreach (var each in invocation.Session.Lab.Named.ToArray()) Destroy(invocation, each);
            return;
        }

        var name = NameOf(args);
        if (!invocation.Session.Lab.TryFindNamed(name, out var ns)) throw new Iproute2Exception($"Cannot remove namespace file \"{Directory}{name}\": No such file or directory");
        Destroy(invocation, ns);
    }

    private static void Destroy(Invocation invocation, NetNamespace ns)
    {
        if (invocation.Session.Lab.NamespaceRemover is null) throw Fixed("remove", ns.Name);
        // A process inside keeps a real one alive; here the command itself is the only one that can be.
        if (ReferenceEquals(ns, invocation.Home)) throw new Iproute2Exception($"Cannot remove namespace \"{ns.Name}\": this session works in it; leave it first.");
        invocation.Session.Lab.Destroy(ns);
    }

    private static void Identify(Invocation invocation, ArgReader args)
    {
        if (!args.AtEnd) throw new Iproute2Exception("A lab has no processes; \"ip netns identify\" alone tells where this session is.");
        invocation.Output.Append(invocation.Namespace.IsInitial ? "" : invocation.Namespace.Name).Append('\n');
    }

    /// <summary>No process lives in an emulated namespace: the list is empty.</summary>
    private static void Pids(Invocation invocation, ArgReader args) => Find(invocation, NameOf(args));

    private static void Exec(Invocation invocation, ArgReader args)
    {
        if (invocation.Show.All)
        {
            ExecEverywhere(invocation, args);
            return;
        }

        var name = NameOf(args);
        if (args.AtEnd) throw new Iproute2Exception("No command specified");
        invocation.Enter(name);
        Iproute2Session.Dispatch(invocation, args, nested: true);
    }

    private static void ExecEverywhere(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) throw new Iproute2Exception("No command specified");
        var words = args.Rest();
        foreach (var ns in invocation.Session.Lab.Named.ToArray())
        {
            invocation.Output.Append(CultureInfo.InvariantCulture, $"\nnetns: {ns.Name}\n");
            var result = invocation.Session.Execute(ns.Name, words);
            invocation.Output.Append(result.Output);
            invocation.Error.Append(result.Error);
            if (result.ExitCode != 0) invocation.ExitCode = result.ExitCode;
        }
    }

    private static Iproute2Exception Fixed(string verb, string name) =>
        new($"Cannot {verb} namespace \"{name}\": the namespaces of a lab are its boxes; change the topology.");
}
