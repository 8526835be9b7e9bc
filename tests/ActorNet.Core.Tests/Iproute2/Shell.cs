using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using Shouldly;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>A lab of fresh namespaces, each with a loopback device as on Linux, and a session to give commands to.</summary>
internal sealed class Shell
{
    /// <summary>Time enough for changes of carrier to be carried out between two commands.</summary>
    private const long SecondsBetween = 2_000_000_000;

    private Instant _now = Instant.Zero;

    public Shell(params string[] namespaces)
    {
        ulong seed = 1;
        foreach (var name in namespaces.Length == 0 ? ["box"] : namespaces)
        {
            var ns = new NetNamespace(name, seed: seed++);
            ns.Register(new LoopbackDevice());
            Lab.Add(ns);
        }

        Session = new Iproute2Session(Lab);
    }

    public NetLab Lab { get; } = new();

    public Iproute2Session Session { get; }

    public NetNamespace Namespace => Lab.Namespaces.First();

    /// <summary>Gives a command to the first namespace.</summary>
    public CommandResult Run(string line)
    {
        var result = Session.ExecuteLine(Namespace.Name, line);
        _now = _now.Plus(SecondsBetween);
        Lab.Work.Run(_now);
        return result;
    }

    /// <summary>Gives a command that must succeed and say nothing on standard error; its output.</summary>
    public string Ok(string line)
    {
        var result = Run(line);
        result.Error.ShouldBe("", line);
        result.ExitCode.ShouldBe(0, line);
        return result.Output;
    }

    /// <summary>Gives a command that must fail; what it says on standard error.</summary>
    public string Fails(string line, int exitCode)
    {
        var result = Run(line);
        result.ExitCode.ShouldBe(exitCode, $"{line}: {result.Error}");
        result.Error.ShouldNotBeEmpty(line);
        return result.Error;
    }
}
