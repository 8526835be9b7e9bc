using System.Globalization;
using static ActorNet.Topology.LinkSetting;

namespace ActorNet.Topology;

/// <summary>
/// The commands of <c>tc</c> that make a direction of a link what it is, at the device where it starts: a netem at the root (<c>1:</c>) for everything but the rate, and
/// a tbf in its only class (<c>10:</c>) for the rate. A tbf rather than netem's own rate, since it has a bucket, a queue in bytes and a latency, and can be changed,
/// come and go without touching what netem holds; behind netem rather than in front of it, since only there its queue is its own.
/// </summary>
internal static class LinkCommands
{
    private const string Root = "1:";
    private const string Bucket = "10:";

    /// <summary>Makes the root of a direction that has none yet.</summary>
    public static IReadOnlyList<string> AddDelay(string device, Impairments impairments)
    {
        var words = new List<string> { "tc", "qdisc", "add", "dev", device, "root", "handle", Root, "netem", Names.Limit, Limit(impairments) };
        // tc sends the correlation of duplicates only together with another one.
        var always = impairments[Names.Duplicate] is { Words.Count: > 1 };
        if (always || impairments[Names.Delay] is not null || impairments[Names.Jitter] is not null) words.AddRange(Delay(impairments, always));
        foreach (var key in (string[])[Names.Loss, Names.Duplicate, Names.Corrupt, Names.Reorder])
        {
            if (impairments[key] is { } setting) words.AddRange([key, .. setting.Words]);
        }

        return words;
    }

    /// <summary>Changes the root, which keeps what it holds. Everything is named: what a command leaves out netem partly keeps.</summary>
    public static IReadOnlyList<string> ChangeDelay(string device, Impairments impairments) =>
    [
        "tc", "qdisc", "change", "dev", device, "root", "handle", Root, "netem", Names.Limit, Limit(impairments),
        .. Delay(impairments, always: true),
        Names.Loss, .. Chance(impairments[Names.Loss]),
        Names.Duplicate, .. Chance(impairments[Names.Duplicate]),
        Names.Corrupt, .. Chance(impairments[Names.Corrupt]),
        Names.Reorder, .. Chance(impairments[Names.Reorder]),
    ];

    /// <summary>Makes the bucket of a direction that has none yet.</summary>
    public static IReadOnlyList<string> AddRate(string device, Impairments impairments) =>
        ["tc", "qdisc", "add", "dev", device, "parent", Root + "1", "handle", Bucket, "tbf", .. Rate(impairments)];

    /// <summary>Changes the bucket, which keeps what waits.</summary>
    public static IReadOnlyList<string> ChangeRate(string device, Impairments impairments) =>
        ["tc", "qdisc", "change", "dev", device, "parent", Root + "1", "handle", Bucket, "tbf", .. Rate(impairments)];

    /// <summary>Takes the root away, with the bucket and all they hold.</summary>
    public static IReadOnlyList<string> Remove(string device) => ["tc", "qdisc", "del", "dev", device, "root"];

    /// <summary>Brings the device up or down.</summary>
    public static IReadOnlyList<string> Set(string device, bool up) => ["ip", "link", "set", "dev", device, up ? "up" : "down"];

    private static string Limit(Impairments impairments) => QueueLimit.Of(impairments).Frames.ToString(CultureInfo.InvariantCulture);

    private static List<string> Delay(Impairments impairments, bool always)
    {
        var words = new List<string> { Names.Delay, impairments[Names.Delay]?.Text ?? "0us" };
        var jitter = impairments[Names.Jitter]?.Words ?? [];
        if (jitter.Count == 0 && !always) return words;
        var correlation = jitter.Count > 1 && jitter[1].EndsWith('%') ? jitter[1] : null;
        words.Add(jitter.Count > 0 ? jitter[0] : "0us");
        // Naming one correlation sets all of them, those that are not said to nothing.
        if (correlation is not null || always) words.Add(correlation ?? "0%");
        if (impairments[Names.Jitter] is not { Amount: > 0 }) return words;
        var shape = jitter[^1] is { } last && char.IsAsciiLetter(last[0]) ? last : null;
        if (shape is not null || always) words.AddRange(["distribution", shape ?? "uniform"]);
        return words;
    }

    private static IReadOnlyList<string> Chance(LinkSetting? setting) => setting?.Words ?? ["0%"];

    /// <summary>A bucket whose rate was taken away stays, as fast as matters to nobody: removing it would lose what waits.</summary>
    private static IReadOnlyList<string> Rate(Impairments impairments)
    {
        if (impairments[Names.Rate] is not { } rate) return ["rate", "1tbit", "burst", "1gb", "limit", "2gb"];
        var limit = impairments[Names.Limit];
        IReadOnlyList<string> bound = limit is { CountsFrames: false } ? [Names.Limit, limit.Text] : [Names.Latency, impairments[Names.Latency]?.Text ?? "50ms"];
        return ["rate", rate.Text, "burst", impairments.Burst, .. bound];
    }
}
