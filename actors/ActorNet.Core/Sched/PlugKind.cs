using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>What a plug is told to do (<c>TCQ_PLUG_*</c>).</summary>
public enum PlugAction
{
    /// <summary>Begin a new epoch: what comes from now on waits for a later release.</summary>
    Block,

    /// <summary>Let out what came before the latest block.</summary>
    Release,

    /// <summary>Let everything out until the next block.</summary>
    ReleaseIndefinite,

    /// <summary>Set the limit.</summary>
    Limit,
}

/// <summary>Options of plug.</summary>
/// <param name="Action">What to do; the last one that the command named.</param>
/// <param name="Limit">Bytes that may wait; 0 when the command named none.</param>
public sealed record PlugOptions(PlugAction Action, uint Limit) : QdiscOptions;

/// <summary>The kind <c>plug</c>: <c>block | release | release_indefinite | limit NUMBER</c>.</summary>
public sealed class PlugKind : QdiscKind
{
    private const string Usage = "Usage: ... plug [block | release | release_indefinite | limit NUMBER]";

    /// <inheritdoc/>
    public override string Name => "plug";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new PlugQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        PlugOptions? options = null;
        while (!args.AtEnd)
        {
            var word = args.Next();
            var limit = options?.Limit ?? 0;
            options = word switch
            {
                "block" => new PlugOptions(PlugAction.Block, limit),
                "release" => new PlugOptions(PlugAction.Release, limit),
                "release_indefinite" => new PlugOptions(PlugAction.ReleaseIndefinite, limit),
                "limit" => new PlugOptions(PlugAction.Limit, Limit(args.Next(word))),
                "help" => throw new Iproute2Exception(Usage),
                _ => throw new Iproute2Exception($"plug: unknown parameter \"{word}\"\n{Usage}"),
            };
        }

        return options;
    }

    private static uint Limit(string text) =>
        Units.TryParseSize(text, out var limit) ? limit : throw new Iproute2Exception($"Illegal value for \"limit\": \"{text}\"");
}
