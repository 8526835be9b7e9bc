using System.Globalization;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>What a link does to one direction. <c>rate</c> becomes a tbf; what needs netem is checked and then refused: a box's setup can say it.</summary>
internal sealed class ImpairmentReader(ErrorList errors)
{
    public static readonly IReadOnlyCollection<string> Keys =
        ["rate", "burst", "latency", "limit", "delay", "jitter", "loss", "duplicate", "corrupt", "reorder"];

    private const string DefaultLatency = "50ms";
    private const int MacHeader = 14;

    /// <summary>The shaping of a direction; null when it has none.</summary>
    /// <param name="direction">At most one setting of each key.</param>
    /// <param name="mtu">MTU of the link in bytes.</param>
    public Shaping? Read(IReadOnlyCollection<RawSetting> direction, int mtu)
    {
        var texts = new Dictionary<string, Written>(StringComparer.Ordinal);
        foreach (var setting in direction)
        {
            if (Check(setting) is { } text) texts[setting.Key] = new Written(text, setting.KeyOrigin);
        }

        if (texts.ContainsKey("latency") && texts.TryGetValue("limit", out var limit))
            errors.Add(limit.Origin, "limit and latency say the same thing in two ways", "Remove one: latency is a time, limit a size");
        if (texts.TryGetValue("rate", out var rate)) return Shape(rate, texts, mtu);
        if (!direction.Any(s => string.Equals(s.Key, "rate", StringComparison.Ordinal))) RefuseWithoutRate(texts);
        return null;
    }

    private static Shaping Shape(Written rate, Dictionary<string, Written> texts, int mtu)
    {
        var bytes = LinkUnits.Rate(rate.Text)!.Value;
        var bucket = Math.Max(bytes / 500, 2 * (ulong)(mtu + MacHeader)); // 2 ms' worth
        string[] bound = texts.TryGetValue("limit", out var limit)
            ? ["limit", limit.Text]
            : ["latency", texts.TryGetValue("latency", out var latency) ? latency.Text : DefaultLatency];
        return new Shaping
        {
            Origin = rate.Origin,
            Rate = rate.Text,
            BytesPerSecond = bytes,
            Burst = texts.TryGetValue("burst", out var burst) ? burst.Text : bucket.ToString(CultureInfo.InvariantCulture) + "b",
            Bound = bound,
        };
    }

    private void RefuseWithoutRate(Dictionary<string, Written> texts)
    {
        foreach (var key in (string[])["burst", "latency", "limit"])
        {
            if (texts.TryGetValue(key, out var lone))
                errors.Add(lone.Origin, $"{key} has no effect without rate", "Add rate = 100mbit in the same direction, or remove it");
        }
    }

    /// <summary>The value in tc's spelling; null when it is wrong or cannot be done, which is reported.</summary>
    private string? Check(RawSetting setting)
    {
        if (!setting.Value.TryAsString(out var written))
        {
            errors.Add(setting.Value.Origin, $"{setting.Key} needs a simple value", Remedy(setting.Key));
            return null;
        }

        var text = LinkUnits.Compact(written);
        if (!IsGood(setting.Key, text))
        {
            errors.Add(setting.Value.Origin, $"{setting.Key} {Phrases.Quote(written)} is no {Noun(setting.Key)}", Remedy(setting.Key));
            return null;
        }

        if (!NeedsNetem(setting.Key)) return text;
        RefuseNetem(setting, text);
        return null;
    }

    private void RefuseNetem(RawSetting setting, string text)
    {
        errors.Add(setting.KeyOrigin, $"{setting.Key} is not yet a setting that a link carries out",
            $"Remove {setting.Key}, and say it in the setup of the box at the end where frames start: tc qdisc add dev DEVICE root netem {NetemWords(setting.Key, text)}");
    }

    /// <summary>netem has jitter and reordering only in connection with a delay.</summary>
    private static string NetemWords(string key, string text) => key switch
    {
        "jitter" => $"delay 10ms {text}",
        "reorder" => $"delay 10ms reorder {text}",
        _ => $"{key} {text}",
    };

    private static bool NeedsNetem(string key) => key is not ("rate" or "burst" or "latency" or "limit");

    private static bool IsGood(string key, string text) => key switch
    {
        "rate" => LinkUnits.Rate(text) is not null,
        "burst" or "limit" => LinkUnits.Size(text) is not null,
        "latency" => LinkUnits.Latency(text) is not null,
        "delay" or "jitter" => LinkUnits.Time(text) is not null,
        _ => LinkUnits.Percent(text) is not null,
    };

    private static string Noun(string key) => key switch
    {
        "rate" => "rate above 0",
        "burst" or "limit" => "size above 0",
        "latency" or "delay" or "jitter" => "time",
        _ => "percentage",
    };

    private static string Remedy(string key) => key switch
    {
        "rate" => LinkUnits.RateRemedy,
        "burst" or "limit" => LinkUnits.SizeRemedy,
        "latency" or "delay" or "jitter" => LinkUnits.TimeRemedy,
        _ => LinkUnits.PercentRemedy,
    };
}
