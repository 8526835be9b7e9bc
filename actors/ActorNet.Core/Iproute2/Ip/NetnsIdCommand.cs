using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip netns set</c> and <c>ip netns list-id</c>: the numbers by which a namespace calls others.</summary>
internal static class NetnsIdCommand
{
    /// <summary>Gives a namespace a number, or <c>auto</c> the next free one.</summary>
    public static void Set(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) throw new Iproute2Exception("No netns name specified", 255);
        var name = args.Next();
        if (args.AtEnd) throw new Iproute2Exception("No nsid specified", 255);
        var text = args.Next();
        var id = -1;
        if (text is not "auto" && (!Words.TryInteger(text, out id) || id < 0)) throw Words.Invalid("Invalid \"netnsid\" value\n", text);
        var other = IpNetnsCommand.Find(invocation, name);
        var ids = invocation.Namespace.NetnsIds;
        if (id >= 0) ids.Assign(other, id);
        else if (ids.TryGet(other, out _)) throw new RtnlException(Errno.EEXIST, "Peer netns already has a nsid assigned.");
        else ids.GetOrAllocate(other);
    }

    /// <summary>Lists the numbers with the names they stand for.</summary>
    public static void List(Invocation invocation, ArgReader args)
    {
        int? only = null;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is not "nsid") throw Words.NotEmulated(word);
            var text = args.Next(word);
            only = Words.TryInteger(text, out var id) && id >= 0 ? id : throw Words.Invalid("\"nsid\" value is invalid\n", text);
        }

        using var writer = invocation.Show.NewWriter();
        foreach (var (other, id) in invocation.Namespace.NetnsIds.All)
        {
            if (only is null || only == id) Print(writer, other, id);
        }

        invocation.Output.Append(writer.Finish());
    }

    private static void Print(ShowWriter writer, NetNamespace other, int id)
    {
        writer.OpenObject().Number("nsid", "nsid {0} ", id);
        if (!other.IsInitial) writer.Text("name", "(iproute2 netns name: {0})", other.Name);
        writer.Plain("\n").CloseObject();
    }
}
