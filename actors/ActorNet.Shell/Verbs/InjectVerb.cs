using System.Globalization;
using System.Text.Json.Nodes;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Shell.Frames;

namespace ActorNet.Shell.Verbs;

/// <summary><c>inject</c>: a packet socket's send.</summary>
internal static class InjectVerb
{
    public static ShellVerb Verb { get; } = new(
        "inject", "inject [-n NETNS] DEV FRAME...", "send frames on a device, as a packet socket does",
        $"""
        Hands frames to the transmit path of DEV, as a program with a packet socket does, and tells how many the sender was told were sent.
        FRAME is {FrameWords.Usage}.
        size counts the Ethernet header. Without gap the frames of a line are sent back to back, and what they cause happens after the last one (one softirq's
        work); with gap each is done with before time passes and the next one follows. bypass skips the qdisc, prio MAJOR:MINOR chooses a class, gso sends
        super-frames of segments of that size.
        Example: inject lo udp size 100 count 3
        """,
        RunAsync, ShellArgument.Device, ShellArgument.Frame);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        var spec = FrameWords.Read(call.Words);
        var sum = new Injected(0, 0, 0, 0);
        var offload = FrameBuilder.Offload(spec);
        foreach (var frames in FrameBatches.Of(spec))
        {
            var request = new Inject(device, frames, spec.Bypass) { Queue = spec.Queue, Priority = spec.Priority, Mark = spec.Mark, Offload = offload };
            sum = Add(sum, await call.AskAsync<Injected>(request).ConfigureAwait(false));
            if (spec.Gap > 0) await call.Lab.PassTimeAsync(spec.Gap).ConfigureAwait(false);
        }

        call.Say(Text(sum), Json(sum));
    }

    private static Injected Add(Injected a, Injected b)
    {
        var other = a.Other is null && b.Other is null ? null : new SortedDictionary<Errno, int>();
        foreach (var (errno, count) in (a.Other ?? new Dictionary<Errno, int>()).Concat(b.Other ?? new Dictionary<Errno, int>())) other![errno] = other.GetValueOrDefault(errno) + count;
        return new Injected(a.Ok + b.Ok, a.NoBuffers + b.NoBuffers, a.NetDown + b.NetDown, a.TooLong + b.TooLong) { Other = other };
    }

    private static string Text(Injected sum)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"ok {sum.Ok} enobufs {sum.NoBuffers} netdown {sum.NetDown} toolong {sum.TooLong}");
        foreach (var (errno, count) in sum.Other ?? new Dictionary<Errno, int>()) text += string.Create(CultureInfo.InvariantCulture, $" {errno} {count}");
        return text + "\n";
    }

    private static JsonObject Json(Injected sum)
    {
        var json = new JsonObject { ["ok"] = sum.Ok, ["enobufs"] = sum.NoBuffers, ["netdown"] = sum.NetDown, ["toolong"] = sum.TooLong };
        if (sum.Other is null) return json;
        var other = new JsonObject();
        foreach (var (errno, count) in sum.Other) other[errno.ToString()] = count;
        json["other"] = other;
        return json;
    }
}
