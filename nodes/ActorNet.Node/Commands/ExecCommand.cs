using System.CommandLine;
using ActorNet.Linux.Namespaces;
using ActorNet.Node.Cli;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary><c>exec</c>: runs a program in a host, with this terminal and its exit code.</summary>
internal static class ExecCommand
{
    public static Command Create(CommandContext context)
    {
        var host = new Argument<string>("HOST") { Description = "a host of a running topology; TOPOLOGY/HOST when several have it" };
        var words = new Argument<string[]>("COMMAND") { Description = "the program and its arguments, as they stand: actornet exec alice -- ping -c 3 10.0.0.2", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("exec", "run a program in a host") { host, words };
        command.SetAction((parsed, stop) =>
        {
            if (context.Tail.Count == 0) throw NodeException.Usage("say which program to run: actornet exec HOST -- COMMAND...");
            var found = new TopologyCatalog(context.State(parsed)).Host(parsed.GetRequiredValue(host));
            if (!Environment.IsPrivilegedProcess) throw NodeException.Lacking("a program can enter a host's namespace only as root; use sudo.");
            return NamespaceCommand.RunAsync(found.Namespace, context.Tail[0], context.Tail.Skip(1), stop);
        });
        return command;
    }
}
