using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc qdisc show</c>.</summary>
internal static class TcQdiscShow
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var filter = Filter.Parse(args);
        using var writer = invocation.Show.NewWriter();
        var devices = filter.Device is null ? invocation.Namespace.DevicesAsTheyCame : [invocation.Device(filter.Device)];
        foreach (var device in devices)
        {
            foreach (var qdisc in filter.Hidden ? QdiscTree.Listed(device) : QdiscTree.Visible(device))
            {
                if (filter.Matches(qdisc)) PrintOne(writer, invocation.Show, qdisc, filter.Device is null ? device : null, qdisc.Parent, QdiscTree.References(device, qdisc));
            }
        }

        invocation.Output.Append(writer.Finish());
    }

    /// <summary>Prints one qdisc.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="show">How.</param>
    /// <param name="qdisc">What.</param>
    /// <param name="device">Its device, when that is to be named.</param>
    /// <param name="parent">Its place; 0 to name none.</param>
    /// <param name="references">Users.</param>
    public static void PrintOne(ShowWriter writer, ShowOptions show, Qdisc qdisc, NetDevice? device, uint parent, int references)
    {
        writer.OpenObject().Text("kind", "qdisc {0} ", qdisc.Kind).Text("handle", "{0} ", HandleText(qdisc.Handle));
        if (device is not null) writer.Text("dev", "dev {0} ", device.Name);
        if (parent == TcHandle.Root) writer.Flag("root", "root ", value: true);
        else if (parent != 0) writer.Text("parent", "parent {0} ", TcHandle.Format(parent));
        if (references != 1) writer.Number("refcnt", "refcnt {0} ", references);
        PrintBlocks(writer, qdisc);
        writer.OpenObject("options");
        qdisc.PrintOptions(writer, show.Details);
        if (show.Statistics > 0) qdisc.PrintOptionStatistics(writer);
        writer.CloseObject().Plain(show.LineEnd);
        if (show.Statistics > 0)
        {
            TcStatsPrinter.Print(writer, qdisc, show);
            qdisc.PrintStatistics(writer);
        }

        writer.CloseObject();
        if (show.Oneline) writer.Plain("\n");
    }

    private static string HandleText(uint handle) => handle == 0 ? "0:" : TcHandle.Format(handle);

    private static void PrintBlocks(ShowWriter writer, Qdisc qdisc)
    {
        if (qdisc is not IngressQdisc hook) return;
        if (hook.Ingress.Index != 0) writer.Unsigned("ingress_block", "ingress_block {0} ", hook.Ingress.Index);
        if (hook.Egress is { Index: not 0 } egress) writer.Unsigned("egress_block", "egress_block {0} ", egress.Index);
    }

    /// <summary>Which qdiscs are asked for.</summary>
    private sealed class Filter
    {
        private uint _handle;
        private uint _parent;

        public string? Device { get; private set; }

        public bool Hidden { get; private set; }

        public bool Matches(Qdisc qdisc) => (_handle == 0 || qdisc.Handle == _handle) && (_parent == 0 || qdisc.Parent == _parent);

        public static Filter Parse(ArgReader args)
        {
            var filter = new Filter();
            while (!args.AtEnd) filter.Read(args);
            return filter;
        }

        private void Read(ArgReader args)
        {
            var word = args.Next();
            switch (word)
            {
                case "dev":
                    Device = args.Next(word);
                    break;
                case "root":
                    SetParent(TcHandle.Root, word);
                    break;
                case "ingress" or "clsact":
                    SetParent(TcHandle.Ingress, word);
                    break;
                case "parent":
                    var parent = args.Next(word);
                    SetParent(TcHandleWords.Class(parent, "invalid parent ID"), parent);
                    break;
                case "handle":
                    var handle = args.Next(word);
                    _handle = TcHandleWords.Qdisc(handle, "invalid handle ID");
                    break;
                default:
                    if (Words.Matches(word, "help")) throw new Iproute2Exception(TcQdiscCommand.Help.TrimEnd('\n'), 0);
                    if (!Words.Matches(word, "invisible")) throw new Iproute2Exception($"What is \"{word}\"? Try \"tc qdisc help\".", 255);
                    Hidden = true;
                    break;
            }
        }

        private void SetParent(uint parent, string word)
        {
            if (_parent != 0) throw Words.Invalid("parent is already specified", word);
            _parent = parent;
        }
    }
}
