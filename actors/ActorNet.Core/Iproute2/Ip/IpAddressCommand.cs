namespace ActorNet.Core.Iproute2;

/// <summary><c>ip address</c>: which command follows (<c>do_ipaddr</c>).</summary>
internal static class IpAddressCommand
{
    /// <summary>What <c>ip address help</c> says.</summary>
    public const string Help =
        """
        ip address { add | replace | change | del } ADDRESS[/LENGTH] dev DEV [ peer ADDRESS[/LENGTH] ] [ broadcast { ADDRESS | + | - } ]
                   [ scope SCOPE ] [ label LABEL ]
        ip address { show | flush } [ DEV ] [ up ] [ to PREFIX ] [ scope SCOPE ] [ label LABEL ] [ primary | secondary ]
                   [ master DEV | nomaster ] [ type KIND ]
        SCOPE is global, site, link, host or a number. Addresses are IPv4; emulated namespaces run with IPv6 switched off.

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => IpAddressChange.Run(i, args, IpAddressChange.Verb.Add)),
        new("change", static (i, args) => IpAddressChange.Run(i, args, IpAddressChange.Verb.Replace)),
        new("chg", static (i, args) => IpAddressChange.Run(i, args, IpAddressChange.Verb.Replace)),
        new("replace", static (i, args) => IpAddressChange.Run(i, args, IpAddressChange.Verb.Replace)),
        new("delete", static (i, args) => IpAddressChange.Run(i, args, IpAddressChange.Verb.Delete)),
        new("show", IpAddressShow.Run),
        new("lst", IpAddressShow.Run),
        new("list", IpAddressShow.Run),
        new("flush", IpAddressFlush.Run),
        new("save", null),
        new("showdump", null),
        new("restore", null),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    /// <summary>Carries out what follows <c>ip address</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) IpAddressShow.Run(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "ip address help");
    }

    /// <summary>The complaint about a word that is no prefix.</summary>
    public static Iproute2Exception ExpectedPrefix(string family, string text) => new($"Error: {family} prefix is expected rather than \"{text}\".");
}
