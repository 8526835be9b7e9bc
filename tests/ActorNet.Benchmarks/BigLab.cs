using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Engine;
using ActorNet.Engine.Loops;

namespace ActorNet.Benchmarks;

/// <summary>A namespace of a big lab, with the lines of <c>ip</c> that fill it.</summary>
internal sealed record BigBox(string Name, IReadOnlyList<string[]> Lines);

/// <summary>Labs of ten thousand devices, by the lines users would write; loopback devices are not counted.</summary>
internal static class BigLab
{
    /// <summary>Devices of each recipe.</summary>
    public const int Devices = 10_000;

    /// <summary>The recipes by name.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<BigBox>>> Recipes { get; } = new Dictionary<string, Func<IReadOnlyList<BigBox>>>(StringComparer.Ordinal)
    {
        ["switches"] = HundredBoxes,
        ["veth pairs"] = OneBoxOfPairs,
        ["dummies"] = static () => OneBoxOf("dummy"),
        ["ifbs"] = static () => OneBoxOf("ifb"),
        ["bridges"] = static () => OneBoxOf("bridge"),
    };

    /// <summary>A hundred boxes, each a bridge with one end of 49 veth pairs as its ports, and an ifb; everything up.</summary>
    private static IReadOnlyList<BigBox> HundredBoxes() => [.. Enumerable.Range(0, 100).Select(static b => new BigBox($"box{b}", Split(Switch(ports: 49))))];

    /// <summary>One box with 5,000 veth pairs, everything up.</summary>
    private static IReadOnlyList<BigBox> OneBoxOfPairs() => [new BigBox("box", Split(Enumerable.Range(0, Devices / 2).SelectMany(Pair)))];

    /// <summary>One box with 10,000 devices of a kind, everything up.</summary>
    private static IReadOnlyList<BigBox> OneBoxOf(string kind) =>
        [new BigBox("box", Split(Enumerable.Range(0, Devices).SelectMany(n => (string[])[$"ip link add d{n} type {kind}", $"ip link set d{n} up"])))];

    private static IEnumerable<string> Switch(int ports) =>
    [
        "ip link add br0 type bridge", "ip link set br0 up", "ip link add ifb0 type ifb", "ip link set ifb0 up",
        .. Enumerable.Range(0, ports).SelectMany(static n => Pair(n).Append($"ip link set a{n} master br0")),
    ];

    private static IEnumerable<string> Pair(int n) => [$"ip link add a{n} type veth peer name b{n}", $"ip link set a{n} up", $"ip link set b{n} up"];

    private static IReadOnlyList<string[]> Split(IEnumerable<string> lines) => [.. lines.Select(static l => Core.Iproute2.CommandLine.Split(l).ToArray())];
}

/// <summary>Builds such a lab as the program does, by requests to its actors.</summary>
internal static class BigLabBuilder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>On the virtual clock.</summary>
    public static VirtualSystem BuildVirtual(IReadOnlyList<BigBox> boxes)
    {
        var system = LoopSystem.CreateVirtual("big");
        Build(system.System, boxes, () => system.RunUntilIdle(), ahead: 1);
        return system;
    }

    /// <summary>On a loop of its own thread.</summary>
    /// <param name="boxes">What to build.</param>
    /// <param name="ahead">Requests under way at a time. With 1 every line waits for a change of threads and back, which takes longer than the line.</param>
    public static ActorSystem BuildLive(IReadOnlyList<BigBox> boxes, int ahead)
    {
        var system = LoopSystem.Create("big", new LoopOptions { Loops = 1 });
        Build(system, boxes, static () => { }, ahead);
        return system;
    }

    private static void Build(ActorSystem system, IReadOnlyList<BigBox> boxes, Action run, int ahead)
    {
        var lab = system.ActorOf(LabActor.Configure(new LabSettings()), "lab");
        foreach (var box in boxes)
        {
            var ns = (NamespaceCreated)Ask(lab, new CreateNamespace(box.Name), run);
            foreach (var lines in box.Lines.Chunk(ahead)) Command(ns.Namespace, lines, run);
        }

        // Carrier changes and births of actors that the last lines caused.
        Ask(lab, TakeSnapshot.Instance, run);
    }

    private static void Command(IActorRef box, string[][] lines, Action run)
    {
        var answers = Array.ConvertAll(lines, line => box.Ask<CommandDone>(new RunCommand(line), Patience));
        run();
        for (var i = 0; i < lines.Length; i++)
        {
            var result = answers[i].GetAwaiter().GetResult().Result;
            if (result.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', lines[i])}: {result.Error}");
        }
    }

    private static object Ask(IActorRef actor, object request, Action run)
    {
        var answer = actor.Ask<object>(request, Patience);
        run();
        return answer.GetAwaiter().GetResult();
    }
}
