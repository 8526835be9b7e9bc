using Shouldly;

namespace ActorNet.Core.Tests.Frames;

/// <summary>Says byte by byte what a right cut looks like, knowing only the description of the packet.</summary>
internal static class SegmentModel
{
    private const byte Fin = 0x01;
    private const byte Psh = 0x08;
    private const byte Cwr = 0x80;

    public static void Verify(TestPacket packet, byte[] original, IReadOnlyList<byte[]> segments)
    {
        var payload = new List<byte>();
        for (var i = 0; i < segments.Count; i++)
        {
            VerifyHeaders(packet, original, segments[i], i, segments.Count);
            payload.AddRange(segments[i][packet.PayloadOffset..]);
            if (i + 1 < segments.Count) (segments[i].Length - packet.PayloadOffset).ShouldBe(packet.GsoSize);
        }

        payload.ToArray().ShouldBe(packet.Payload);
    }

    private static void VerifyHeaders(TestPacket packet, byte[] original, byte[] segment, int index, int count)
    {
        segment[..packet.Network].ShouldBe(original[..packet.Network], "addresses and tags");
        if (packet.V6) TestPacket.Get16(segment, packet.Network + 4).ShouldBe(segment.Length - packet.Network - 40);
        else VerifyV4(packet, segment, index);
        if (packet.Udp) TestPacket.Get16(segment, packet.Transport + 4).ShouldBe(segment.Length - packet.Transport);
        else VerifyTcp(packet, segment, index, count);
        SlowChecksum.Transport(packet.Addresses(segment), packet.Protocol, segment.AsSpan(packet.Transport)).ShouldBe((ushort)0xFFFF, "transport checksum");
        VerifyUntouched(packet, original, segment);
    }

    private static void VerifyV4(TestPacket packet, byte[] segment, int index)
    {
        TestPacket.Get16(segment, packet.Network + 2).ShouldBe(segment.Length - packet.Network);
        TestPacket.Get16(segment, packet.Network + 4).ShouldBe((packet.Id + index) & 0xFFFF);
        SlowChecksum.Sum(segment.AsSpan(packet.Network, packet.Transport - packet.Network)).ShouldBe((ushort)0xFFFF, "IPv4 header checksum");
    }

    private static void VerifyTcp(TestPacket packet, byte[] segment, int index, int count)
    {
        TestPacket.Get32(segment, packet.Transport + 4).ShouldBe(packet.Sequence + (uint)(index * packet.GsoSize));
        var flags = packet.TcpFlags;
        if (index > 0) flags &= Cwr ^ 0xFF;
        if (index + 1 < count) flags &= (Fin | Psh) ^ 0xFF;
        segment[packet.Transport + 13].ShouldBe(flags);
    }

    /// <summary>Everything but lengths, identifier, sequence, flags and checksums is as it was.</summary>
    private static void VerifyUntouched(TestPacket packet, byte[] original, byte[] segment)
    {
        int[] changed = packet.V6 ? [4, 5] : [2, 3, 4, 5, 10, 11];
        int[] changedAbove = packet.Udp ? [4, 5, 6, 7] : [4, 5, 6, 7, 13, 16, 17];
        var free = changed.Select(x => x + packet.Network).Concat(changedAbove.Select(x => x + packet.Transport)).ToHashSet();
        for (var i = 0; i < packet.PayloadOffset; i++)
        {
            if (!free.Contains(i)) segment[i].ShouldBe(original[i], $"header byte {i}");
        }
    }
}
