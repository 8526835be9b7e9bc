namespace ActorNet.Core.Iproute2;

/// <summary>A command line that <c>ip</c> or <c>tc</c> would refuse before asking the kernel. The message is the text iproute2 prints, possibly several lines.</summary>
public sealed class Iproute2Exception : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="message">What iproute2 prints.</param>
    /// <param name="exitCode">Its exit code: 1 usage or value, 255 as <c>ip</c> gives for an invalid argument.</param>
    public Iproute2Exception(string message, int exitCode = 1)
        : base(message) => ExitCode = exitCode;

    /// <summary>The text goes to standard output, as some explanations of how to use a word do; otherwise to standard error.</summary>
    public bool IsExplanation { get; init; }

    /// <summary>Exit code of the command.</summary>
    public int ExitCode { get; }
}
