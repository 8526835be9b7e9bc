using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Hosts;
using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Udp;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>The network stack of a built-in host: it speaks to another one, whose frames are changed on the way and joined by others.</summary>
public sealed class HostStackTests
{
    private const int MostFrames = 60;
    private const int MostBytes = 1600;
    private const long Second = 1_000_000_000;
    private const string AliceV4 = "10.0.0.1";
    private const string AliceV6 = "fd00::1";
    private const string BobV4 = "10.0.0.2";
    private const string BobV6 = "fd00::2";

    /// <summary>What alice says in a conversation without disturbance, with the times.</summary>
    private static readonly (long Time, byte[] Frame)[] Said = Record();

    private static readonly byte[][] Frames = [.. Said.Select(static s => s.Frame)];

    [Fact]
    public void Whatever_comes_over_the_wire_a_host_goes_on() => Fuzzer.OfLines("host stack", Conversation, static lines => Run(lines)).Run(1500);

    /// <summary>Lines <c>TIME HEX</c>: what alice says, some of it changed, left out, twice, or later.</summary>
    private static string[] Conversation(FuzzSource source)
    {
        var lines = new List<string>();
        foreach (var (time, frame) in Said.Take(source.Below(MostFrames)))
        {
            switch (source.Below(10))
            {
                case 0:
                    break;
                case 1:
                    lines.Add(Line(time, ByteMutator.Mutate(source, Frames, MostBytes)));
                    lines.Add(Line(time, frame));
                    break;
                case 2:
                    lines.Add(Line(time, ByteMutator.Mutate(source, [frame], MostBytes)));
                    break;
                case 3:
                    lines.Add(Line(time + (source.Below(1000) * (Second / 1000)), frame));
                    lines.Add(Line(time, frame));
                    break;
                default:
                    lines.Add(Line(time, frame));
                    break;
            }
        }

        return [.. lines];
    }

    private static string Line(long time, byte[] frame) => $"{time} {Convert.ToHexString(frame)}";

    private static void Run(string[] lines)
    {
        var sent = 0;
        var bob = Bob(frame => sent = frame.Length is < EthernetHeader.Size or > 1514 ? throw new InvalidOperationException($"A frame of {frame.Length} bytes left.") : sent + 1);
        long now = 0;
        foreach (var line in lines)
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            now = Math.Max(now, long.Parse(line.AsSpan(0, blank), System.Globalization.CultureInfo.InvariantCulture));
            Pass(bob, now);
            bob.Receive(Convert.FromHexString(line.AsSpan(blank + 1)), new Instant(now));
        }

        // Whatever was begun ends; a connection that only receives may wait for ever (RFC 9293 has no keep-alive of its own), but nothing is tried any more.
        Pass(bob, now + (3600 * Second));
        if (bob.NextDeadline != Instant.Never) throw new InvalidOperationException("Something is still to be done after an hour of silence.");
        // An answer to each, retransmissions, pings: more would be a storm.
        if (sent > 1000 + (20 * lines.Length)) throw new InvalidOperationException($"{sent} frames left for {lines.Length} that came.");
    }

    private static void Pass(HostStack host, long until)
    {
        for (var steps = 0; host.NextDeadline.Nanoseconds <= until && host.NextDeadline != Instant.Never; steps++)
        {
            if (steps > 100_000) throw new InvalidOperationException("The host has deadlines without end.");
            host.OnDeadline(host.NextDeadline);
        }
    }

    private static HostStack Bob(FrameSender send)
    {
        var bob = Host(2, BobV4, BobV6, send);
        bob.Udp.Open(9);
        bob.Tcp.Listen(80);
        bob.Echo.Ping(IpAddress.Parse(AliceV4), 3, Second / 10, 56, static _ => { }, new Instant(1));
        bob.Tcp.Connect(new TcpTransfer(IpAddress.Parse(AliceV6), 80, 20_000, 0), static _ => { }, new Instant(1));
        return bob;
    }

    private static HostStack Host(ulong number, string v4, string v6, FrameSender send) => new(
        new StackSettings { Mac = new MacAddress(0x0200_0000_0000 + number), Addresses = [new StackAddress(IpAddress.Parse(v4), 24), new StackAddress(IpAddress.Parse(v6), 64)], Ecn = true, Seed = number }, send);

    /// <summary>A conversation of two hosts over a wire of a millisecond: neighbours, pings, datagrams, transfers both ways.</summary>
    private static (long Time, byte[] Frame)[] Record()
    {
        var wire = new PriorityQueue<(HostStack To, byte[] Frame), (long Time, int Order)>();
        var said = new List<(long, byte[])>();
        HostStack alice = null!, bob = null!;
        long now = 1;
        var order = 0;
        alice = Host(1, AliceV4, AliceV6, frame =>
        {
            said.Add((now + (Second / 1000), frame.ToArray()));
            wire.Enqueue((bob, frame.ToArray()), (now + (Second / 1000), order++));
        });
        bob = Bob(frame => wire.Enqueue((alice, frame.ToArray()), (now + (Second / 1000), order++)));
        alice.Tcp.Listen(80);
        alice.Echo.Ping(IpAddress.Parse(BobV6), 2, Second / 10, 56, static _ => { }, new Instant(now));
        alice.Udp.Start(new UdpFlow(IpAddress.Parse(BobV4), 9, 1_000_000, 200, 5, 0, 1), static _ => { }, new Instant(now));
        alice.Tcp.Connect(new TcpTransfer(IpAddress.Parse(BobV4), 80, 10_000, 0), static _ => { }, new Instant(now));
        while (wire.TryDequeue(out var next, out var due))
        {
            while (Math.Min(alice.NextDeadline.Nanoseconds, bob.NextDeadline.Nanoseconds) is var deadline && deadline < due.Time)
            {
                now = Math.Max(now, deadline);
                alice.OnDeadline(new Instant(now));
                bob.OnDeadline(new Instant(now));
            }

            now = Math.Max(now, due.Time);
            next.To.Receive(next.Frame, new Instant(now));
        }

        return [.. said];
    }
}
