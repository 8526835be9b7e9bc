using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;
using Shouldly;

namespace ActorNet.Core.Tests.Sched;

/// <summary>Carries out lines of tc in one namespace, straight on the kinds and commands: just enough words for these tests to read like their observations.</summary>
internal static class TcRunner
{
    /// <summary>A line that must be refused by the kernel; answers its sentence, or the error number's text.</summary>
    public static string Refused(NetNamespace ns, string line) => Should.Throw<RtnlException>(() => Run(ns, line)).Message;

    /// <summary>A line that tc itself refuses.</summary>
    public static string Unreadable(NetNamespace ns, string line) => Should.Throw<Iproute2Exception>(() => Run(ns, line)).Message;

    public static string Run(NetNamespace ns, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var flags = words.TakeWhile(w => w[0] == '-').ToArray();
        var args = new ArgReader(words[flags.Length..]);
        var target = args.Next();
        var verb = args.Next();
        return target == "qdisc" ? Qdisc(ns, verb, args, flags) : Filter(ns, verb, args, flags);
    }

    private static string Qdisc(NetNamespace ns, string verb, ArgReader args, string[] flags)
    {
        args.TryTake("dev").ShouldBeTrue();
        var device = ns.Get(args.Next());
        if (verb == "show") return ShowQdiscs(device, flags);
        uint parent = 0, handle = 0, ingressBlock = 0, egressBlock = 0;
        string? kind = null;
        while (kind is null && !args.AtEnd)
        {
            switch (args.Next())
            {
                case "root": parent = TcHandle.Root; break;
                case "parent": parent = ClassId(args.Next()); break;
                case "handle": handle = ClassId(args.Next()); break;
                case "ingress_block": ingressBlock = uint.Parse(args.Next(), CultureInfo.InvariantCulture); break;
                case "egress_block": egressBlock = uint.Parse(args.Next(), CultureInfo.InvariantCulture); break;
                case "ingress" or "clsact":
                    args.Back();
                    kind = args.Next();
                    (parent, handle) = (TcHandle.Ingress, TcHandle.IngressHandle);
                    break;
                default:
                    args.Back();
                    kind = args.Next();
                    break;
            }
        }

        var options = kind is null ? null : QdiscKinds.Find(kind)?.Parse(args);
        switch (verb)
        {
            case "add": QdiscCommands.Add(device, parent, handle, kind, options, ns.Now, ingressBlock, egressBlock); break;
            case "change": QdiscCommands.Change(device, parent, handle, kind, options, ns.Now, ingressBlock, egressBlock); break;
            case "replace": QdiscCommands.Replace(device, parent, handle, kind, options, ns.Now, ingressBlock, egressBlock); break;
            default: QdiscCommands.Delete(device, parent, handle, kind, ns.Now); break;
        }

        return "";
    }

    private static string ShowQdiscs(NetDevice device, string[] flags)
    {
        using var writer = new ShowWriter(flags.Contains("-j"));
        foreach (var qdisc in QdiscTree.Visible(device))
        {
            writer.OpenObject().Text("kind", "qdisc {0} ", qdisc.Kind).Text("handle", "{0} ", FormattableString.Invariant($"{qdisc.Handle >> 16:x}:"));
            if (qdisc.Parent == TcHandle.Root) writer.Flag("root", "root ", value: true);
            else writer.Text("parent", "parent {0} ", TcHandle.Format(qdisc.Parent));
            var references = QdiscTree.References(device, qdisc);
            if (references != 1) writer.Number("refcnt", "refcnt {0} ", references);
            writer.OpenObject("options");
            qdisc.PrintOptions(writer, flags.Contains("-d"));
            writer.CloseObject().CloseObject().Plain("\n");
        }

        return writer.Finish();
    }

    private static string Filter(NetNamespace ns, string verb, ArgReader args, string[] flags)
    {
        var place = Place(ns, args);
        ushort protocol = 0;
        uint pref = 0;
        uint? chain = null;
        string? kind = null;
        string? handle = null;
        while (kind is null && !args.AtEnd)
        {
            switch (args.Next())
            {
                case "protocol": ProtocolNames.TryParse(args.Next(), out protocol).ShouldBeTrue(); break;
                case "prio": pref = uint.Parse(args.Next(), CultureInfo.InvariantCulture); break;
                case "chain": chain = uint.Parse(args.Next(), CultureInfo.InvariantCulture); break;
                case "handle": handle = args.Next(); break;
                default:
                    args.Back();
                    kind = args.Next();
                    break;
            }
        }

        if (verb == "show")
        {
            using var writer = new ShowWriter(flags.Contains("-j"));
            var show = new FilterShow { Chain = chain, Pref = pref, Protocol = protocol, Statistics = flags.Contains("-s") };
            FilterCommands.Show(place, show, writer, ns.Now);
            return writer.Finish();
        }

        // A filter that may be created is for all protocols unless the command says which.
        if (protocol == 0 && verb is ("add" or "replace")) protocol = ActorNet.Core.Frames.EtherType.All;
        var request = new FilterRequest { Chain = chain ?? 0, Pref = pref, Protocol = protocol, Handle = handle };
        var options = kind is null ? null : ClassifierKinds.Find(kind)?.Parse(args, new FilterSetting(protocol, place.Parent, handle)) ?? new U32Options();
        switch (verb)
        {
            case "add": FilterCommands.Add(place, request, kind, options); break;
            case "change": FilterCommands.Change(place, request, kind, options); break;
            case "replace": FilterCommands.Replace(place, request, kind, options); break;
            default: FilterCommands.Delete(place, request, kind); break;
        }

        return "";
    }

    private static FilterPlace Place(NetNamespace ns, ArgReader args)
    {
        if (args.TryTake("block")) return FilterPlace.InBlock(ns, uint.Parse(args.Next(), CultureInfo.InvariantCulture));
        args.TryTake("dev").ShouldBeTrue();
        var device = ns.Get(args.Next());
        if (args.TryTake("ingress")) return FilterPlace.On(device, TcHandle.ClsactIngress);
        if (args.TryTake("egress")) return FilterPlace.On(device, TcHandle.ClsactEgress);
        return FilterPlace.On(device, args.TryTake("parent") ? ClassId(args.Next()) : 0);
    }

    private static uint ClassId(string word)
    {
        TcHandle.TryParseClassId(word, out var id).ShouldBeTrue();
        return id;
    }
}
