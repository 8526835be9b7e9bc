using System.Text;
using ActorNet.Actors.Messages;
using ActorNet.Core.Iproute2;

namespace ActorNet.TestKit;

/// <content>Commands of iproute2.</content>
public sealed partial class Lab
{
    /// <summary>Owner of what is held by <see cref="Hold"/>.</summary>
    private const long Holder = 1;

    private static readonly string[] ProgramsWithNetns = ["ip", "tc", "bridge"];

    /// <summary>Runs commands of <c>ip</c>, <c>tc</c>, <c>bridge</c> or <c>ethtool</c>: one line, or several, up to the first that is refused.</summary>
    /// <param name="commands">Each says with <c>-n BOX</c> where; a lab of one box needs none of that. Empty lines and comments are skipped.</param>
    /// <returns>The result of the last line; the output is that of all.</returns>
    /// <exception cref="LabFailureException">A line was refused; the message is iproute2's.</exception>
    public CommandResult Run(string commands) => Must(RunAll(commands, BoxOf));

    /// <summary>The same in a given box.</summary>
    /// <param name="box">Name of the box.</param>
    /// <param name="commands">The lines.</param>
    /// <exception cref="LabFailureException">A line was refused.</exception>
    /// <exception cref="LabFailureException">There is no such box.</exception>
    public CommandResult Run(string box, string commands) => Must(TryIn(box, commands));

    /// <summary>Runs commands that may be refused, up to the first that is.</summary>
    /// <param name="commands">The lines.</param>
    /// <returns>The result of the last line that ran; a refusal has an exit code other than 0 and iproute2's sentence.</returns>
    public CommandResult TryRun(string commands) => RunAll(commands, BoxOf).Result;

    /// <summary>The same in a given box.</summary>
    /// <param name="box">Name of the box.</param>
    /// <param name="commands">The lines.</param>
    /// <exception cref="LabFailureException">There is no such box.</exception>
    public CommandResult TryRun(string box, string commands) => TryIn(box, commands).Result;

    /// <summary>The drains of an IFB wait for <see cref="Step(string, int)"/> from now on: what the tasklet would do at once.</summary>
    /// <param name="ifb">An IFB.</param>
    /// <exception cref="LabFailureException">It is none.</exception>
    public void Hold(string ifb) => AskDevice(ifb, name => new HoldDrains(name, Hold: true, Holder));

    /// <summary>They run by themselves again.</summary>
    /// <param name="ifb">An IFB that is held.</param>
    /// <exception cref="LabFailureException">It is not held.</exception>
    public void Release(string ifb) => AskDevice(ifb, name => new HoldDrains(name, Hold: false, Holder));

    /// <summary>One drain turn of one queue of an IFB that is held, and what it causes at this instant.</summary>
    /// <param name="ifb">An IFB that is held.</param>
    /// <param name="queue">Number of the queue.</param>
    /// <returns>Whether a drain was pending and ran, and the queue right after it.</returns>
    /// <exception cref="LabFailureException">It is not held, or has no such queue.</exception>
    public DrainStepped Step(string ifb, int queue = 0) => (DrainStepped)AskDevice(ifb, name => new StepDrain(name, queue));

    /// <summary>The queues of an IFB at this instant.</summary>
    /// <param name="ifb">An IFB.</param>
    /// <exception cref="LabFailureException">It is none.</exception>
    public IReadOnlyList<IfbQueueState> Queues(string ifb) => ((IfbQueues)AskDevice(ifb, name => new QueryIfbQueues(name))).Queues;

    private static CommandResult Must((CommandResult Result, string Line) run) => run.Result.ExitCode == 0
        ? run.Result
        : throw new LabFailureException($"'{run.Line}' was refused with exit code {run.Result.ExitCode}:\n{run.Result.Error.TrimEnd()}");

    private (CommandResult Result, string Line) TryIn(string box, string commands)
    {
        new NameBook(Topology, TakeSnapshot()).Box(box);
        return RunAll(commands, (_, _) => box);
    }

    private (CommandResult Result, string Line) RunAll(string commands, Func<IReadOnlyList<string>, string, string> boxOf)
    {
        ArgumentException.ThrowIfNullOrEmpty(commands);
        var output = new StringBuilder();
        var last = (Result: new CommandResult(0, "", ""), Line: commands);
        foreach (var line in commands.Split('\n', StringSplitOptions.TrimEntries))
        {
            var words = CommandLine.Split(line);
            if (words.Count == 0) continue;
            var result = Inside(() => _simulation.Run(boxOf(words, line), words));
            output.Append(result.Output);
            last = (result with { Output = output.ToString() }, line);
            if (result.ExitCode != 0) break;
        }

        return last;
    }

    /// <summary>Where a line runs: with <c>-n</c> it says so itself, and any box will do to say it in.</summary>
    private string BoxOf(IReadOnlyList<string> words, string line)
    {
        if (!ProgramsWithNetns.Contains(words[0], StringComparer.Ordinal)) return new NameBook(Topology, TakeSnapshot()).OnlyBox(line);
        foreach (var word in words.Skip(1))
        {
            if (!word.StartsWith('-')) break;
            if (word is ['-', 'n', ..] && "-netns".StartsWith(word, StringComparison.Ordinal)) return Topology.Boxes[0].Name;
        }

        return words.Count > 1 && words[1] == "netns" ? Topology.Boxes[0].Name : new NameBook(Topology, TakeSnapshot()).OnlyBox(line);
    }

    private object AskDevice(string device, Func<string, object> request)
    {
        var place = PlaceOf(device);
        var answer = AskBox(place.Box, request(place.Device));
        return answer is Refused refused ? throw new LabFailureException($"{place}: {refused.Reason}") : answer;
    }
}
