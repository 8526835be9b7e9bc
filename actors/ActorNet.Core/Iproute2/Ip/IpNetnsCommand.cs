namespace ActorNet.Core.Iproute2;

/// <summary><c>ip netns</c>: the namespaces of the lab, and commands in one of them. They are made and removed by whoever owns the lab, never by a command.</summary>
internal static class IpNetnsCommand
{
    private const string Help =
        """
        ip netns { list | exec NAME COMMAND ... }

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("list", List),
        new("show", List),
        new("lst", List),
        new("help", static (i, _) => i.Usage(Help, 255)),
        new("add", static (_, args) => throw Fixed("create", args)),
        new("set", null),
        new("delete", static (_, args) => throw Fixed("remove", args)),
        new("identify", null),
        new("pids", null),
        new("exec", Exec),
        new("monitor", null),
        new("attach", null),
    ];

    /// <summary>Carries out what follows <c>ip netns</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) List(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "ip netns help");
    }

    private static void List(Invocation invocation, ArgReader args)
    {
        using var writer = invocation.Show.NewWriter();
        foreach (var ns in invocation.Session.Lab.Namespaces) writer.OpenObject().Text("name", "{0}\n", ns.Name).CloseObject();
        invocation.Output.Append(writer.Finish());
    }

    private static void Exec(Invocation invocation, ArgReader args)
    {
        invocation.Enter(args.AtEnd ? throw new Iproute2Exception("No netns name specified", 255) : args.Next());
        if (args.AtEnd) throw new Iproute2Exception("No command specified", 255);
        Iproute2Session.Dispatch(invocation, args);
    }

    private static Iproute2Exception Fixed(string verb, ArgReader args)
    {
        if (args.AtEnd) return new Iproute2Exception("No netns name specified", 255);
        return new Iproute2Exception($"Cannot {verb} namespace \"{args.Next()}\": the namespaces of a lab are its boxes; change the topology.");
    }
}
