using ActorNet.Core.Frames;
using ActorNet.Hosts.Tests.Harness;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests;

public class HostileFrameTests
{
    [Fact]
    public void Any_bytes_are_survived() => Property.Holds(
        from bytes in Property.Bytes(200)
        from type in Gen.Elements((ushort)0x0800, (ushort)0x86DD, (ushort)0x0806, (ushort)0x1234)
        from shape in Gen.Choose(0, 3)
        select (bytes, type, shape),
        x =>
        {
            var wire = NewWire();
            var body = x.bytes;
            if (x.shape > 0) Shape(body, x.type);
            byte[] frame = [.. Convert.FromHexString("020000000002" + "020000000001"), (byte)(x.type >> 8), (byte)x.type, .. body];
            wire.B.Receive(frame, wire.Now);
            wire.B.Receive(x.bytes, wire.Now);
            wire.RunFor(10 * Wire.Second);
        },
        count: 3000);

    [Fact]
    public void Frames_of_a_conversation_may_be_bent_anywhere() => Property.Holds(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select seed,
        seed =>
        {
            // given frames of every kind, each with some bytes changed and its checksums mended, so that it gets deep
            var random = new Random(seed);
            var wire = NewWire();
            foreach (var original in Conversation.Value)
            {
                var frame = original.ToArray();
                for (var i = random.Next(4); i >= 0; i--) frame[random.Next(12, frame.Length)] = (byte)random.Next(256);
                if (random.Next(3) == 0) frame = frame[..random.Next(frame.Length)];
                Mend(frame);
                wire.A.Receive(frame, wire.Now);
                wire.B.Receive(frame, wire.Now);
                wire.RunFor(random.Next(2) * Wire.Millisecond);
            }

            // then nothing goes on for ever
            wire.RunUntilQuiet(40_000 * Wire.Second);
            wire.A.Tcp.Connections.ShouldBe(0);
        },
        count: 300);

    [Fact]
    public void Truncated_frames_are_survived()
    {
        foreach (var frame in Conversation.Value)
        {
            var wire = NewWire();
            for (var length = 0; length < frame.Length; length++)
            {
                wire.A.Receive(frame.AsSpan(0, length), wire.Now);
                wire.B.Receive(frame.AsSpan(0, length), wire.Now);
            }

            wire.B.Counters.EchoesAnswered.ShouldBe(0);
        }
    }

    private static readonly Lazy<byte[][]> Conversation = new(() =>
    {
        var wire = NewWire();
        wire.A.Echo.Ping(Wire.B4, 1, 1, 56, _ => { }, wire.Now);
        wire.A.Echo.Ping(Wire.B6, 1, 1, 56, _ => { }, wire.Now);
        wire.A.Udp.Send(Wire.B4, 1, 7, [1], wire.Now);
        wire.A.Udp.Send(Wire.B6, 1, 8, [1], wire.Now);
        Tcp.Transfer.Run(wire, 5000);
        Tcp.Transfer.Run(wire, 5000, v6: true);
        return [.. wire.ToB.Sent.Concat(wire.ToA.Sent).Select(f => f.Bytes)];
    });

    private static Wire NewWire()
    {
        var wire = new Wire();
        wire.B.Udp.Open(7);
        wire.B.Tcp.Listen(Tcp.Transfer.Port);
        return wire;
    }

    /// <summary>Makes bytes look like a packet for B, with a right header.</summary>
    private static void Shape(byte[] body, ushort type)
    {
        if (type == EtherType.IPv4 && body.Length >= 20)
        {
            (body[0], body[2], body[3], body[6], body[7]) = (0x45, (byte)(body.Length >> 8), (byte)body.Length, 0, 0);
            body[9] = (body[9] % 3) switch { 0 => 1, 1 => 6, _ => 17 };
            Wire.A4.Write(body.AsSpan(12));
            Wire.B4.Write(body.AsSpan(16));
        }
        else if (type == EtherType.IPv6 && body.Length >= 40)
        {
            (body[0], body[4], body[5]) = (0x60, (byte)((body.Length - 40) >> 8), (byte)(body.Length - 40));
            body[6] = (body[6] % 4) switch { 0 => 58, 1 => 6, 2 => 0, _ => 17 };
            Wire.A6.Write(body.AsSpan(8));
            Wire.B6.Write(body.AsSpan(24));
        }

        Mend([.. new byte[14], .. body]);
    }

    private static void Mend(byte[] frame)
    {
        if (frame.Length < 14) return;
        var body = frame.AsSpan(14);
        var type = (frame[12] << 8) | frame[13];
        if (type == EtherType.IPv4 && body.Length >= 20)
        {
            body[10] = body[11] = 0;
            Put(body[10..], FrameCheck.Sum(body[..20]));
            MendTransport(body[20..], body[12..20], body[9]);
        }
        else if (type == EtherType.IPv6 && body.Length >= 40)
        {
            MendTransport(body[40..], body[8..40], body[6]);
        }
    }

    private static void MendTransport(Span<byte> payload, ReadOnlySpan<byte> addresses, byte protocol)
    {
        var place = protocol switch { IpProtocol.Tcp => 16, IpProtocol.Udp => 6, _ => 2 };
        if (payload.Length < place + 2) return;
        payload[place] = payload[place + 1] = 0;
        Put(payload[place..], FrameCheck.Sum(payload, protocol == IpProtocol.Icmp ? 0 : (FrameCheck.Sum(addresses) + protocol + payload.Length) % 0xFFFF));
    }

    private static void Put(Span<byte> field, int sum) => (field[0], field[1]) = ((byte)(~sum >> 8), (byte)~sum);
}
