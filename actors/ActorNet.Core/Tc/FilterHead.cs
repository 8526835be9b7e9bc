using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>The words that stand in front of every filter (<c>print_filter</c>): those that a command itself named are left out.</summary>
internal sealed class FilterHead
{
    private readonly Classifier _classifier;
    private readonly string _verb;
    private readonly NetDevice? _device;
    private readonly uint _parent;
    private readonly uint _block;
    private readonly FilterShow _show;

    private FilterHead(Classifier classifier, FilterShow show, string verb, NetDevice? device, uint parent, uint block)
    {
        (_classifier, _show, _verb, _device, _parent, _block) = (classifier, show, verb, device, parent, block);
    }

    /// <summary>In a listing of a place.</summary>
    public static FilterHead InShow(Classifier classifier, FilterShow show, FilterPlace place)
    {
        var block = classifier.Block;
        if (block.Index != 0) return new FilterHead(classifier, show, "", null, 0, place.Block == block.Index ? 0 : block.Index);
        return new FilterHead(classifier, show, "", null, block.LastParent == place.Parent ? 0 : block.LastParent, 0);
    }

    /// <summary>In the answer to <c>tc filter get</c>: everything but the device.</summary>
    public static FilterHead InGet(Classifier classifier, FilterPlace place) => new(classifier, new FilterShow(), "", null, place.Parent, 0);

    /// <summary>In a message to <c>tc monitor</c>: everything.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="place">As the command named the block.</param>
    /// <param name="verb">What happened, with a blank behind it; empty for a change.</param>
    public static FilterHead InMonitor(Classifier classifier, FilterPlace place, string verb) =>
        new(classifier, new FilterShow(), verb, place.Device, place.Parent, place.Block);

    /// <summary>Opens the element and prints.</summary>
    public void Print(ShowWriter writer)
    {
        writer.OpenObject().Plain(_verb).Plain("filter ");
        if (_device is not null) writer.Text("dev", "dev {0} ", _device.Name);
        if (_block != 0) writer.Unsigned("block", "block {0} ", _block);
        PrintParent(writer);
        if (_show.Protocol == 0) writer.Text("protocol", "protocol {0} ", ProtocolNames.Format(_classifier.Protocol));
        if (_show.Pref == 0) writer.Unsigned("pref", "pref {0} ", _classifier.Pref);
        writer.Text("kind", "{0} ", _classifier.Kind);
        if (_show.Chain is null) writer.Unsigned("chain", "chain {0} ", _classifier.Chain);
    }

    private void PrintParent(ShowWriter writer)
    {
        if (_parent == 0) return;
        if (_parent == TcHandle.Root) writer.Flag("root", "root ", value: true);
        else if (_parent == TcHandle.ClsactIngress) writer.Flag("ingress", "ingress ", value: true);
        else if (_parent == TcHandle.ClsactEgress) writer.Flag("egress", "egress ", value: true);
        else writer.Text("parent", "parent {0} ", TcHandle.Format(_parent));
    }
}

/// <summary>What <c>tc filter show</c> is asked to list.</summary>
public sealed record FilterShow
{
    /// <summary>Only this chain; null for all.</summary>
    public uint? Chain { get; init; }

    /// <summary>Only this preference; 0 for all.</summary>
    public uint Pref { get; init; }

    /// <summary>Only this protocol; 0 for all.</summary>
    public ushort Protocol { get; init; }

    /// <summary>With ages and counters of actions (<c>-s</c>).</summary>
    public bool Statistics { get; init; }
}
