using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options of multiq, which has none to choose.</summary>
public sealed record MultiqOptions : QdiscOptions;

/// <summary>The kind <c>multiq</c>, which takes no options.</summary>
public sealed class MultiqKind : QdiscKind
{
    private const string Usage = "Usage: ... multiq [help]";

    /// <inheritdoc/>
    public override string Name => "multiq";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new MultiqQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        if (args.AtEnd) return new MultiqOptions();
        var word = args.Next();
        throw new Iproute2Exception(word is "help" ? Usage : $"What is \"{word}\"?\n{Usage}");
    }
}
