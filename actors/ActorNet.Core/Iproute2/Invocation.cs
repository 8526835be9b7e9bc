using System.Text;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>One command being carried out: where, how to print, and what it said so far.</summary>
internal sealed class Invocation
{
    /// <summary>A command of a namespace.</summary>
    public Invocation(Iproute2Session session, NetNamespace ns)
    {
        Session = session;
        Home = Namespace = ns;
    }

    /// <summary>Runs nested commands (<c>ip netns exec</c>).</summary>
    public Iproute2Session Session { get; }

    /// <summary>The namespace that the command was given in.</summary>
    public NetNamespace Home { get; }

    /// <summary>The namespace it works on; <c>-n</c> changes it.</summary>
    public NetNamespace Namespace { get; private set; }

    /// <summary>How to print.</summary>
    public ShowOptions Show { get; } = new();

    /// <summary>Standard output.</summary>
    public StringBuilder Output { get; } = new();

    /// <summary>Standard error, for warnings of a command that is not refused.</summary>
    public StringBuilder Error { get; } = new();

    /// <summary>Exit code of a command that is not refused by an exception.</summary>
    public int ExitCode { get; set; }

    /// <summary>Works on another namespace of the lab from here on.</summary>
    /// <exception cref="Iproute2Exception">There is none of that name.</exception>
    public void Enter(string name) => Namespace = Session.Lab.TryFindNamed(name, out var ns)
        ? ns
        : throw new Iproute2Exception($"Cannot open network namespace \"{name}\": No such file or directory", 255);

    /// <summary>The device of that name, in the words of commands that change something.</summary>
    /// <param name="name">As written.</param>
    /// <param name="exitCode">1 for ip and tc, 255 for bridge.</param>
    /// <exception cref="Iproute2Exception">There is none.</exception>
    public NetDevice Device(string name, int exitCode = 1) =>
        Namespace.Find(name) ?? throw new Iproute2Exception($"Cannot find device \"{name}\"", exitCode);

    /// <summary>Prints usage on standard error; the exit code is the one that the program gives with it.</summary>
    public void Usage(string text, int exitCode)
    {
        Error.Append(text);
        ExitCode = exitCode;
    }
}
