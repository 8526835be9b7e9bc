namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link property add|del dev DEV altname NAME ...</c>: alternative names (<c>iplink_prop</c>).</summary>
internal static class IpLinkProperty
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd || Words.Matches(args.Peek()!, "help")) throw new Iproute2Exception(IpLinkCommand.Help.TrimEnd('\n'), 255);
        var verb = args.Next();
        var adds = Words.Matches(verb, "add");
        if (!adds && !Words.Matches(verb, "del")) throw new Iproute2Exception("Operator required", 255);
        string? name = null;
        var names = new List<string>();
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is "altname") names.Add(args.Next(word));
            else if (name is not null) throw Words.Garbage("dev", word);
            else name = word is "dev" ? args.Next(word) : word;
        }

        if (name is null) throw new Iproute2Exception("Not enough of information: \"dev\" argument is required.", 255);
        var device = invocation.Device(name);
        if (adds) device.Namespace.AddAltNames(device, names);
        else device.Namespace.RemoveAltNames(device, names);
    }
}
