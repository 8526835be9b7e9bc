using System.Buffers.Binary;
using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using ActorNet.Core.Tests.Sched;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Random flower filters against a model that knows the packet's fields instead of its bytes, and compares them one by one.</summary>
public sealed class FlowerPropertyTests
{
    private static readonly FsCheck.Gen<Packet> Packets =
        from source in Gen.Choose(0, 3)
        from destination in Gen.Choose(0, 3)
        from udp in Gen.Elements(true, false)
        from sourcePort in Gen.Choose(1, 6)
        from destinationPort in Gen.Choose(1, 6)
        from ttl in Gen.Choose(1, 3)
        from fragment in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Elements(0x2000, 0x2001, 0x0001)))
        from vlan in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(5, 6)))
        select new Packet(source, destination, udp ? 17 : 6, fragment == 0 ? sourcePort : 0, fragment == 0 ? destinationPort : 0, ttl, fragment, vlan);

    private static readonly FsCheck.Gen<Wish> Wishes =
        from vlan in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(5, 6)))
        from source in Optional(Gen.Choose(0, 3))
        from length in Gen.Elements(31, 32)
        from destination in Optional(Gen.Choose(0, 3))
        from transport in Optional(Gen.Elements(6, 17))
        from sourcePort in Optional(Gen.Choose(1, 6))
        from first in Optional(Gen.Choose(1, 5))
        from span in Gen.Choose(1, 3)
        from ttl in Optional(Gen.Choose(1, 3))
        from fragment in Optional(Gen.Choose(0, 1))
        select new Wish(vlan, source, length, destination, transport, transport is null ? null : sourcePort, transport is null ? null : first, span, ttl, fragment);

    [Fact]
    [Trait("rule", "FLW-01")]
    public void Filters_are_found_as_a_naive_search_finds_them()
    {
        var runs = from wishes in Wishes.ArrayOf() from packets in Packets.ArrayOf() select (wishes, packets);
        Property.Holds(runs, run => Compare(run.wishes, run.packets), count: 400);
    }

    private static FsCheck.Gen<int?> Optional(FsCheck.Gen<int> values) => Gen.Frequency((2, Gen.Constant<int?>(null)), (1, values.Select(v => (int?)v)));

    private static void Compare(Wish[] wishes, Packet[] packets)
    {
        // given filters in two preferences, one for plain and one for tagged frames; what is there twice is refused
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");
        var accepted = new List<Wish>();
        foreach (var wish in wishes)
        {
            var line = wish.Line(accepted.Count + 1);
            if (accepted.Exists(a => a.Plain == wish.Plain))
            {
                TcRunner.Refused(lab.A, line).ShouldBe("File exists");
                continue;
            }

            lab.Tc(lab.A, line);
            accepted.Add(wish);
        }

        // when packets are classified, then the class tells which filter it was
        foreach (var packet in packets) Classify(lab, packet).ShouldBe(Naive(accepted, packet), packet.ToString());
    }

    private static uint Classify(TcBench lab, Packet packet)
    {
        var frame = packet.Build(lab);
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };
        var verdict = lab.Va.HookQdisc!.Egress!.Classify(frame, ref context);
        frame.Free(DropReason.Consumed);
        return verdict == TcVerdict.Unspec ? 0 : context.ClassId & 0xFFFF;
    }

    private static uint Naive(List<Wish> wishes, Packet packet)
    {
        var numbered = wishes.Select((wish, index) => (Wish: wish, Number: (uint)index + 1)).Where(w => w.Wish.Vlan != 0 == (packet.Vlan != 0)).ToList();
        foreach (var mask in numbered.GroupBy(w => w.Wish.Mask, StringComparer.Ordinal))
        {
            foreach (var (wish, _) in mask)
            {
                if (!wish.HoldsPort(packet.DestinationPort)) continue;
                // The first whose range holds the port lends its range; another filter with the same may be the one that agrees.
                var found = mask.FirstOrDefault(w => w.Wish.First == wish.First && w.Wish.Last == wish.Last && w.Wish.Agrees(packet));
                if (found.Number != 0) return found.Number;
            }
        }

        return 0;
    }

    private sealed record Packet(int Source, int Destination, int Transport, int SourcePort, int DestinationPort, int Ttl, int Fragment, int Vlan)
    {
        public SkBuff Build(TcBench lab)
        {
            var skb = lab.Lab.Frame(60, EtherType.IPv4);
            var ip = skb.Span[14..];
            ip[0] = 0x45;
            BinaryPrimitives.WriteUInt16BigEndian(ip[6..], (ushort)Fragment);
            ip[8] = (byte)Ttl;
            ip[9] = (byte)Transport;
            BinaryPrimitives.WriteUInt32BigEndian(ip[12..], 0x0A000000 + (uint)Source);
            BinaryPrimitives.WriteUInt32BigEndian(ip[16..], 0x0A000000 + (uint)Destination);
            BinaryPrimitives.WriteUInt16BigEndian(ip[20..], (ushort)SourcePort);
            BinaryPrimitives.WriteUInt16BigEndian(ip[22..], (ushort)DestinationPort);
            ip[32] = 0x50;
            skb.SetMacHeaderHere();
            skb.Protocol = EtherType.IPv4;
            (skb.VlanPresent, skb.VlanProtocol, skb.VlanTci) = (Vlan != 0, EtherType.Vlan, (ushort)Vlan);
            return skb;
        }
    }

    private sealed record Wish(int Vlan, int? Source, int Length, int? Destination, int? Transport, int? SourcePort, int? First, int Span, int? Ttl, int? Fragment)
    {
        public int? Last => First + Span;

        public string Mask => string.Join(' ', Source is null ? "" : Length.ToString(CultureInfo.InvariantCulture), Destination is null, Transport is null, SourcePort is null, First is null, Ttl is null, Fragment is null);

        public string Line(int classId)
        {
            var words = new List<string> { "filter add dev va egress", Vlan == 0 ? "protocol ip prio 1 flower" : $"protocol 802.1Q prio 2 flower vlan_id {Vlan} vlan_ethtype ip" };
            if (Source is { } source) words.Add($"src_ip 10.0.0.{source}/{Length}");
            if (Destination is { } destination) words.Add($"dst_ip 10.0.0.{destination}");
            if (Transport is { } transport) words.Add("ip_proto " + (transport == 6 ? "tcp" : "udp"));
            if (SourcePort is { } port) words.Add($"src_port {port}");
            if (First is { } first) words.Add($"dst_port {first}-{Last}");
            if (Ttl is { } ttl) words.Add($"ip_ttl {ttl}");
            if (Fragment is { } fragment) words.Add("ip_flags " + (fragment == 1 ? "frag" : "nofrag"));
            words.Add($"classid 1:{classId:x}");
            return string.Join(' ', words);
        }

        /// <summary>What is left when everything that does not count is taken away.</summary>
        public Wish Plain => this with { Source = Masked(Source), Length = Source is null ? 0 : Length, Span = First is null ? 0 : Span };

        public bool HoldsPort(int port) => First is null || (port >= First && port <= Last);

        public bool Agrees(Packet packet) => Vlan == packet.Vlan
            && (Source is null || Masked(Source) == Masked(packet.Source))
            && (Destination is null || Destination == packet.Destination)
            && (Transport is null || Transport == packet.Transport)
            && (SourcePort is null || SourcePort == packet.SourcePort)
            && (Ttl is null || Ttl == packet.Ttl)
            && (Fragment is null || (Fragment == 1) == (packet.Fragment != 0));

        private int? Masked(int? address) => Length == 32 ? address : address & ~1;
    }
}
