using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>vlan {pop | push | modify | pop_eth | push_eth} ... [VERDICT] [index N]</c> (<c>tc/m_vlan.c</c>).</summary>
internal sealed class VlanKind : ActionKind
{
    private const string Usage = "Usage: vlan pop [CONTROL]\n"
        + "       vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]\n"
        + "       vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]\n"
        + "       vlan pop_eth [CONTROL]\n"
        + "       vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]\n"
        + "       VLANPROTO is one of 802.1Q or 802.1AD\n"
        + "            with default: 802.1Q\n"
        + "       CONTROL := reclassify | pipe | drop | continue | pass |\n"
        + "                  goto chain <CHAIN_INDEX>";

    private const byte MaxPriority = 7;

    /// <summary>What can be done, in the order in which tc tries the words.</summary>
    private static readonly (string Word, VlanEdit Edit)[] Edits =
    [
        ("pop", VlanEdit.Pop),
        ("push", VlanEdit.Push),
        ("modify", VlanEdit.Modify),
        ("pop_eth", VlanEdit.PopEthernet),
        ("push_eth", VlanEdit.PushEthernet),
    ];

    /// <inheritdoc/>
    public override string Name => "vlan";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        args.Next();
        if (args.AtEnd) args.Next("what to do");
        var spec = new VlanSpec();
        while (TryReadEdit(args, ref spec, words) || TryReadTag(args, ref spec) || TryReadAddress(args, ref spec))
        {
            // Up to a word that is none of them.
        }

        if (args.TryTakePrefix("help")) throw new Iproute2Exception(Usage, 255);
        spec = spec with { Control = ActionParser.TryParseControl(args, repeats: 2) ?? new TcControl(TcVerdict.Pipe) };
        if (args.TryTakePrefix("index"))
            spec = spec with { Index = ActionParser.TryParseNumber(args.Next("an index")) ?? throw ActionParser.Bad("vlan: Illegal \"index\"", words, Name) };
        return Fault(spec) is { } fault ? throw Bad(fault, words) : spec;
    }

    private static string? Fault(VlanSpec spec) => spec switch
    {
        { Edit: VlanEdit.Push, Id: null } => "id needs to be set for push",
        { Edit: VlanEdit.Modify, Id: null } => "id needs to be set for modify",
        { Edit: VlanEdit.PushEthernet, Destination: null } => "dst_mac needs to be set for push_eth",
        { Edit: VlanEdit.PushEthernet, Source: null } => "src_mac needs to be set for push_eth",
        { Protocol: not (null or EtherType.Vlan or EtherType.VlanService) } => "protocol not supported",
        _ => null,
    };

    private static bool TryReadEdit(ArgReader args, ref VlanSpec spec, int words)
    {
        foreach (var (word, edit) in Edits)
        {
            if (!Words.Matches(args.Peek() ?? "", word)) continue;
            if (spec.Edit != VlanEdit.None) throw Bad($"unexpected \"{args.Peek()}\" - action already specified", words);
            args.Next();
            spec = spec with { Edit = edit };
            return true;
        }

        return false;
    }

    private static bool TryReadTag(ArgReader args, ref VlanSpec spec)
    {
        var word = args.Peek() ?? "";
        var isTag = Words.Matches(word, "id") || Words.Matches(word, "protocol") || Words.Matches(word, "priority");
        if (!isTag) return false;
        args.Next();
        if (spec.Edit is not (VlanEdit.Push or VlanEdit.Modify)) throw Words.Invalid("only valid for push/modify", word);
        var value = args.Next(word);
        if (Words.Matches(word, "id"))
            spec = spec with { Id = Words.TryUnsigned(value, out var id) && id <= ushort.MaxValue ? (ushort)id : throw Words.Invalid("id is invalid", value) };
        else if (Words.Matches(word, "protocol"))
            spec = spec with { Protocol = ProtocolNames.TryParse(value, out var protocol) ? protocol : throw Words.Invalid("protocol is invalid", value) };
        else
            spec = spec with { Priority = Words.TryUnsigned(value, out var priority) && priority <= MaxPriority ? (byte)priority : throw Words.Invalid("prio is invalid", value) };
        return true;
    }

    private static bool TryReadAddress(ArgReader args, ref VlanSpec spec)
    {
        var word = args.Peek() ?? "";
        var isDestination = Words.Matches(word, "dst_mac");
        if (!isDestination && !Words.Matches(word, "src_mac")) return false;
        args.Next();
        if (spec.Edit != VlanEdit.PushEthernet) throw Words.Invalid("only valid for push_eth", word);
        var address = Address(args.Next(word), isDestination ? "dst_mac" : "src_mac");
        spec = isDestination ? spec with { Destination = address } : spec with { Source = address };
        return true;
    }

    /// <summary>As many bytes as the word has; what is missing is 0.</summary>
    private static MacAddress Address(string word, string key)
    {
        try
        {
            var bytes = new byte[MacAddress.Size];
            var read = HardwareAddress.Parse(word);
            for (var i = 0; i < Math.Min(read.Count, bytes.Length); i++) bytes[i] = read[i];
            return MacAddress.Read(bytes);
        }
        catch (Iproute2Exception e)
        {
            throw new Iproute2Exception($"{e.Message}\n{Words.Invalid(key + " is invalid", word).Message}", 255);
        }
    }

    private static Iproute2Exception Bad(string fault, int words) => ActionParser.Bad($"{fault}\n{Usage}", words, "vlan");
}
