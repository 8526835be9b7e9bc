using System.Buffers.Binary;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Frames;

/// <summary>
/// A frame on its way: the fields of Linux's <c>sk_buff</c> that redirection, shaping and offloads read. Exactly one owner at a time; whoever
/// takes it over transmits it, queues it, or returns it with <see cref="Free"/>. Fields are public because every layer of the path reads them.
/// </summary>
/// <remarks>
/// Offsets count from the start of <see cref="DataBuffer.Bytes"/>. <see cref="Data"/> moves: on receive it stands at the network header once the MAC header is
/// pulled, on transmit at the MAC header.
/// </remarks>
public sealed class SkBuff
{
    private readonly SkBuffPool _home;
    private DataBuffer? _buffer;

    internal SkBuff(SkBuffPool home) => _home = home;

    /// <summary>Link of the list that holds the frame; the list's business alone.</summary>
    internal SkBuff? Next;

    /// <summary>Whether the frame lies in its pool (double returns are a bug of the caller).</summary>
    internal bool Pooled;

    /// <summary>Offset of the first byte of the frame as the current layer sees it.</summary>
    public int Data;

    /// <summary>Bytes from <see cref="Data"/> on (<c>skb-&gt;len</c>).</summary>
    public int Length;

    /// <summary>Offset of the Ethernet header.</summary>
    public int MacHeader;

    /// <summary>Offset of the network header.</summary>
    public int NetworkHeader;

    /// <summary>Length of the MAC header at first arrival, 14 or 0 (rule IFB-23).</summary>
    public int MacLen;

    /// <summary>The device the frame is on; null only outside the network.</summary>
    public NetDevice? Dev;

    /// <summary>Number of the device it came from (<c>skb_iif</c>); 0 when it was made here.</summary>
    public int SkbIif;

    /// <summary>EtherType in host order, as the receive core or the sender set it.</summary>
    public ushort Protocol;

    /// <summary>For whom it is.</summary>
    public PacketType PacketType;

    /// <summary>Sent on by a mirred redirect; an IFB accepts nothing else (rule IFB-03).</summary>
    public bool Redirected;

    /// <summary>The redirect caught it at ingress; an IFB then re-injects it there.</summary>
    public bool FromIngress;

    /// <summary>The next tc hook that would run is skipped, once (<c>tc_skip_classify</c>, rule IFB-20).</summary>
    public bool TcSkipClassify;

    /// <summary>Depth of mirred calls above this frame within one softirq's work (rule MIR-12).</summary>
    public byte MirredNest;

    /// <summary>How often mirred sent it, or what it was copied from, into a receive path; never reset (<c>tc_depth</c>, rule MIR-18).</summary>
    public byte MirredDepth;

    /// <summary>Numbers of the devices that the mirred calls above this frame sent to, as many as <see cref="MirredNest"/> says (rule MIR-18).</summary>
    internal Tc.MirredTrail MirredTrail;

    /// <summary>Redirects and mirrors behind this frame in its whole life; never reset (<see cref="Tc.MirredAction.HopBudget"/>).</summary>
    public byte RedirectHops;

    /// <summary>Transmit recursion depth within one softirq's work (rule QD-09).</summary>
    public byte XmitNest;

    /// <summary>A copy that netem made; it is not duplicated again (rule NETEM-01).</summary>
    public bool IsDuplicate;

    /// <summary>An accelerated VLAN tag is present in <see cref="VlanTci"/>.</summary>
    public bool VlanPresent;

    /// <summary>TPID of the accelerated tag.</summary>
    public ushort VlanProtocol;

    /// <summary>Priority, DEI and VLAN number of the accelerated tag.</summary>
    public ushort VlanTci;

    /// <summary>0 or 1 + the number of the queue it came in on (<c>queue_mapping</c>); after the pick on transmit, the queue's number.</summary>
    public ushort QueueMapping;

    /// <summary>Priority or class (<c>skb-&gt;priority</c>).</summary>
    public uint Priority;

    /// <summary>Firewall mark.</summary>
    public uint Mark;

    /// <summary>Class id that a classifier chose, 0 if none.</summary>
    public uint TcClassId;

    /// <summary>Length that qdiscs and actions account: super-frames count the headers of their segments (rule QD-01).</summary>
    public int QdiscPktLen;

    /// <summary>What is known of the checksum.</summary>
    public IpSummed IpSummed;

    /// <summary>How to cut it, <see cref="GsoType.None"/> for a plain frame.</summary>
    public GsoType GsoType;

    /// <summary>Payload bytes of each segment, 0 for a plain frame.</summary>
    public ushort GsoSize;

    /// <summary>Number of segments, 0 or 1 for a plain frame.</summary>
    public ushort GsoSegs;

    /// <summary>
    /// The number of segments is a user's claim that nobody has checked yet (SKB_GSO_DODGY): until the first device sends it, qdiscs and actions count its bytes but no packet.
    /// </summary>
    public bool GsoUnchecked;

    /// <summary>Offset from <see cref="MacHeader"/> at which the checksum starts; meaningful while <see cref="IpSummed"/> is Partial.</summary>
    public ushort CsumStart;

    /// <summary>Where the checksum is stored, counted from <see cref="CsumStart"/>.</summary>
    public ushort CsumOffset;

    /// <summary>Bytes of all headers in front of the payload, from the MAC header on; 0 if not known.</summary>
    public ushort HeaderLength;

    /// <summary>Flow hash; 0 is "not computed yet".</summary>
    public uint Hash;

    /// <summary>When it was stamped (arrival, or entry into a qdisc).</summary>
    public Instant Timestamp;

    /// <summary>Number that the trace follows it by; 0 while nothing traces.</summary>
    public ulong TraceId;

