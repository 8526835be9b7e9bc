using System.Text.Json;

namespace ActorNet.Shell;

/// <summary>Writes replies as JSON.</summary>
internal static class ReplyWriter
{
    public static void Write(Utf8JsonWriter writer, ShellLineReply line)
    {
        var reply = line.Reply;
        writer.WriteStartObject();
        writer.WriteNumber("line", line.Number);
        writer.WriteString("cmd", line.Command);
        writer.WriteBoolean("ok", reply.Ok);
        if (reply.Error.Length > 0) writer.WriteString("error", reply.Error);
        WriteOutput(writer, reply);
        if (reply.Trace is { } trace) WriteTrace(writer, trace);
        writer.WriteEndObject();
    }

    private static void WriteOutput(Utf8JsonWriter writer, ShellReply reply)
    {
        if (reply.Lines is { } lines)
        {
            writer.WriteStartArray("output");
            foreach (var line in lines) Write(writer, line);
            writer.WriteEndArray();
        }
        else if (reply.Json is { } json)
        {
            writer.WritePropertyName("output");
            // As it is: a program may print a key twice, which readers of JSON take in different ways.
            writer.WriteRawValue(json, skipInputValidation: true);
        }
        else if (reply.Text.Length > 0)
        {
            writer.WriteString("output", reply.Text);
        }
    }

    private static void WriteTrace(Utf8JsonWriter writer, ShellTrace trace)
    {
        writer.WriteStartArray("trace");
        foreach (var hop in trace.Hops)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("time");
            writer.WriteRawValue(Duration.Seconds(hop.Time.Nanoseconds));
            writer.WriteNumber("frame", hop.Frame);
            writer.WriteString("netns", hop.Namespace);
            writer.WriteString("dev", hop.Device);
            writer.WriteString("event", hop.Step);
            if (hop.Detail.Length > 0) writer.WriteString("detail", hop.Detail);
            writer.WriteNumber("len", hop.Length);
            writer.WriteEndObject();
        }

        if (trace.Lost > 0)
        {
            writer.WriteStartObject();
            writer.WriteNumber("lost", trace.Lost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
