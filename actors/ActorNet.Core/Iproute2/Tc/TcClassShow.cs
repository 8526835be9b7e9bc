using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc class show</c>. iproute2 6.1 prints classes as text, with <c>-j</c> as without.</summary>
internal static class TcClassShow
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var filter = new Filter();
        while (!args.AtEnd) filter.Read(args);
        if (filter.Device is null) return;
        using var writer = new ShowWriter(json: false);
        Print(writer, invocation.Show, invocation.Device(filter.Device), filter);
        invocation.Output.Append(writer.Finish());
    }

    private static void Print(ShowWriter writer, ShowOptions show, NetDevice device, Filter filter)
    {
        foreach (var qdisc in QdiscTree.Visible(device))
        {
            // The kernel compares the discipline that the parent belongs to, never the parent itself.
            if (qdisc is not IClassfulQdisc classful || (filter.Parent != 0 && TcHandle.Major(filter.Parent) != qdisc.Handle)) continue;
            foreach (var info in classful.Classes)
            {
                if (filter.ClassId != 0 && info.ClassId != filter.ClassId) continue;
                if (filter.Qdisc != 0 && TcHandle.Major(info.ClassId) != filter.Qdisc) continue;
                PrintOne(writer, show, qdisc, info, onlyMinor: filter.Qdisc != 0);
            }
        }
    }

    private static void PrintOne(ShowWriter writer, ShowOptions show, Qdisc qdisc, TcClassInfo info, bool onlyMinor)
    {
        var classful = (IClassfulQdisc)qdisc;
        var minor = TcHandle.Minor(info.ClassId);
        writer.Plain("class " + qdisc.Kind + " " + TcHandle.Format(onlyMinor ? minor : info.ClassId) + " ");
        if (info.Parent == TcHandle.Root) writer.Plain("root ");
        else writer.Plain("parent " + TcHandle.Format(onlyMinor ? TcHandle.Minor(info.Parent) : info.Parent) + " ");
        if (info.Leaf.Handle != 0) writer.Plain("leaf " + TcHandle.Format(info.Leaf.Handle) + " ");
        classful.PrintClassOptions(minor, writer, show.Details);
        writer.Plain("\n");
        if (show.Statistics == 0) return;
        if (classful.ClassCounters(minor) is { } own) TcStatsPrinter.Print(writer, own.Stats, own.Backlog, own.QLen, show, own.CountsSent);
        else if (info.HasStatistics) TcStatsPrinter.Print(writer, info.Leaf, show);
        else writer.Plain("\n");
        classful.PrintClassStatistics(minor, writer);
    }


    /// <summary>Which classes are asked for.</summary>
    private sealed class Filter
    {
        public string? Device { get; private set; }

        public uint Parent { get; private set; }

        public uint ClassId { get; private set; }

        public uint Qdisc { get; private set; }

        public void Read(ArgReader args)
        {
            var word = args.Next();
            switch (word)
            {
                case "dev":
                    Device = args.Next(word);
                    break;
                case "root":
                    if (Parent != 0) throw new Iproute2Exception("Error: \"root\" is duplicate parent ID", 255);
                    Parent = TcHandle.Root;
                    break;
                case "parent":
                    Parent = TcHandleWords.Class(args.Next(word), "invalid parent ID");
                    break;
                case "classid":
                    ClassId = TcHandleWords.Class(args.Next(word), "invalid class ID");
                    break;
                case "qdisc":
                    Qdisc = TcHandleWords.Qdisc(args.Next(word));
                    break;
                default:
                    if (Words.Matches(word, "help")) throw new Iproute2Exception(TcClassCommand.Help.TrimEnd('\n'), 0);
                    throw new Iproute2Exception($"What is \"{word}\"? Try \"tc class help\".", 255);
            }
        }
    }
}
