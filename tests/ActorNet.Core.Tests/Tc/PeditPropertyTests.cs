using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Property = ActorNet.Core.Tests.Frames.Property;

namespace ActorNet.Core.Tests.Tc;

/// <summary>pedit against a model that goes byte by byte through everything in front of the frame's end.</summary>
public sealed class PeditPropertyTests
{
    private static Gen<PeditKey> Key =>
        from header in Gen.Choose(0, 5)
        from add in Gen.Elements(true, false)
        from value in Gen.Choose(int.MinValue, int.MaxValue)
        from mask in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(0x00FFFF00)), (2, Gen.Choose(int.MinValue, int.MaxValue)))
        from offset in Gen.Frequency((10, Gen.Choose(-6, 20)), (1, Gen.Choose(-40, 60)), (1, Gen.Elements(int.MinValue / 4, int.MaxValue / 4)))
        from at in Gen.Frequency((5, Gen.Choose(-20, 80)), (1, Gen.Elements(int.MinValue, int.MaxValue)))
        from offsetMask in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Elements(0x0C, 0xF0, 0xFF, -1)))
        from shift in Gen.Elements(0, 0, 1, 2, 4, 8, 31)
        select new PeditKey
        {
            Header = (PeditHeader)header,
            Add = add,
            Value = (uint)value,
            Mask = (uint)mask,
            Offset = 4 * offset,
            At = at,
            OffsetMask = (uint)offsetMask,
            Shift = shift,
        };

    private static Gen<(TestPacket Packet, PeditKey[] Keys, bool AtIngress)> Cases =>
        from packet in TestPacket.Generate(60)
        from count in Gen.Choose(1, 6)
        from keys in Key.ArrayOf(count)
        from atIngress in Gen.Elements(true, false)
        select (packet with { Tags = 0 }, keys, atIngress);

    [Fact]
    [Trait("rule", "PED-01"), Trait("rule", "PED-02"), Trait("rule", "PED-03"), Trait("rule", "PED-04"), Trait("rule", "PED-05")]
    public void Random_keys_change_what_the_model_changes()
    {
        using var bench = new ActionBench();
        Property.Holds(Cases, c =>
        {
            var (packet, keys, atIngress) = c;
            var skb = bench.Frame(packet.ToBytes());
            if (atIngress) skb.Pull(EthernetHeader.Size);
            var model = skb.Bytes[..(skb.Data + skb.Length)];
            var all = keys.All(k => Apply(model, skb.MacHeader, packet, k));
            var action = new PeditAction(keys, new TcControl(TcVerdict.Pipe));

            bench.Run(action, skb, atIngress);
            var result = skb.Bytes[..(skb.Data + skb.Length)];
            skb.Free(DropReason.Consumed);

            result.ShouldBe(model);
            action.Stats.Overlimits.ShouldBe(all ? 0 : 1);
        }, 1000);
    }

    /// <summary>Changes the bytes; false when it cannot be done.</summary>
    private static bool Apply(byte[] bytes, int mac, TestPacket packet, PeditKey key)
    {
        long header = key.Header == PeditHeader.Ethernet ? mac : mac + packet.Network;
        if (key.Header is PeditHeader.Tcp or PeditHeader.Udp)
        {
            var size = packet.V6 ? HeadersV6(bytes[(int)header..], key.Header == PeditHeader.Tcp ? 6 : 17) : 4 * (bytes[header] & 0xF);
            if (size < 0) return false;
            header += size;
        }

        var word = header + key.Offset;
        if (key.OffsetMask != 0)
        {
            var at = header + key.At;
            if (at < 0 || at >= bytes.Length) return false;
            word += (bytes[at] & key.OffsetMask) >> key.Shift;
            if ((word - header) % 4 != 0) return false;
        }

        if (word < 0 || word + 4 > bytes.Length) return false;
        var carry = 0;
        for (var i = 0; i < 4; i++)
        {
            var keep = (byte)(key.Mask >> (24 - (8 * i)));
            var value = (byte)(key.Value >> (24 - (8 * i)));
            var old = bytes[word + i];
            var sum = old + value + carry;
            carry = sum >> 8;
            bytes[word + i] = (byte)((old & keep) ^ (key.Add ? sum & ~keep : value));
        }

        return true;
    }

    /// <summary>Bytes in front of a transport, looked for in what earlier keys left of the headers; -1 when it is not there.</summary>
    private static int HeadersV6(byte[] packet, int wanted)
    {
        var at = 40;
        for (int next = packet[6]; next != wanted;)
        {
            if (next is not (0 or 43 or 44 or 51 or 60) || at + 8 > packet.Length) return -1;
            if (next == 44 && (packet[at + 2] != 0 || packet[at + 3] > 7)) return -1;
            var size = next switch { 44 => 8, 51 => 4 * (packet[at + 1] + 2), _ => 8 * (packet[at + 1] + 1) };
            next = packet[at];
            at += size;
        }

        return at;
    }
}
