using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// Prints a token bucket filter as <c>tc qdisc show</c> does. The kernel hands buckets out in ticks of 64 ns as 32-bit numbers, and tc turns them back into
/// bytes by whole microseconds: hence a burst of 10240 bytes at 1 Gbit/s shows as 10125b.
/// </summary>
internal readonly struct TbfPrinter
{
    private const int NanosecondsPerTickShift = 6;
    private const double TicksPerMicrosecond = 15.625;

    private readonly TbfOptions _options;
    private readonly uint _bucket;
    private readonly uint _peakBucket;

    /// <summary>For one filter.</summary>
    /// <param name="options">What it was told.</param>
    /// <param name="bucket">Its bucket in nanoseconds.</param>
    /// <param name="peakBucket">Bucket of the peak rate in nanoseconds.</param>
    public TbfPrinter(TbfOptions options, long bucket, long peakBucket)
    {
        _options = options;
        _bucket = Microseconds(bucket);
        _peakBucket = Microseconds(peakBucket);
    }

    public void Print(ShowWriter writer, bool details)
    {
        Rate(writer, "rate", _options.Rate);
        Bucket(writer, details, "burst", "burst", Bytes(_options.Rate, _bucket));
        if (_options.PeakRate > 0)
        {
            writer.Plain("peakrate " + Units.FormatRate(_options.PeakRate) + " ");
            if (_peakBucket > 0 || _options.Mpu > 0) Bucket(writer, details, "minburst", "mtu", Bytes(_options.PeakRate, _peakBucket));
        }

        LatencyOrLimit(writer);
        if (_options.Overhead > 0) writer.Number("overhead", "overhead {0} ", _options.Overhead);
        if (_options.Atm || details) writer.Text("linklayer", "linklayer {0} ", _options.Atm ? "atm" : "ethernet");
    }

    private static uint Microseconds(long nanoseconds) => (uint)((uint)(nanoseconds >> NanosecondsPerTickShift) / TicksPerMicrosecond);

    private static uint Bytes(ulong rate, uint microseconds) => (uint)(ulong)((double)rate * microseconds / 1e6);

    private static void Rate(ShowWriter writer, string key, ulong rate)
    {
        if (writer.IsJson) writer.Unsigned(key, null, rate);
        else writer.Plain(key + " " + Units.FormatRate(rate) + " ");
    }

    private static void Size(ShowWriter writer, string key, uint bytes)
    {
        if (writer.IsJson) writer.Unsigned(key, null, bytes);
        else writer.Plain(key + " " + Units.FormatSize(bytes) + " ");
    }

    private void Bucket(ShowWriter writer, bool details, string key, string detailedKey, uint bytes)
    {
        if (!details)
        {
            Size(writer, key, bytes);
            return;
        }

        writer.Text(detailedKey, detailedKey + " {0} ", Units.FormatSize(bytes) + "/1");
        Size(writer, "mpu", _options.Mpu);
    }

    private void LatencyOrLimit(ShowWriter writer)
    {
        var latency = (1e6 * (_options.Limit / (double)_options.Rate)) - _bucket;
        if (_options.PeakRate > 0) latency = Math.Max(latency, (1e6 * (_options.Limit / (double)_options.PeakRate)) - _peakBucket);
        if (latency < 0) Size(writer, "limit", _options.Limit);
        else if (writer.IsJson) writer.Unsigned("lat", null, (ulong)latency);
        else writer.Plain("lat " + Units.FormatMicroseconds((uint)(ulong)latency) + " ");
    }
}
