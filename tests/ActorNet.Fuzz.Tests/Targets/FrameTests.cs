using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Fuzz.Tests.Harness;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>Frames, right and wrong, with and without offload headers, into devices with every classifier, action, qdisc and bridge that the scripts know.</summary>
public sealed class FrameTests
{
    private const int MostBytes = 3000;
    private const int Bursts = 12;

    private static readonly IReadOnlyList<byte[]> Right = [.. Corpus.Frames, .. MadeFrames()];

    /// <summary>The header of a TAP; the second makes super-frames of TCP, the third of UDP.</summary>
    private static readonly byte[][] Offloads = [new byte[VnetHeader.Size], [1, 1, 54, 0, 0xA0, 5, 34, 0, 16, 0], [1, 5, 42, 0, 0xA0, 5, 34, 0, 6, 0], [1, 4, 74, 0, 0x84, 5, 54, 0, 16, 0]];

    [Fact]
    public void Every_frame_is_delivered_or_dropped_and_no_actor_fails() => Fuzzer.OfLines("frames", Traffic, static lines => Run(lines)).Run(450);

    [Fact]
    public void An_offload_header_is_believed_only_when_it_suits_the_frame() => Fuzzer.OfBytes("offload header", static source =>
        [.. ByteMutator.Mutate(source, Offloads, VnetHeader.Size), .. ByteMutator.Mutate(source, Right, MostBytes)], static bytes =>
    {
        var pool = new SkBuffPool(64, 1 << 20);
        var header = bytes.AsSpan(0, Math.Min(bytes.Length, VnetHeader.Size));
        var frame = bytes.AsSpan(header.Length);
        if (frame.Length < EthernetHeader.Size || pool.Rent(frame.Length) is not { } skb) return;
        frame.CopyTo(skb.Span);
        if (VnetHeader.TryRead(header, skb, out var reason))
        {
            var written = new byte[VnetHeader.Size];
            VnetHeader.Write(skb, written);
            if (skb.IsGso) Cut(skb, pool);
            else skb.Free(DropReason.Consumed);
        }
        else
        {
            if (skb.IsGso || skb.IpSummed != IpSummed.None) throw new InvalidOperationException("What was refused still asks for something.");
            skb.Free(reason);
        }

        if (pool.Outstanding != 0) throw new InvalidOperationException($"{pool.Outstanding} frames are left.");
    }).Run(40_000);

    /// <summary>A script that sets devices up, and behind it frames: <c>frame DEVICE-NUMBER inject|arrive OFFLOAD HEX</c>.</summary>
    private static string[] Traffic(FuzzSource source)
    {
        var lines = new List<string>(source.Pick(Corpus.Commands).Take(40));
        for (var burst = source.Between(1, Bursts); burst > 0; burst--)
        {
            var frame = ByteMutator.Mutate(source, Right, MostBytes);
            if (source.OneIn(2)) frame = source.Pick(Right);
            byte[] offload = source.OneIn(3) ? ByteMutator.Mutate(source, Offloads, VnetHeader.Size) : [];
            var header = offload.Length == VnetHeader.Size ? Convert.ToHexString(offload) : "-";
            lines.Add($"frame {source.Below(1000)} {(source.OneIn(3) ? "arrive" : "inject")} {header} {Convert.ToHexString(frame)}");
            if (source.OneIn(4)) lines.Add("pass");
        }

        return [.. lines];
    }

    private static void Run(string[] lines)
    {
        using var done = new Closing(new FuzzLab());
        var lab = done.Lab;
        try
        {
            foreach (var line in lines) Step(lab, line);
            lab.Empty();
        }
        catch (Shell.ShellException) when (lab.IsRestless)
        {
            // Such a topology: its frames go round as they do on Linux.
        }
    }

    private static void Step(FuzzLab lab, string line)
    {
        if (line.StartsWith("frame ", StringComparison.Ordinal)) Send(lab, line.Split(' '));
        else if (line == "pass") lab.PassTimeAsync(20_000_000).GetAwaiter().GetResult();
        else lab.Ask(new ToNamespace("", new RunCommand(CommandLine.Split(line))));
    }

    private static void Send(FuzzLab lab, string[] words)
    {
        var devices = ((LabSnapshot)lab.Ask(TakeSnapshot.Instance)).Namespaces.SelectMany(static n => n.Devices.Select(d => (Namespace: n.Name, d.Name))).ToArray();
        if (devices.Length == 0) return;
        var (ns, device) = devices[int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) % devices.Length];
        var offload = words[3] == "-" ? [] : Convert.FromHexString(words[3]);
        var frame = Convert.FromHexString(words.Length > 4 ? words[4] : "");
        ReadOnlyMemory<byte>[] burst = [frame, frame, frame];
        var sent = lab.Ask(new ToNamespace(ns, words[2] == "arrive" ? new Arrive(device, burst) { Offload = offload } : new Inject(device, burst) { Offload = offload }));
        if (sent is not (Injected or Arrived or Refused)) throw new InvalidOperationException($"Answered with {sent}.");
    }

    private static void Cut(SkBuff skb, SkBuffPool pool)
    {
        var pieces = new SkBuffQueue();
        GsoSegmenter.Segment(skb, pool, pieces);
        pieces.Purge(DropReason.Consumed);
    }

    private static IEnumerable<byte[]> MadeFrames()
    {
        var lines = (string[])["udp", "tcp", "icmp", "arp", "eth", "udp vlan 5", "tcp size 1514", "udp size 1400"];
        foreach (var line in lines) yield return Shell.Frames.FrameBuilder.Build(Shell.Frames.FrameWords.Read(new Shell.WordReader(line.Split(' '), line)), 7);
    }

    private sealed class Closing(FuzzLab lab) : IDisposable
    {
        public FuzzLab Lab => lab;

        public void Dispose() => lab.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
