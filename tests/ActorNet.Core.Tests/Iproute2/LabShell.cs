using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>A lab as a shell has it: an initial namespace without a name, in which <c>ip netns add</c> makes others, and a clock that goes on between commands.</summary>
internal sealed class LabShell
{
    /// <summary>What the initial namespace is called in the lab: no user can name it.</summary>
    public const string Home = "/";

    private const long SecondsBetween = 2_000_000_000;

    private readonly KernelProfile _kernel;
    private ulong _seed = 1;

    public LabShell(string kernel = "6.18")
    {
        _kernel = KernelProfile.Find(kernel)!;
        Lab.NamespaceFactory = name => Make(name, initial: false);
        Lab.NamespaceRemover = Removed.Add;
        Lab.Add(Make(Home, initial: true));
        Session = new Iproute2Session(Lab);
    }

    public NetLab Lab { get; } = new();

    public List<NetNamespace> Removed { get; } = [];

    public Iproute2Session Session { get; }

    public Instant Now { get; private set; } = Instant.Zero;

    public NetNamespace Namespace => Lab.Find(Home)!;

    /// <summary>Gives a command to the initial namespace; changes of carrier are carried out before the next one.</summary>
    public CommandResult Run(string line)
    {
        var result = Session.ExecuteLine(Home, line);
        Now = Now.Plus(SecondsBetween);
        Lab.Work.Run(Now);
        return result;
    }

    private NetNamespace Make(string name, bool initial)
    {
        var ns = new NetNamespace(name, _kernel, _seed++) { IsInitial = initial, Clock = () => Now };
        ns.Register(new LoopbackDevice());
        return ns;
    }
}