    /// <summary>The bytes' holder.</summary>
    public DataBuffer Buffer => _buffer!;

    /// <summary>All bytes of the buffer.</summary>
    public byte[] Bytes => _buffer!.Bytes;

    /// <summary>The pool it belongs to.</summary>
    public SkBuffPool Pool => _home;

    /// <summary>Whether other frames read the same bytes; then <see cref="SkBuffPool.Unshare"/> before writing.</summary>
    public bool IsShared => _buffer!.IsShared;

    /// <summary>Whether it is a super-frame.</summary>
    public bool IsGso => GsoSize != 0;

    /// <summary>How many packets qdiscs and actions count: its segments, 1 for a plain frame, none while <see cref="GsoUnchecked"/>.</summary>
    public int Segments => GsoSegs <= 1 ? 1 : GsoUnchecked ? 0 : GsoSegs;

    /// <summary>The frame as the current layer sees it. Write only when not <see cref="IsShared"/>.</summary>
    public Span<byte> Span => _buffer!.Bytes.AsSpan(Data, Length);

    /// <summary>From the Ethernet header to the end.</summary>
    public Span<byte> Frame => _buffer!.Bytes.AsSpan(MacHeader, Data + Length - MacHeader);

    /// <summary>Destination of the Ethernet header.</summary>
    public MacAddress Destination => new(BinaryPrimitives.ReadUInt64BigEndian(_buffer!.Bytes.AsSpan(MacHeader)) >> 16);

    /// <summary>Source of the Ethernet header.</summary>
    public MacAddress Source => new(BinaryPrimitives.ReadUInt64BigEndian(_buffer!.Bytes.AsSpan(MacHeader + MacAddress.Size)) >> 16);

    /// <summary>Type field of the Ethernet header.</summary>
    public ushort HeaderProtocol => BinaryPrimitives.ReadUInt16BigEndian(_buffer!.Bytes.AsSpan(MacHeader + 12));

    /// <summary>Hides <paramref name="count"/> bytes at the front (<c>skb_pull</c>).</summary>
    public void Pull(int count)
    {
        Data += count;
        Length -= count;
    }

    /// <summary>Shows <paramref name="count"/> more bytes at the front (<c>skb_push</c>); there is room for at least <see cref="SkBuffPool.Headroom"/>.</summary>
    public void Push(int count)
    {
        Data -= count;
        Length += count;
    }

    /// <summary>Sets <see cref="MacHeader"/> to <see cref="Data"/>, and the network header 14 bytes behind: what a sender of Ethernet frames hands over.</summary>
    public void SetMacHeaderHere()
    {
        MacHeader = Data;
        NetworkHeader = Data + EthernetHeader.Size;
        MacLen = EthernetHeader.Size;
    }

    /// <summary>Gives the frame back to its pool, from any thread; the caller must not touch it again.</summary>
    /// <param name="reason">Why; counted by the pool.</param>
    public void Free(DropReason reason) => _home.Return(this, reason);

    internal void Attach(DataBuffer buffer) => _buffer = buffer;

    internal DataBuffer Detach()
    {
        var buffer = _buffer!;
        _buffer = null;
        return buffer;
    }

    /// <summary>Makes a frame out of the pool look newly made.</summary>
    internal void Clear()
    {
        Dev = null;
        Next = null;
        Pooled = false;
        SkbIif = 0;
        Protocol = 0;
        PacketType = PacketType.Host;
        Redirected = FromIngress = TcSkipClassify = VlanPresent = IsDuplicate = false;
        MirredNest = MirredDepth = XmitNest = RedirectHops = 0;
        VlanProtocol = VlanTci = QueueMapping = 0;
        Priority = Mark = TcClassId = Hash = 0;
        QdiscPktLen = 0;
        ClearOffload();
        Timestamp = default;
        TraceId = 0;
    }

    /// <summary>Forgets segmentation and checksum requests, after they have been carried out.</summary>
    public void ClearOffload()
    {
        IpSummed = IpSummed.None;
        GsoType = GsoType.None;
        GsoUnchecked = false;
        GsoSize = GsoSegs = CsumStart = CsumOffset = HeaderLength = 0;
    }

    /// <summary>Takes over every field that describes <paramref name="other"/>, not its bytes.</summary>
    internal void CopyMetadata(SkBuff other)
    {
        Data = other.Data;
        Length = other.Length;
        MacHeader = other.MacHeader;
        NetworkHeader = other.NetworkHeader;
        MacLen = other.MacLen;
        Dev = other.Dev;
        SkbIif = other.SkbIif;
        Protocol = other.Protocol;
        PacketType = other.PacketType;
        Redirected = other.Redirected;
        FromIngress = other.FromIngress;
        TcSkipClassify = other.TcSkipClassify;
        MirredNest = other.MirredNest;
        MirredDepth = other.MirredDepth;
        MirredTrail = other.MirredTrail;
        RedirectHops = other.RedirectHops;
        XmitNest = other.XmitNest;
        IsDuplicate = other.IsDuplicate;
        VlanPresent = other.VlanPresent;
        VlanProtocol = other.VlanProtocol;
        VlanTci = other.VlanTci;
        QueueMapping = other.QueueMapping;
        Priority = other.Priority;
        Mark = other.Mark;
        TcClassId = other.TcClassId;
        QdiscPktLen = other.QdiscPktLen;
        IpSummed = other.IpSummed;
        GsoType = other.GsoType;
        GsoSize = other.GsoSize;
        GsoSegs = other.GsoSegs;
        GsoUnchecked = other.GsoUnchecked;
        CsumStart = other.CsumStart;
        CsumOffset = other.CsumOffset;
        HeaderLength = other.HeaderLength;
        Hash = other.Hash;
        Timestamp = other.Timestamp;
        TraceId = other.TraceId;
    }
}
