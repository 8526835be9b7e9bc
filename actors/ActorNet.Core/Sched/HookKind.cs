using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kinds <c>ingress</c> and <c>clsact</c>, which take no options; tc gives them parent ffff:fff1 and handle ffff: by itself.</summary>
public sealed class HookKind : QdiscKind
{
    private readonly bool _clsact;

    /// <summary>One of the two.</summary>
    /// <param name="clsact">Both directions rather than ingress only.</param>
    public HookKind(bool clsact) => _clsact = clsact;

    /// <inheritdoc/>
    public override string Name => _clsact ? "clsact" : "ingress";

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (_clsact || word is not "handle") throw new Iproute2Exception($"What is \"{word}\"?\nUsage: ... {Name}");
            // Old scripts write a handle behind the kind; tc steps over it.
            args.Next("a handle");
        }

        return null;
    }

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new IngressQdisc(device, _clsact);
}
