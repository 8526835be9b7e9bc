using System.Globalization;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;

namespace ActorNet.TestKit;

/// <summary>Laws that hold whenever a lab is at rest, whatever a test did to it.</summary>
internal static class ConservationCheck
{
    /// <summary>Every frame that came in was delivered, dropped with a reason, or waits in a queue; every device has its actors.</summary>
    /// <returns>What does not hold, a sentence each.</returns>
    public static IReadOnlyList<string> AtRest(LabSnapshot snapshot)
    {
        var broken = new List<string>();
        var devices = snapshot.Namespaces.SelectMany(n => n.Devices.Select(d => (Box: n.Name, Device: d))).ToList();
        var queued = devices.Sum(d => d.Device.QLen + d.Device.Queues.Sum(q => (long)q.Rq + q.Tq));
        if (snapshot.FramesOutstanding != queued)
            broken.Add(Say($"{snapshot.FramesOutstanding} frames are neither delivered nor dropped, but the queues hold {queued}: {Math.Abs(snapshot.FramesOutstanding - queued)} {(snapshot.FramesOutstanding > queued ? "have been forgotten" : "are counted twice")}."));
        foreach (var (box, device) in devices) CheckIfb(box, device, broken);
        var actors = devices.Sum(d => 1 + d.Device.Queues.Count);
        if (snapshot.Actors != actors) broken.Add(Say($"{snapshot.Actors} actors live, but the devices and their queues need {actors}."));
        return broken;
    }

    /// <summary>With the last device gone no frame is left, and no actor.</summary>
    public static IReadOnlyList<string> WhenEmpty(LabSnapshot snapshot)
    {
        var broken = new List<string>();
        if (snapshot.FramesOutstanding != 0) broken.Add(Say($"{snapshot.FramesOutstanding} frames did not come back to the pool after all devices were removed."));
        if (snapshot.Actors != 0) broken.Add(Say($"{snapshot.Actors} actors live on after all devices were removed."));
        return broken;
    }

    /// <summary>What a port says it sent, its host has got or the test has lost.</summary>
    public static string? AtPort(string host, HostReport report, DeviceSnapshot port, long lost) =>
        port.Kind != "tun" || report.FramesIn + lost == port.Stats.TxPackets
            ? null
            : Say($"the port of {host} sent {port.Stats.TxPackets} frames, but {host} got {report.FramesIn} and the test lost {lost} on that wire.");

    private static void CheckIfb(string box, DeviceSnapshot device, List<string> broken)
    {
        if (device.Queues.Count == 0) return;
        var missing = device.Queues.Sum(q => q.Arrived - q.Reinjected - q.Rq - q.Tq);
        if (missing < 0 || missing > device.Stats.RxDropped)
            broken.Add(Say($"{box}:{device.Name} took {device.Queues.Sum(q => q.Arrived)} frames, sent {device.Queues.Sum(q => q.Reinjected)} back, dropped {device.Stats.RxDropped} and holds {device.Queues.Sum(q => q.Rq + q.Tq)}."));
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
