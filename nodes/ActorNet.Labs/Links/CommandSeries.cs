using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Engine;
using ActorNet.Topology;

namespace ActorNet.Labs.Links;

/// <summary>Runs commands in boxes one after the other; each answer is handed to <see cref="OnAnswer"/>.</summary>
internal sealed class CommandSeries(IActorRef lab)
{
    private IReadOnlyList<LinkCommand> _commands = [];
    private Action<string?> _then = static _ => { };
    private bool _goesOn;
    private int _next;
    private string? _refusal;

    /// <summary>Some are under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Begins.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="self">Gets the answers.</param>
    /// <param name="then">Called when all are done, with the first refusal.</param>
    /// <param name="goesOn">Also after a refusal.</param>
    public void Run(IReadOnlyList<LinkCommand> commands, IActorRef self, Action<string?> then, bool goesOn = false)
    {
        (_commands, _then, _goesOn, _next, _refusal) = (commands, then, goesOn, 0, null);
        IsBusy = true;
        Continue(self);
    }

    /// <summary>An answer came.</summary>
    public void OnAnswer(object answer, IActorRef self)
    {
        var refusal = answer switch
        {
            CommandDone { Result.ExitCode: not 0 } done => Sentence(done.Result.Error),
            Refused refused => refused.Reason,
            _ => null,
        };
        if (refusal is not null) _refusal ??= $"'{string.Join(' ', _commands[_next - 1].Words)}' in box {_commands[_next - 1].Box}: {refusal}";
        Continue(self);
    }

    private void Continue(IActorRef self)
    {
        if (_next < _commands.Count && (_refusal is null || _goesOn))
        {
            var command = _commands[_next++];
            lab.Tell(new ToNamespace(command.Box, new RunCommand(command.Words)), self);
            return;
        }

        IsBusy = false;
        _then(_refusal);
    }

    private static string Sentence(string error) => error.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.TrimEnd('.', ' ') ?? "refused without a reason";
}
