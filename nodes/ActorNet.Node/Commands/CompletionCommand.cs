using System.CommandLine;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Commands;

/// <summary><c>completion</c>: a script that makes a shell ask the program itself what could come next.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _actornet() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _actornet actornet ./actornet
        """;

    private const string Zsh = """
        #compdef actornet
        _actornet() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found || _files
        }
        compdef _actornet actornet
        """;

    private const string Fish = """
        complete -c actornet -a '(actornet "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
        """;

    public static Command Create(CommandContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" }.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "print a completion script: eval \"$(actornet completion bash)\"") { shell };
        command.SetAction(parsed =>
        {
            context.Terminal.Output.WriteLine(parsed.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return ExitCodes.Done;
        });
        return command;
    }
}
