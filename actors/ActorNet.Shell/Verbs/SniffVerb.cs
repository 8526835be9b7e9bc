using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ActorNet.Actors.Messages;
using ActorNet.Core.Frames;

namespace ActorNet.Shell.Verbs;

/// <summary><c>sniff</c>: what a packet socket has seen.</summary>
internal static class SniffVerb
{
    public static ShellVerb Verb { get; } = new(
        "sniff", "sniff [-n NETNS] DEV", "show the frames that passed a device since last asked",
        """
        Prints the frames that a packet socket on DEV has seen since it was last asked, the first time since the device was made (since now on a running topology):
        time in seconds, direction, for whom, length, bytes. Without listen nothing counts it. At most 4096 frames and 4 MiB are kept; older ones are lost and
        counted.
        Example: sniff lo
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        var sniffed = await call.AskAsync<Sniffed>(new Sniff(device, call.Lab.Owner)).ConfigureAwait(false);
        var text = new StringBuilder();
        var json = new JsonArray();
        if (sniffed.Lost > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{sniffed.Lost} older frames are lost\n");
            json.Add((JsonNode)new JsonObject { ["lost"] = sniffed.Lost });
        }

        foreach (var frame in sniffed.Frames) Show(frame, call.Lab, text, json);
        call.Say(text.ToString(), json);
    }

    private static void Show(SniffedFrame frame, IShellLab lab, StringBuilder text, JsonArray json)
    {
        var seconds = Duration.Seconds(frame.Time.Since(lab.Origin));
        var direction = frame.Outgoing ? "out" : "in";
        var type = Word(frame.Type);
        var hex = Convert.ToHexStringLower(frame.Bytes.Span);
        text.Append(CultureInfo.InvariantCulture, $"{seconds,-12} {direction,-3} {type,-9} {frame.Bytes.Length,5} {hex}\n");
        json.Add((JsonNode)new JsonObject
        {
            ["time"] = decimal.Parse(seconds, CultureInfo.InvariantCulture),
            ["dir"] = direction,
            ["type"] = type,
            ["len"] = frame.Bytes.Length,
            ["hex"] = hex,
        });
    }

    private static string Word(PacketType type) => type switch
    {
        PacketType.Host => "host",
        PacketType.Broadcast => "broadcast",
        PacketType.Multicast => "multicast",
        PacketType.OtherHost => "otherhost",
        _ => "outgoing",
    };
}
