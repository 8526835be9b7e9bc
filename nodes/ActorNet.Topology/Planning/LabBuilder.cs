using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Topology;

/// <summary>
/// Carries out the steps of a plan that lie inside the emulation, on namespaces in memory: for the rehearsal, for simulations and for tests.
/// Ports are TAP endpoints without a wire; whoever runs the lab attaches one, or leaves them without carrier.
/// </summary>
public sealed class LabBuilder
{
    private static readonly CommandResult Done = new(0, "", "");
    private readonly Action<NetNamespace>? _onBox;
    private readonly Iproute2Session _session;

    /// <summary>Starts with an empty lab.</summary>
    /// <param name="onBox">Called for each namespace before anything is in it: the place to set its clock and hooks.</param>
    public LabBuilder(Action<NetNamespace>? onBox = null)
    {
        _onBox = onBox;
        Lab = new NetLab();
        _session = new Iproute2Session(Lab);
    }

    /// <summary>The namespaces made so far, by the names of their boxes.</summary>
    public NetLab Lab { get; }

    /// <summary>Builds all boxes of a plan.</summary>
    /// <exception cref="InvalidOperationException">A step was refused: the topology did not come from <see cref="TopologyLoader"/>.</exception>
    public static NetLab Build(TopologyPlan plan, Action<NetNamespace>? onBox = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var builder = new LabBuilder(onBox);
        foreach (var step in plan.Steps)
        {
            var result = builder.Perform(step);
            if (result.ExitCode != 0) throw new InvalidOperationException($"{step.Origin}: '{step.Text}' was refused: {result.Error.TrimEnd()}");
        }

        return builder.Lab;
    }

    /// <summary>Carries one step out; those of hosts are none of its business and succeed.</summary>
    /// <returns>What iproute2 would answer; exit code 0 when done.</returns>
    public CommandResult Perform(PlanStep step) => step switch
    {
        AddBox add => Refusable(() => Add(add.Box)),
        AddPort add => Refusable(() => Add(add.Box, add.Port)),
        BoxCommand command => _session.Execute(command.Box, command.Words),
        _ => Done,
    };

    private static CommandResult Refusable(Action act)
    {
        try
        {
            act();
            return Done;
        }
        catch (RtnlException refusal)
        {
            return new CommandResult(2, "", refusal.Iproute2Text);
        }
    }

    private void Add(Box box)
    {
        var ns = new NetNamespace(box.Name, box.Kernel, box.Seed);
        _onBox?.Invoke(ns);
        Lab.Add(ns);
        ns.Register(new LoopbackDevice());
    }

    private void Add(Box box, Port port)
    {
        var ns = Lab.Find(box.Name) ?? throw new InvalidOperationException($"Box {box.Name} has to be made before its ports.");
        var device = new TapEndpointDevice(port.Name);
        ns.Register(device);
        ns.SetMtu(device, port.Mtu);
    }
}
