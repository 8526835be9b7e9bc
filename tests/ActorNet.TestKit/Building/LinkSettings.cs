namespace ActorNet.TestKit;

/// <summary>Settings of a link in the words of <c>link set</c>, as a topology file has them.</summary>
internal static class LinkSettings
{
    private static readonly string[] Keys = ["delay", "jitter", "loss", "duplicate", "corrupt", "reorder", "rate", "burst", "latency", "limit"];

    /// <summary>A key with its braces, a comma in front; nothing without words.</summary>
    /// <exception cref="LabFailureException">It does not begin with a key.</exception>
    public static string Block(string key, string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return "";
        if (!Keys.Contains(parts[0], StringComparer.Ordinal)) throw NameBook.Unknown("setting of a link", parts[0], Keys);
        var settings = new List<string>();
        for (var i = 0; i < parts.Length;)
        {
            var end = i + 1;
            while (end < parts.Length && !Keys.Contains(parts[end], StringComparer.Ordinal)) end++;
            settings.Add(parts[i] + " = " + TopologyBuilder.Quote(string.Join(' ', parts[(i + 1)..end])));
            i = end;
        }

        return $", {key} {{ {string.Join(", ", settings)} }}";
    }
}
