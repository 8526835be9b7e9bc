using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Topology;

namespace ActorNet.Labs;

/// <summary>Carries out those steps of a plan that lie inside the emulation, by messages to a lab. Works on threads and on the virtual clock alike.</summary>
public sealed class PlanRunner
{
    private readonly Func<object, Task<object>> _ask;
    private readonly Func<string, Func<IWireSink, IWire>> _wireOf;

    /// <summary>For one lab.</summary>
    /// <param name="ask">Asks the lab and gives its answer.</param>
    /// <param name="wireOf">Makes the wire of a port, by the port's name.</param>
    public PlanRunner(Func<object, Task<object>> ask, Func<string, Func<IWireSink, IWire>> wireOf)
    {
        _ask = ask;
        _wireOf = wireOf;
    }

    /// <summary>Carries one step out; those of hosts are none of its business.</summary>
    /// <exception cref="LabException">It was refused; the message has the place in the file and the sentence of the emulation.</exception>
    public async Task PerformAsync(PlanStep step)
    {
        switch (step)
        {
            case AddBox add:
                Check(step, await _ask(new CreateNamespace(add.Box.Name, add.Box.Kernel, add.Box.Seed)).ConfigureAwait(false));
                break;
            case AddPort add:
                await AttachAsync(add).ConfigureAwait(false);
                break;
            case BoxCommand command:
                Check(step, await _ask(new ToNamespace(command.Box, new RunCommand(command.Words))).ConfigureAwait(false));
                break;
        }
    }

    private async Task AttachAsync(AddPort add)
    {
        var port = new AttachPort(add.Port.Name, 1, _wireOf(add.Port.Name));
        Check(add, await _ask(new ToNamespace(add.Box.Name, port)).ConfigureAwait(false));
        var mtu = add.Port.Mtu.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var resize = new RunCommand(["ip", "link", "set", "dev", add.Port.Name, "mtu", mtu]);
        Check(add, await _ask(new ToNamespace(add.Box.Name, resize)).ConfigureAwait(false));
    }

    private static void Check(PlanStep step, object answer)
    {
        var refusal = answer switch
        {
            Refused refused => refused.Reason,
            CommandDone { Result.ExitCode: not 0 } done => done.Result.Error.TrimEnd(),
            _ => null,
        };
        if (refusal is not null) throw new LabException($"{step.Origin}: '{step.Text}' was refused: {refusal}");
    }
}
