using System.Globalization;
using System.Text.Json.Nodes;
using ActorNet.Actors.Messages;
using ActorNet.Shell.Frames;

namespace ActorNet.Shell.Verbs;

/// <summary><c>receive</c>: frames arrive from the wire.</summary>
internal static class ReceiveVerb
{
    public static ShellVerb Verb { get; } = new(
        "receive", "receive [-n NETNS] DEV FRAME...", "let frames arrive at a device from the wire",
        """
        Frames come to DEV from outside: written by the program that has a tap open, sent by the far end of a cable. Tells how many the driver took.
        The words of a frame are those of inject; prio and bypass mean nothing here.
        Example: receive lo udp size 100
        """,
        RunAsync, ShellArgument.Device, ShellArgument.Frame);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        var spec = FrameWords.Read(call.Words);
        if (spec.Bypass || spec.Priority != 0) throw new ShellException("\"prio\" and \"bypass\" belong to sending; frames that arrive have neither");
        int received = 0, dropped = 0;
        var offload = FrameBuilder.Offload(spec);
        foreach (var frames in FrameBatches.Of(spec))
        {
            var arrived = await call.AskAsync<Arrived>(new Arrive(device, frames) { Queue = spec.Queue, Mark = spec.Mark, Offload = offload }).ConfigureAwait(false);
            received += arrived.Received;
            dropped += arrived.Dropped;
            if (spec.Gap > 0) await call.Lab.PassTimeAsync(spec.Gap).ConfigureAwait(false);
        }

        call.Say(string.Create(CultureInfo.InvariantCulture, $"received {received} dropped {dropped}\n"), new JsonObject { ["received"] = received, ["dropped"] = dropped });
    }
}
