using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// Carries out <c>ip</c>, <c>tc</c>, <c>bridge</c> and <c>ethtool</c> commands on the namespaces of a lab, in iproute2 6.1's language and output. Synchronous and without
/// any state of its own: call it in the turn of the owner of every namespace that the command names.
/// </summary>
public sealed class Iproute2Session
{
    /// <summary>Most words of a command.</summary>
    public const int MaxWords = CommandLine.MaxWords;

    private static readonly Dictionary<string, Action<Invocation, ArgReader>> Programs = new(StringComparer.Ordinal)
    {
        ["ip"] = IpCommand.Run,
        ["tc"] = TcCommand.Run,
        ["bridge"] = BridgeCommand.Run,
        ["ethtool"] = EthtoolCommand.Run,
    };

    /// <summary>For the namespaces of a lab.</summary>
    public Iproute2Session(NetLab lab) => Lab = lab;

    /// <summary>The lab.</summary>
    public NetLab Lab { get; }

    /// <summary>Splits a line and carries it out; an empty line or a comment does nothing.</summary>
    public CommandResult ExecuteLine(string ns, string line)
    {
        try
        {
            var words = CommandLine.Split(line);
            return words.Count == 0 ? new CommandResult(0, "", "") : Execute(ns, words);
        }
        catch (Iproute2Exception e)
        {
            return new CommandResult(e.ExitCode, "", e.Message + "\n");
        }
    }

    /// <summary>Carries a command out. Whatever the words are, the answer is a result and never an exception; a command that fails leaves nothing half made.</summary>
    /// <param name="ns">Namespace it is given in; <c>-n</c> may lead elsewhere.</param>
    /// <param name="argv">Program and arguments.</param>
    public CommandResult Execute(string ns, IReadOnlyList<string> argv)
    {
        if (Lab.Find(ns) is not { } home) return Refuse(255, $"Cannot open network namespace \"{ns}\": No such file or directory");
        if (argv.Count > MaxWords) return Refuse(1, $"The command has {argv.Count} words; {MaxWords} is the most.");
        var invocation = new Invocation(this, home);
        try
        {
            Dispatch(invocation, new ArgReader(argv));
            return new CommandResult(invocation.ExitCode, invocation.Output.ToString(), invocation.Error.ToString());
        }
        catch (Iproute2Exception e)
        {
            (e.IsExplanation ? invocation.Output : invocation.Error).Append(e.Message).Append('\n');
            return new CommandResult(e.ExitCode, invocation.Output.ToString(), invocation.Error.ToString());
        }
        catch (RtnlException e)
        {
            return new CommandResult(2, invocation.Output.ToString(), invocation.Error + e.Iproute2Text + "\n");
        }
    }

    /// <summary>Carries out the command that follows: what <c>ip netns exec NAME</c> does with the rest of its line.</summary>
    /// <param name="invocation">Where.</param>
    /// <param name="args">At the program's name.</param>
    /// <param name="nested">Started by <c>ip netns exec</c>, which has its own words for a program that is not there.</param>
    internal static void Dispatch(Invocation invocation, ArgReader args, bool nested = false)
    {
        if (args.AtEnd) throw new Iproute2Exception("No command given; ip, tc, bridge and ethtool are known.");
        var program = args.Next();
        if (!Programs.TryGetValue(program, out var run) && nested) throw new Iproute2Exception($"exec of \"{program}\" failed: No such file or directory");
        if (run is null) throw new Iproute2Exception($"{program}: command not found; ip, tc, bridge and ethtool are known.", 127);
        run(invocation, args);
    }

    private static CommandResult Refuse(int exitCode, string sentence) => new(exitCode, "", sentence + "\n");
}
