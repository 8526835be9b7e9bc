using ActorNet.Shell;

namespace ActorNet.Node.Shell;

/// <summary>Carries lines of the shell out: in this process on virtual time, or in a daemon. Takes <c>use NETNS</c> beside what the session takes.</summary>
internal interface ILineRunner : IAsyncDisposable
{
    /// <summary>What stands in the prompt behind the program's name: namespace and virtual time, or topology and box.</summary>
    string Place { get; }

    /// <summary>Carries a line out.</summary>
    /// <param name="line">The line, continued ones joined.</param>
    /// <param name="stop">Gives up; what was begun may be half done.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    /// <exception cref="Cli.NodeException">Whoever carries it out cannot be reached any more.</exception>
    Task<ShellReply> RunAsync(string line, CancellationToken stop);
}
