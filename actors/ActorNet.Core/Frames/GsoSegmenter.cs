using System.Buffers.Binary;

namespace ActorNet.Core.Frames;

/// <summary>
/// Cuts a super-frame into frames that any device takes (software GSO): TCP and UDP over IPv4 and IPv6, with VLAN tags or without. Every segment
/// gets a complete checksum, or keeps the request for one.
/// </summary>
/// <seealso href="https://docs.kernel.org/networking/segmentation-offloads.html">Segmentation offloads</seealso>
public static class GsoSegmenter
{
    private const byte Fin = 0x01;
    private const byte Psh = 0x08;
    private const byte Cwr = 0x80;

    /// <summary>Cuts the frame; it may stand at its MAC or at its network header, and so will the segments, which inherit all its metadata.</summary>
    /// <param name="skb">The super-frame. On success it is freed as consumed; otherwise the caller still owns it, unchanged. Its bytes are only read, so clones do no harm.</param>
    /// <param name="pool">Where the segments are rented.</param>
    /// <param name="output">Gets the segments in order at its tail; unchanged on failure.</param>
    /// <returns>False when the headers contradict the frame or the pool is exhausted.</returns>
    public static bool Segment(SkBuff skb, SkBuffPool pool, SkBuffQueue output) => Segment(skb, pool, output, out _);

    /// <summary>As <see cref="Segment(SkBuff, SkBuffPool, SkBuffQueue)"/>, telling why it failed.</summary>
    /// <param name="skb">The super-frame.</param>
    /// <param name="pool">Where the segments are rented.</param>
    /// <param name="output">Gets the segments.</param>
    /// <param name="reason"><see cref="DropReason.BadOffloadHeader"/> or <see cref="DropReason.NoMemory"/> when false is returned.</param>
    /// <param name="leaveChecksum">Leaves each segment's checksum to a device that can compute it: the field then holds the sum of the pseudo-header.</param>
    public static bool Segment(SkBuff skb, SkBuffPool pool, SkBuffQueue output, out DropReason reason, bool leaveChecksum = false)
    {
        reason = DropReason.BadOffloadHeader;
        if (!skb.IsGso || !PacketHeaders.TryParse(skb, out var headers) || !headers.Suits(skb.GsoType, skb.Frame.Length)) return false;
        if (skb.Data - skb.MacHeader > headers.Payload) return false;
        reason = DropReason.NoMemory;
        var first = Cut(skb, pool, headers, leaveChecksum);
        if (first is null) return false;
        while (first is { } segment)
        {
            first = segment.Next;
            output.Enqueue(segment);
        }

        reason = DropReason.Consumed;
        skb.Free(DropReason.Consumed);
        return true;
    }

    /// <summary>The segments, linked; null when a buffer is lacking, then all that were made are back in the pool.</summary>
    private static SkBuff? Cut(SkBuff skb, SkBuffPool pool, in PacketHeaders headers, bool leaveChecksum)
    {
        var end = skb.Frame.Length;
        SkBuff? first = null;
        SkBuff? last = null;
        for (var (from, index) = (headers.Payload, 0); from < end; from += skb.GsoSize, index++)
        {
            var to = Math.Min(from + skb.GsoSize, end);
            if (pool.Rent(headers.Payload + to - from) is not { } segment)
            {
                FreeAll(first);
                return null;
            }

            Describe(segment, skb);
            Fill(segment.Frame, skb.Frame, headers, from, to);
            var field = Finish(segment.Frame, headers, index, from - headers.Payload, to == end, leaveChecksum);
            if (leaveChecksum) (segment.IpSummed, segment.CsumStart, segment.CsumOffset) = (IpSummed.Partial, (ushort)headers.Transport, (ushort)field);
            if (last is null) first = segment;
            else last.Next = segment;
            last = segment;
        }

        return first;
    }

    /// <summary>Gives unfinished work back. Not a drop: the frame they came from is what its owner drops.</summary>
    private static void FreeAll(SkBuff? chain)
    {
        while (chain is { } segment)
        {
            chain = segment.Next;
            segment.Free(DropReason.Consumed);
        }
    }

    /// <summary>Copies the metadata; the segment then stands where the super-frame stands.</summary>
    private static void Describe(SkBuff segment, SkBuff skb)
    {
        var (start, length) = (segment.MacHeader, segment.Length);
        segment.CopyMetadata(skb);
        segment.ClearOffload();
        segment.MacHeader = start;
        segment.NetworkHeader = start + (skb.NetworkHeader - skb.MacHeader);
        segment.Data = start;
        segment.Length = length;
        segment.Pull(skb.Data - skb.MacHeader);
        segment.QdiscPktLen = segment.Length;
    }

    private static void Fill(Span<byte> frame, ReadOnlySpan<byte> original, in PacketHeaders headers, int from, int to)
    {
        original[..headers.Payload].CopyTo(frame);
        original[from..to].CopyTo(frame[headers.Payload..]);
    }

    /// <summary>Corrects the headers of a segment, from the IP header up.</summary>
    /// <returns>Where its checksum stands, counted from the transport header.</returns>
    private static int Finish(Span<byte> frame, in PacketHeaders headers, int index, int offset, bool isLast, bool leaveChecksum)
    {
        var packet = frame[headers.Network..];
        var transport = frame[headers.Transport..];
        var isTcp = headers.Protocol == IpProtocol.Tcp;
        if (isTcp) FinishTcp(transport, offset, isLast);
        else BinaryPrimitives.WriteUInt16BigEndian(transport[4..], (ushort)transport.Length);
        var addresses = headers.EtherType == EtherType.IPv4 ? FinishV4(packet, headers.Transport - headers.Network, index) : FinishV6(packet);
        var at = isTcp ? 16 : 6;
        var field = transport[at..];
        var pseudo = Checksum.PseudoHeader(addresses, headers.Protocol, transport.Length);
        BinaryPrimitives.WriteUInt16BigEndian(field, 0);
        var sum = leaveChecksum ? (ushort)~Checksum.Fold(pseudo) : Checksum.Fold(Checksum.Partial(transport, pseudo));
        BinaryPrimitives.WriteUInt16BigEndian(field, sum == 0 && !isTcp ? ushort.MaxValue : sum);
        return at;
    }

    /// <summary>Total length, identifier and header checksum; returns the addresses.</summary>
    private static ReadOnlySpan<byte> FinishV4(Span<byte> packet, int headerSize, int index)
    {
        var id = BinaryPrimitives.ReadUInt16BigEndian(packet[4..]);
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)packet.Length);
        BinaryPrimitives.WriteUInt16BigEndian(packet[4..], (ushort)(id + index));
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], Checksum.Fold(Checksum.Partial(packet[..headerSize])));
        return packet.Slice(12, 8);
    }

    /// <summary>Payload length; returns the addresses.</summary>
    private static ReadOnlySpan<byte> FinishV6(Span<byte> packet)
    {
        BinaryPrimitives.WriteUInt16BigEndian(packet[4..], (ushort)(packet.Length - PacketHeaders.IPv6Size));
        return packet.Slice(8, 32);
    }

    /// <summary>Sequence number, and the flags that belong to one end of the stream of bytes only.</summary>
    private static void FinishTcp(Span<byte> header, int offset, bool isLast)
    {
        var sequence = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], sequence + (uint)offset);
        if (offset > 0) header[13] &= Cwr ^ 0xFF;
        if (!isLast) header[13] &= (Fin | Psh) ^ 0xFF;
    }
}
