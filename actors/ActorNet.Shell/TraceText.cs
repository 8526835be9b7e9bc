using System.Globalization;
using System.Text;
using ActorNet.Core.Devices;

namespace ActorNet.Shell;

/// <summary>Prints a trace as lines, one per station.</summary>
public static class TraceText
{
    /// <summary>The word for a station.</summary>
    public static string Word(FrameStep step) => step switch
    {
        FrameStep.Receive => "rx",
        FrameStep.Transmit => "tx",
        _ => step.ToString().ToLowerInvariant(),
    };

    /// <summary>Time, number of the frame, device, what happened, particulars, length.</summary>
    public static string Of(ShellTrace trace)
    {
        var text = new StringBuilder();
        foreach (var hop in trace.Hops)
        {
            var place = hop.Namespace.Length == 0 ? hop.Device : hop.Namespace + "/" + hop.Device;
            text.Append(CultureInfo.InvariantCulture, $"{Duration.Seconds(hop.Time.Nanoseconds)} #{hop.Frame} {place}: {hop.Step}{(hop.Detail.Length == 0 ? "" : " " + hop.Detail)} ({hop.Length} bytes)\n");
        }

        if (trace.Lost > 0) text.Append(CultureInfo.InvariantCulture, $"{trace.Lost} further stations had no room\n");
        return text.ToString();
    }
}
