using System.CommandLine;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Commands;

/// <summary>All commands of the program. A new one is a file beside this and a line here.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree for one command line.</summary>
    /// <param name="terminal">Where commands write.</param>
    /// <param name="tail">Words that are passed on as they stand, see <see cref="VerbatimTail"/>.</param>
    public static RootCommand Build(Terminal terminal, IReadOnlyList<string> tail)
    {
        var options = new GlobalOptions();
        var context = new CommandContext(terminal, options, tail);
        var root = new RootCommand("Emulates Linux network devices with actors. Hosts are network namespaces of this machine; what lies between them is a file.")
        {
            options.Config,
            options.StateDirectory,
            UpCommand.Create(context),
            DownCommand.Create(context),
            PsCommand.Create(context),
            ExecCommand.Create(context),
            BoxToolCommand.Create(context, "ip", "devices and addresses of a box: actornet ip -n BOX -s link show"),
            BoxToolCommand.Create(context, "tc", "qdiscs, filters and actions of a box: actornet tc -n BOX -s -j qdisc show"),
            BoxToolCommand.Create(context, "bridge", "forwarding tables of a box: actornet bridge -n BOX fdb show"),
            BoxToolCommand.Create(context, "ethtool", "offloads of a device of a box: actornet ethtool -n BOX -k DEVICE"),
            ShellCommand.Create(context),
            ShowCommand.Create(context),
            LinkCommand.Create(context),
            EventsCommand.Create(context),
            ValidateCommand.Create(context),
            PlanCommand.Create(context),
            SimCommand.Create(context),
            CheckCommand.Create(context),
            GcCommand.Create(context),
            DoctorCommand.Create(context),
            DemoCommand.Create(context),
            CompletionCommand.Create(context),
            VersionCommand.Create(context),
            DaemonCommand.Create(context),
        };
        BenchCommands.Register(root, context);
        return root;
    }
}
