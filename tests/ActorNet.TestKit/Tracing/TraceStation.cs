using System.Globalization;
using ActorNet.Core;
using ActorNet.Core.Devices;

namespace ActorNet.TestKit;

/// <summary>One station of one frame.</summary>
/// <param name="Time">When, since the lab was up, in nanoseconds.</param>
/// <param name="Frame">Number of the frame; copies share that of their original.</param>
/// <param name="Box">The box; empty when the frame was on no device.</param>
/// <param name="Device">The device.</param>
/// <param name="Step">What happened there.</param>
/// <param name="Detail">The particulars: a verdict, another device, a discipline, a reason.</param>
/// <param name="Length">Bytes of the frame as that station sees it.</param>
public sealed record TraceStation(Instant Time, ulong Frame, string Box, string Device, FrameStep Step, string Detail, int Length)
{
    /// <summary>The word for what happened: <c>rx</c>, <c>tx</c>, <c>redirect</c>, <c>drop</c>.</summary>
    public string Word => Step switch
    {
        FrameStep.Receive => "rx",
        FrameStep.Transmit => "tx",
        _ => Step.ToString().ToLowerInvariant(),
    };

    /// <summary>Time, place, what happened, particulars, length.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{FrameText.Seconds(Time.Nanoseconds)} {(Device.Length == 0 ? "-" : Box + ":" + Device)} {Word}{(Detail.Length == 0 ? "" : " " + Detail)} ({Length} bytes)");
}
