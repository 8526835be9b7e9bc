using ActorNet.Hocon;

namespace ActorNet.Topology.Reading;

/// <summary>One element of <c>links</c>.</summary>
internal sealed class RawLinkReader(ErrorList errors)
{
    private static readonly string[] OwnKeys = ["a", "b", "mtu", "both", "a-to-b", "b-to-a"];
    private static readonly string[] LinkKeys = [.. OwnKeys, .. LinkSetting.Keys];

    public RawLink Read(HoconObject link)
    {
        var fields = new Fields(link, "a link", errors, LinkKeys);
        var flag = fields.Value("both") is HoconScalar scalar ? Flag(scalar) : null;
        var both = flag is null ? Direction(fields, "both") : [];
        return new RawLink(link.Origin, fields.Text("a"), fields.Text("b"), fields.Text("mtu"), fields.Settings(LinkSetting.Keys),
            flag is true, both, Direction(fields, "a-to-b"), Direction(fields, "b-to-a"));
    }

    private bool? Flag(HoconScalar value)
    {
        if (value.TryAsBoolean(out var on)) return on;
        errors.Add(value.Origin, $"both is on, off, or an object, not {Phrases.Quote(value.Text)}", "Write both = on, or both { rate = 100mbit }");
        return false;
    }

    private IReadOnlyList<RawSetting> Direction(Fields fields, string key)
    {
        if (fields.Value(key) is not HoconObject direction)
        {
            _ = fields.Entries(key); // says so when it is something else
            return [];
        }

        return new Fields(direction, "a direction", errors, LinkSetting.Keys).Settings(LinkSetting.Keys);
    }
}
