namespace ActorNet.Core.Iproute2;

/// <summary>The program <c>ip</c>: its options and objects, in the order in which it tests abbreviations (<c>ip/ip.c</c>).</summary>
internal static class IpCommand
{
    private const string Help =
        """
        ip [ options ] { address | link | monitor | netns | tuntap } { command | help }
        Options: -s (again for more), -d, -j, -p, -o, -br, -4, -6, -0, -n NAMESPACE

        """;

    private static readonly CommandOption[] Options =
    [
        OptionReader.IgnoredWithArgument("-loops"),
        new("-family", Exact: false, ReadFamily),
        new("-4", Exact: true, static (i, _) => i.Show.Family = "inet"),
        new("-6", Exact: true, static (i, _) => i.Show.Family = "inet6"),
        new("-0", Exact: true, static (i, _) => i.Show.Family = "link"),
        OptionReader.Refused("-human-readable"),
        OptionReader.Ignored("-iec"),
        OptionReader.Printing("-stats", static show => show.Statistics++),
        OptionReader.Printing("-statistics", static show => show.Statistics++),
        OptionReader.Printing("-details", static show => show.Details = true),
        OptionReader.Ignored("-resolve"),
        OptionReader.Printing("-oneline", static show => show.Oneline = true),
        OptionReader.Refused("-timestamp"),
        OptionReader.Refused("-tshort"),
        new("-Version", Exact: false, static (i, args) => Version(i, args, "ip")),
        OptionReader.Ignored("-force"),
        OptionReader.Refused("-batch"),
        OptionReader.Printing("-brief", static show => show.Brief = true),
        OptionReader.Printing("-json", static show => show.Json = true),
        OptionReader.Printing("-pretty", static show => show.Pretty = true),
        OptionReader.IgnoredWithArgument("-rcvbuf"),
        OptionReader.Ignored("-color"),
        new("-help", Exact: false, static (i, _) => throw new Iproute2Exception(Help.TrimEnd(), 255)),
        OptionReader.Netns("-netns"),
        OptionReader.Ignored("-Numeric"),
        OptionReader.Printing("-all", static show => show.All = true),
    ];

    private static readonly CommandEntry[] Objects =
    [
        new("address", IpAddressCommand.Run),
        new("addrlabel", null),
        new("maddress", null),
        new("route", null),
        new("rule", null),
        new("neighbor", null),
        new("neighbour", null),
        new("ntable", null),
        new("ntbl", null),
        new("link", IpLinkCommand.Run),
        new("l2tp", null),
        new("fou", null),
        new("ila", null),
        new("macsec", null),
        new("tunnel", null),
        new("tunl", null),
        new("tuntap", IpTuntapCommand.Run),
        new("tap", IpTuntapCommand.Run),
        new("token", null),
        new("tcpmetrics", null),
        new("monitor", MonitorCommand.Ip),
        new("xfrm", null),
        new("mroute", null),
        new("mrule", null),
        new("netns", IpNetnsCommand.Run),
        new("netconf", null),
        new("vrf", null),
        new("sr", null),
        new("nexthop", null),
        new("mptcp", null),
        new("ioam", null),
        new("help", static (i, _) => i.Usage(Help, 255)),
        new("stats", null),
    ];

    /// <summary>Carries out what follows the word <c>ip</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        OptionReader.Read(invocation, args, Options, "ip -help");
        if (args.Peek() is null)
        {
            if (invocation.Output.Length == 0) invocation.Usage(Help, 255);
            return;
        }

        CommandTable.Run("Object", Objects, invocation, args, "ip help", exitCode: 1);
    }

    /// <summary>Prints which language is spoken; nothing behind it on the line is looked at.</summary>
    public static void Version(Invocation invocation, ArgReader args, string program)
    {
        while (!args.AtEnd) args.Next();
        invocation.Output.Append(program).Append(" utility, iproute2-6.1.0, emulated\n");
    }

    private static void ReadFamily(Invocation invocation, ArgReader args)
    {
        var family = args.Next("the address family");
        if (family is not ("inet" or "inet6" or "link")) throw Words.Invalid("invalid protocol family", family);
        invocation.Show.Family = family;
    }
}
