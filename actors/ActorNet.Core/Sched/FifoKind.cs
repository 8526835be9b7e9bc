using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options of pfifo and bfifo.</summary>
/// <param name="Limit">Packets or bytes; 0 lets nothing in.</param>
public sealed record FifoOptions(uint Limit) : QdiscOptions;

/// <summary>The kinds <c>pfifo</c>, <c>bfifo</c> and <c>pfifo_head_drop</c>: <c>[ limit NUMBER ]</c>.</summary>
public sealed class FifoKind : QdiscKind
{
    private readonly bool _inBytes;
    private readonly bool _dropsHead;

    /// <summary>One of the three.</summary>
    /// <param name="name"><c>pfifo</c>, <c>bfifo</c> or <c>pfifo_head_drop</c>.</param>
    /// <exception cref="ArgumentException">Another name.</exception>
    public FifoKind(string name)
    {
        if (name is not ("pfifo" or "bfifo" or "pfifo_head_drop"))
            throw new ArgumentException($"There is no fifo kind \"{name}\"; pfifo, bfifo and pfifo_head_drop are known.", nameof(name));
        Name = name;
        _dropsHead = name.EndsWith("head_drop", StringComparison.Ordinal);
        _inBytes = name[0] == 'b';
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        FifoOptions? options = null;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is not "limit")
            {
                throw new Iproute2Exception($"{Name}: unknown parameter \"{word}\"\nUsage: ... <[p|b]fifo | pfifo_head_drop> [ limit NUMBER ]");
            }

            var value = args.Next("the limit");
            if (!Units.TryParseSize(value, out var limit)) throw new Iproute2Exception($"{Name}: Illegal value for \"limit\": \"{value}\"");
            options = new FifoOptions(limit);
        }

        return options;
    }

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new FifoQdisc(device, _inBytes, _dropsHead);
}
