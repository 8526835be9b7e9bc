namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Frames at equal intervals; flows take turns.</summary>
/// <param name="Frames">How many, of all flows together.</param>
/// <param name="Bytes">Length of each from its Ethernet header on; no checksum of Ethernet.</param>
/// <param name="Interval">Nanoseconds from one to the next.</param>
/// <param name="Flows">How many flows; the number of a flow is in the UDP port.</param>
internal sealed record Traffic(int Frames, int Bytes, long Interval, int Flows = 1)
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>As many frames as an offered rate needs to last some seconds.</summary>
    /// <param name="bitsPerSecond">Of all flows together.</param>
    /// <param name="bytes">Length of a frame.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="flows">How many flows.</param>
    public static Traffic AtRate(double bitsPerSecond, int bytes, double seconds, int flows = 1)
    {
        var interval = (long)(bytes * 8 / bitsPerSecond * NanosecondsPerSecond);
        return new Traffic((int)(seconds * NanosecondsPerSecond / interval), bytes, interval, flows);
    }

    /// <summary>From the first frame to the last, in nanoseconds.</summary>
    public long Duration => (Frames - 1) * Interval;

    /// <summary>The flow of a frame.</summary>
    public int FlowOf(int sequence) => sequence % Flows;
}
