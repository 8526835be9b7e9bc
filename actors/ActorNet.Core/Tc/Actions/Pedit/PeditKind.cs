using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>pedit [ex] munge MUNGE [munge MUNGE] ... [VERDICT] [index N]</c> (<c>tc/m_pedit.c</c>); <see cref="PeditMunge"/> reads the changes.</summary>
internal sealed class PeditKind : ActionKind
{
    /// <summary>What tc prints behind a complaint.</summary>
    public const string Usage = "Usage: ... pedit munge [ex] <MUNGE> [CONTROL]\n"
        + "Where: MUNGE := <RAW>|<LAYERED>\n"
        + "\t<RAW>:= <OFFSETC>[ATC]<CMD>\n \t\tOFFSETC:= offset <offval> <u8|u16|u32>\n"
        + "\t\tATC:= at <atval> offmask <maskval> shift <shiftval>\n"
        + "\t\tNOTE: offval is byte offset, must be multiple of 4\n"
        + "\t\tNOTE: maskval is a 32 bit hex number\n \t\tNOTE: shiftval is a shift value\n"
        + "\t\tCMD:= clear | invert | set <setval> | add <addval> | decrement | retain\n"
        + "\t<LAYERED>:= ip <ipdata> | ip6 <ip6data>\n"
        + " \t\t| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>\n"
        + "\tCONTROL:= reclassify | pipe | drop | continue | pass |\n"
        + "\t          goto chain <CHAIN_INDEX>\n"
        + "\tNOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)\n"
        + "For Example usage look at the examples directory";

    /// <inheritdoc/>
    public override string Name => "pedit";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        var packer = new PeditPacker();
        ParseChanges(args, packer, words);
        var control = ActionParser.TryParseControl(args, repeats: 2) ?? new TcControl(TcVerdict.Ok);
        var index = 0u;
        if (args.TryTakePrefix("index"))
            index = ActionParser.TryParseNumber(args.Next("an index")) ?? throw ActionParser.Bad("Pedit: Illegal \"index\"", words, Name);
        return new PeditSpec { Keys = packer.Keys, Control = control, Index = index };
    }

    private void ParseChanges(ArgReader args, PeditPacker packer, int words)
    {
        var extended = false;
        for (var read = 0; ; read++)
        {
            if (args.TryTakePrefix(Name))
            {
                var isExtended = Words.Matches(args.Peek() ?? args.Next("munge"), "ex");
                if (!isExtended) continue;
                if (read > 0) throw ActionParser.Bad($"'ex' must be before first 'munge'\n{Usage}", words, Name);
                extended = true;
                args.Next();
                if (args.AtEnd) args.Next("munge");
            }
            else if (args.TryTakePrefix("help"))
            {
                throw new Iproute2Exception(Usage, 255);
            }
            else if (args.TryTakePrefix("munge"))
            {
                ParseChange(args, extended, packer, words);
            }
            else
            {
                return;
            }
        }
    }

    private void ParseChange(ArgReader args, bool extended, PeditPacker packer, int words)
    {
        if (args.AtEnd) args.Next("a change");
        var munge = new PeditMunge(args, extended, packer);
        if (!munge.TryParse()) throw ActionParser.Bad($"{munge.Complaints}Bad pedit construct ({munge.StoppedAt ?? "(null)"})\n{Usage}", words, Name);
    }
}
