using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace ActorNet.Node.Shell.Showing;

/// <summary>What the verbs answer, as tables for people.</summary>
internal static class VerbTables
{
    /// <summary>Prints the answer of a verb.</summary>
    /// <returns>Whether there is a table for it; otherwise nothing is printed.</returns>
    public static bool TryWrite(IAnsiConsole console, string verb, JsonElement json)
    {
        Action<IAnsiConsole, JsonElement>? write = (verb, json.ValueKind) switch
        {
            ("inject" or "receive", JsonValueKind.Object) => WriteCounts,
            ("sniff" or "read", JsonValueKind.Array) => WriteFrames,
            ("queues", JsonValueKind.Array) => WriteQueues,
            ("step", JsonValueKind.Object) => WriteStep,
            _ => null,
        };
        write?.Invoke(console, json);
        return write is not null;
    }

    /// <summary>One line; counts of nothing are left out, but for the first.</summary>
    private static void WriteCounts(IAnsiConsole console, JsonElement json)
    {
        var parts = new List<string>();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object) parts.AddRange(property.Value.EnumerateObject().Select(p => $"{p.Value} {p.Name}"));
            else if (parts.Count == 0 || property.Value is not { ValueKind: JsonValueKind.Number } || property.Value.GetInt64() != 0) parts.Add($"{property.Value} {property.Name}");
        }

        console.WriteLine(string.Join(", ", parts));
    }

    private static void WriteFrames(IAnsiConsole console, JsonElement json)
    {
        var frames = json.EnumerateArray().Where(f => f.TryGetProperty("hex", out _)).ToArray();
        foreach (var lost in json.EnumerateArray().Where(f => f.TryGetProperty("lost", out _))) console.WriteLine($"{Text(lost, "lost")} older frames are lost");
        if (frames.Length == 0)
        {
            console.WriteLine("no frames");
            return;
        }

        var withTime = frames[0].TryGetProperty("time", out _);
        var table = withTime ? New(["time", "", "for", "length", "frame"], [0, 3]) : New(["length", "frame"], [0]);
        foreach (var frame in frames)
        {
            var (length, bytes) = (Text(frame, "len"), FrameSummary.Of(Convert.FromHexString(Text(frame, "hex"))));
            if (withTime) Row(table, Time(frame), Text(frame, "dir"), Text(frame, "type"), length, bytes);
            else Row(table, length, bytes);
        }

        console.Write(table);
    }

    private static void WriteStep(IAnsiConsole console, JsonElement json)
    {
        console.WriteLine(json.GetProperty("ran").GetBoolean() ? "one drain has run" : "no drain was pending");
        WriteQueues(console, [json]);
    }

    private static void WriteQueues(IAnsiConsole console, JsonElement json) => WriteQueues(console, json.EnumerateArray());

    private static void WriteQueues(IAnsiConsole console, IEnumerable<JsonElement> queues)
    {
        var table = New(["queue", "rq", "tq", "pending", "stopped", "credit"], [0, 1, 2, 5]);
        foreach (var queue in queues)
        {
            Row(table, Text(queue, "queue"), Text(queue, "rq"), Text(queue, "tq"), YesNo(queue, "pending"), YesNo(queue, "stopped"), Text(queue, "credit"));
        }

        console.Write(table);
    }

    private static Table New(string[] columns, int[] numbers)
    {
        var table = new Table { Border = TableBorder.None };
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(new Text(columns[i], new Style(decoration: Decoration.Dim))) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) };
            table.AddColumn(Array.IndexOf(numbers, i) >= 0 ? column.RightAligned() : column);
        }

        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(c => new Text(c))]);

    private static string Text(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.ToString() : "";

    private static string YesNo(JsonElement element, string key) => element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True ? "yes" : "-";

    private static string Time(JsonElement frame) => frame.GetProperty("time").GetDouble().ToString("0.000000", CultureInfo.InvariantCulture);
}
