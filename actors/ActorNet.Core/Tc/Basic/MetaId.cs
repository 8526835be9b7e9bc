using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Something of a frame that <c>meta</c> compares (<c>TCF_META_ID_*</c>).</summary>
internal sealed class MetaId
{
    private readonly Reader? _read;

    private MetaId(string name, string description, Reader? read) => (Name, Description, _read) = (name, description, read);

    private delegate ulong? Reader(in EmatchFrame frame);

    /// <summary>What <c>meta(list)</c> prints: headings, and under each what there is.</summary>
    public static IReadOnlyList<(string Heading, MetaId[] Ids)> Sections { get; } =
    [
        ("Generic", [New("random", "Random value (32 bit)", static (in EmatchFrame f) => f.Random.Next()), Without("loadavg_1", "Load average in last minute"),
            Without("loadavg_5", "Load average in last 5 minutes"), Without("loadavg_15", "Load average in last 15 minutes")]),
        ("Interfaces", [New("dev", "Device the packet is on", static (in EmatchFrame f) => (ulong?)f.Skb.Dev?.IfIndex)]),
        ("Packet attributes", [New("priority", "Priority of packet", static (in EmatchFrame f) => f.Skb.Priority),
            New("protocol", "Link layer protocol", static (in EmatchFrame f) => Protocol(f.Skb)),
            New("pkt_type", "Packet type (uni|multi|broad|...)cast", static (in EmatchFrame f) => (ulong)f.Skb.PacketType),
            New("pkt_len", "Length of packet", static (in EmatchFrame f) => (ulong)f.Skb.Length), New("data_len", "Length of data in packet", static (in EmatchFrame _) => 0),
            New("mac_len", "Length of link layer header", static (in EmatchFrame f) => f.WasReceived ? (ulong)f.Skb.MacLen : 0)]),
        ("Netfilter", [New("nf_mark", "Netfilter mark", static (in EmatchFrame f) => f.Skb.Mark), New("fwmark", "Alias for nf_mark", static (in EmatchFrame f) => f.Skb.Mark)]),
        ("Traffic Control", [New("tc_index", "TC Index", static (in EmatchFrame _) => 0)]),
        ("Routing", [Without("rt_classid", "Routing ClassID (cls_route)"), Without("rt_iif", "Incoming interface index"),
            New("vlan", "Vlan tag", static (in EmatchFrame f) => VlanTag(f.Skb))]),
        ("Sockets", [Without("sk_family", "Address family"), Without("sk_state", "State"), Without("sk_reuse", "Reuse Flag"), Without("sk_bind_if", "Bound interface"),
            Without("sk_refcnt", "Reference counter"), Without("sk_shutdown", "Shutdown mask"), Without("sk_proto", "Protocol"), Without("sk_type", "Type"),
            Without("sk_rcvbuf", "Receive buffer size"), Without("sk_rmem", "RMEM"), Without("sk_wmem", "WMEM"), Without("sk_omem", "OMEM"),
            Without("sk_wmem_queue", "WMEM queue"), Without("sk_snd_queue", "Send queue length"), Without("sk_rcv_queue", "Receive queue length"),
            Without("sk_err_queue", "Error queue length"), Without("sk_fwd_alloc", "Forward allocations"), Without("sk_sndbuf", "Send buffer size")]),
    ];

    /// <summary>Name in tc.</summary>
    public string Name { get; }

    /// <summary>tc's words for it.</summary>
    public string Description { get; }

    /// <summary>Whether frames have it here: there are no sockets, routes and load to ask for.</summary>
    public bool IsEmulated => _read is not null;

    /// <summary>It can be compared with strings, too: its name.</summary>
    public bool HasText => Name is "dev" or "sk_bind_if";

    /// <summary>The one of that name; null when there is none.</summary>
    public static MetaId? Find(string name)
    {
        foreach (var (_, ids) in Sections)
        {
            // Both words for the mark mean the same, and the first is printed.
            if (Array.Find(ids, i => string.Equals(i.Name, name, StringComparison.Ordinal)) is { } id) return name is "fwmark" ? ids[0] : id;
        }

        return null;
    }

    /// <summary>Reads it; false when the frame has none.</summary>
    public bool TryRead(in EmatchFrame frame, out ulong number)
    {
        var read = _read!(frame);
        number = read ?? 0;
        return read is not null;
    }

    private static MetaId New(string name, string description, Reader read) => new(name, description, read);

    private static MetaId Without(string name, string description) => new(name, description, read: null);

    /// <summary>In the order of its bytes in the frame, read as a little-endian machine does.</summary>
    private static ulong Protocol(SkBuff skb) => BinaryPrimitives.ReverseEndianness(skb.VlanPresent ? skb.VlanProtocol : skb.Protocol);

    private static ulong? VlanTag(SkBuff skb)
    {
        if (skb.VlanPresent) return skb.VlanTci;
        var frame = skb.Frame;
        if (frame.Length < EthernetHeader.Size + EthernetHeader.VlanSize || skb.HeaderProtocol is not (EtherType.Vlan or EtherType.VlanService)) return null;
        return BinaryPrimitives.ReadUInt16BigEndian(frame[EthernetHeader.Size..]);
    }
}
