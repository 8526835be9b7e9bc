using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options of a class of drr.</summary>
/// <param name="Quantum">Bytes of a turn; null for the default, a frame of full size, or for no change.</param>
public sealed record DrrClassOptions(uint? Quantum) : ClassOptions;

/// <summary>The kind <c>drr</c>: no options, but classes with a quantum.</summary>
public sealed class DrrKind : QdiscKind
{
    private const string ClassUsage = "Usage: ... drr quantum SIZE";

    /// <inheritdoc/>
    public override string Name => "drr";

    /// <inheritdoc/>
    public override bool HasClassOptions => true;

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new DrrQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        if (args.AtEnd) return null;
        var word = args.Next();
        throw new Iproute2Exception(word is "help" ? "Usage: ... drr" : $"What is \"{word}\"?\nUsage: ... drr");
    }

    /// <inheritdoc/>
    public override ClassOptions ParseClass(ArgReader args)
    {
        uint? quantum = null;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is "quantum") quantum = Units.TryParseSize(args.Next(word), out var size) ? size : throw new Iproute2Exception("Illegal \"quantum\"");
            else throw new Iproute2Exception(word is "help" ? ClassUsage : $"What is \"{word}\"?\n{ClassUsage}");
        }

        return new DrrClassOptions(quantum);
    }
}
