using System.Globalization;
using ActorNet.Hocon;
using static ActorNet.Topology.LinkSetting;

namespace ActorNet.Topology;

/// <summary>What happens to the frames of one direction of a link: its settings, at most one of each key. Immutable.</summary>
public sealed class Impairments
{
    private const int MacHeader = 14;
    private readonly SortedList<int, LinkSetting> _settings;

    private Impairments(int mtu, HoconOrigin? origin, SortedList<int, LinkSetting> settings) => (Mtu, Origin, _settings) = (mtu, origin, settings);

    /// <summary>MTU of the link in bytes.</summary>
    public int Mtu { get; }

    /// <summary>Where the file says it; null when it says nothing.</summary>
    public HoconOrigin? Origin { get; }

    /// <summary>The settings in the order of <see cref="LinkSetting.Keys"/>.</summary>
    public IReadOnlyList<LinkSetting> Settings => [.. _settings.Values];

    /// <summary>Whether frames pass untouched.</summary>
    public bool IsEmpty => _settings.Count == 0;

    /// <summary>Bytes per second; null for no rate.</summary>
    public double? BytesPerSecond => this[Names.Rate]?.Amount;

    /// <summary>Bucket of the rate in bytes as <c>tc</c> reads it: as set, else what the rate carries in 2 ms, at least two frames of the link's MTU.</summary>
    public string Burst => this[Names.Burst]?.Text ?? DefaultBurst.ToString(CultureInfo.InvariantCulture) + "b";

    /// <summary>Bytes of a whole frame.</summary>
    public int FrameBytes => Mtu + MacHeader;

    private ulong DefaultBurst => Math.Max((ulong)(BytesPerSecond ?? 0) / 500, 2 * (ulong)FrameBytes);

    /// <summary>A setting; null when it is not set.</summary>
    public LinkSetting? this[string key] => _settings.TryGetValue(OrderOf(key), out var setting) ? setting : null;

    /// <summary>No impairments.</summary>
    public static Impairments None(int mtu) => new(mtu, origin: null, []);

    /// <summary>These settings.</summary>
    /// <param name="mtu">MTU of the link in bytes.</param>
    /// <param name="origin">Where the file says them.</param>
    /// <param name="settings">At most one of each key.</param>
    public static Impairments Of(int mtu, HoconOrigin? origin, IEnumerable<LinkSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var sorted = new SortedList<int, LinkSetting>();
        foreach (var setting in settings) sorted[OrderOf(setting.Key)] = setting;
        return new Impairments(mtu, origin, sorted);
    }

    /// <summary>
    /// The same with some settings changed. What is left without sense by what is taken away goes with it (a burst without a rate), and a latency replaces a limit in
    /// bytes or the other way round.
    /// </summary>
    public Impairments With(IEnumerable<LinkPatch> patches)
    {
        ArgumentNullException.ThrowIfNull(patches);
        var settings = new SortedList<int, LinkSetting>(_settings);
        foreach (var (key, value) in patches)
        {
            if (value is null) settings.Remove(OrderOf(key));
            else settings[OrderOf(key)] = value;
            foreach (var lost in LostWith(key, value)) settings.Remove(OrderOf(lost));
            if (key is Names.Rate && value is null && settings.TryGetValue(OrderOf(Names.Limit), out var limit) && !limit.CountsFrames) settings.Remove(OrderOf(Names.Limit));
            if (key is Names.Latency && value is not null && settings.TryGetValue(OrderOf(Names.Limit), out limit) && !limit.CountsFrames) settings.Remove(OrderOf(Names.Limit));
        }

        return new Impairments(Mtu, Origin, settings);
    }

    /// <summary>Why these settings do not go together, and the key it is about; null when they do.</summary>
    public (string Key, LinkFault Fault)? Conflict()
    {
        var rate = this[Names.Rate];
        foreach (var key in (string[])[Names.Burst, Names.Latency])
        {
            if (this[key] is not null && rate is null) return (key, NeedsRate(key));
        }

        if (this[Names.Limit] is { CountsFrames: false })
        {
            if (this[Names.Latency] is not null) return (Names.Limit, new LinkFault("limit and latency say the same thing in two ways", "Remove one: latency is a time, limit a size"));
            if (rate is null) return (Names.Limit, new LinkFault("limit in bytes has no effect without rate", "Add rate = 100mbit in the same direction, or count frames: limit = 5000packets"));
        }

        if (this[Names.Burst] is { } burst && burst.Amount < FrameBytes)
            return (Names.Burst, new LinkFault($"burst {burst.Text} lets no frame of {FrameBytes} bytes pass (mtu {Mtu})", $"Make it larger, or leave it out: {DefaultBurst}b then"));
        foreach (var key in (string[])[Names.Jitter, Names.Reorder])
        {
            if (this[key] is { Amount: > 0 } && this[Names.Delay] is not { Amount: > 0 })
                return (key, new LinkFault($"{key} has no effect without delay", "Add delay = 20ms in the same direction, or remove it"));
        }

        return null;
    }

    /// <summary>The settings as a command gives them: <c>delay 20ms loss 1%</c>; empty without any.</summary>
    public override string ToString() => string.Join(' ', Settings);

    internal static int OrderOf(string key)
    {
        for (var i = 0; i < Keys.Count; i++)
        {
            if (string.Equals(Keys[i], key, StringComparison.Ordinal)) return i;
        }

        throw new ArgumentException($"'{key}' is no setting of a link", nameof(key));
    }

    private static LinkFault NeedsRate(string key) => new($"{key} has no effect without rate", "Add rate = 100mbit in the same direction, or remove it");

    private static string[] LostWith(string key, LinkSetting? value) => (key, value) switch
    {
        (Names.Rate, null) => [Names.Burst, Names.Latency],
        (Names.Delay, null) => [Names.Jitter, Names.Reorder],
        (Names.Limit, { CountsFrames: false }) => [Names.Latency],
        _ => [],
    };
}
