using System.Globalization;
using System.Text;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using Shouldly;

namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>
/// A recorded session with the real programs: <c>$</c> and a command, then its lines of output, each ended by a bar, those of standard error begun by
/// <c>E: </c>, then <c>=</c> and the exit code unless it is 0. Replaying it compares every byte.
/// </summary>
internal sealed class Transcript
{
    /// <summary>Recordings waited long enough between two commands for changes of carrier to be carried out.</summary>
    private const long SecondsBetween = 2_000_000_000;

    private readonly List<(string Command, string Answer)> _steps = [];

    public Transcript(string text)
    {
        var answer = new StringBuilder();
        foreach (var line in text.Split('\n').Reverse())
        {
            if (!line.StartsWith("$ ", StringComparison.Ordinal))
            {
                answer.Insert(0, line + "\n");
                continue;
            }

            _steps.Insert(0, (line[2..], answer.ToString()));
            answer.Clear();
        }
    }

    /// <summary>The commands in order.</summary>
    public IEnumerable<string> Commands => _steps.Select(s => s.Command);

    /// <summary>Gives every command to the session and compares.</summary>
    public void Replay(Iproute2Session session, string ns)
    {
        var now = Instant.Zero;
        Replay(command =>
        {
            var result = session.ExecuteLine(ns, command);
            now = now.Plus(SecondsBetween);
            session.Lab.Work.Run(now);
            return result;
        });
    }

    /// <summary>Carries every command out in a fresh namespace of a kernel and compares.</summary>
    public void Replay(KernelProfile kernel)
    {
        var lab = new NetLab();
        var ns = new NetNamespace("box", kernel, seed: 1);
        ns.Register(new LoopbackDevice());
        lab.Add(ns);
        Replay(new Iproute2Session(lab), "box");
    }

    /// <summary>Gives every command to whoever carries it out and compares.</summary>
    public void Replay(Func<string, CommandResult> run)
    {
        var differences = new StringBuilder();
        foreach (var (command, answer) in _steps)
        {
            var got = Render(run(command));
            if (!string.Equals(got, answer, StringComparison.Ordinal)) differences.Append(CultureInfo.InvariantCulture, $"$ {command}\n-- observed:\n{answer}-- emulated:\n{got}");
        }

        _steps.Count.ShouldBeGreaterThan(0);
        differences.ToString().ShouldBeEmpty();
    }

    private static string Render(CommandResult result)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(result.Output)) text.Append(line).Append("|\n");
        foreach (var line in Lines(result.Error)) text.Append("E: ").Append(line).Append("|\n");
        if (result.ExitCode != 0) text.Append(CultureInfo.InvariantCulture, $"= {result.ExitCode}\n");
        return text.ToString();
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text[..^1].Split('\n');
}
