using System.CommandLine;

namespace ActorNet.Node.Cli;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>A file of settings.</summary>
    public Option<string?> Config { get; } = new("--config")
    {
        Description = "settings that override the built-in ones (hocon/reference.conf)",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>The folder of ledgers and sockets.</summary>
    public Option<string?> StateDirectory { get; } = new("--state-dir")
    {
        Description = "folder of ledgers and control sockets; default $ACTORNET_STATE_DIR, else the setting actornet.node.state-dir",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>For commands that show something.</summary>
    public static Option<bool> Json() => new("--json") { Description = "print JSON" };
}
