using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>read</c>: what the program at the far end of a TAP reads.</summary>
internal static class ReadVerb
{
    public static ShellVerb Verb { get; } = new(
        "read", "read [-n NETNS] DEV", "read what a tap sent to the program that has it open",
        """
        Reads every frame that waits at the far end of a tap that plug took. Only now the device counts them as sent; as many wait as txqueuelen says, more are dropped.
        Example: read tap0
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        var read = await call.AskAsync<TapRead>(new ReadTap(device, call.Lab.Owner)).ConfigureAwait(false);
        var text = new StringBuilder();
        var json = new JsonArray();
        foreach (var frame in read.Frames)
        {
            var hex = Convert.ToHexStringLower(frame.Span);
            text.Append(CultureInfo.InvariantCulture, $"{frame.Length,5} {hex}\n");
            json.Add((JsonNode)new JsonObject { ["len"] = frame.Length, ["hex"] = hex });
        }

        call.Say(text.ToString(), json);
    }
}
