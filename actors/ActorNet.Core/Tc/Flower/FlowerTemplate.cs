using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc.Flower;

/// <summary>The most that filters of a chain may look at (<c>struct fl_flow_tmplt</c>).</summary>
internal sealed class FlowerTemplate : ChainTemplate
{
    private readonly FlowKey _key;
    private readonly NetNamespace _namespace;

    /// <summary>A template of options whose values do not matter, only their masks.</summary>
    /// <exception cref="RtnlException">As <see cref="FlowerKeyBuilder"/> refuses.</exception>
    public FlowerTemplate(NetNamespace ns, FlowerOptions options)
    {
        if (options.IsMissing) throw new RtnlException(Errno.EINVAL);
        _namespace = ns;
        (_key, Mask) = FlowerKeyBuilder.Build(options.Attributes, ns);
    }

    /// <inheritdoc/>
    public override string Kind => "flower";

    /// <summary>Ones where filters may look.</summary>
    public FlowKey Mask { get; }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer) => FlowerPrinter.Print(writer, _namespace, _key, Mask);
}
