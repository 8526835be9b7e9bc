namespace ActorNet.Shell;

/// <summary>What a word of a verb may be, for completion.</summary>
public enum ShellArgument
{
    /// <summary>A device of the namespace.</summary>
    Device,

    /// <summary>The words of a frame.</summary>
    Frame,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary><c>on</c> or <c>off</c>.</summary>
    OnOff,

    /// <summary>A file.</summary>
    File,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A verb or a program.</summary>
    Topic,
}

/// <summary>A verb of the shell: help, completion and execution come from this one record.</summary>
public sealed class ShellVerb
{
    internal ShellVerb(string name, string usage, string summary, string help, Func<VerbCall, Task> run, params ShellArgument[] arguments)
    {
        Name = name;
        Usage = usage;
        Summary = summary;
        Help = help;
        Run = run;
        Arguments = arguments;
    }

    /// <summary>The word.</summary>
    public string Name { get; }

    /// <summary>Its syntax on one line.</summary>
    public string Usage { get; }

    /// <summary>What it does, in half a sentence.</summary>
    public string Summary { get; }

    /// <summary>What it does, at length, with an example.</summary>
    public string Help { get; }

    /// <summary>What may follow, in order.</summary>
    public IReadOnlyList<ShellArgument> Arguments { get; }

    /// <summary>Whether <c>-n NETNS</c> may follow it.</summary>
    public bool TakesNamespace => Arguments is [ShellArgument.Device, ..];

    internal Func<VerbCall, Task> Run { get; }
}
