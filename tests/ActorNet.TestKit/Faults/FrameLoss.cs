using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>Frames of a place that get lost because a test wants it; ends when it is disposed of.</summary>
public sealed class FrameLoss : IFrameRule, IDisposable
{
    private readonly FaultPlan _plan;
    private readonly LabPlace _place;
    private readonly bool _outward;
    private readonly Func<SkBuff, bool> _wants;

    /// <summary>Begins now.</summary>
    /// <param name="plan">Where it belongs to.</param>
    /// <param name="place">The device.</param>
    /// <param name="outward">What leaves the device rather than what comes in.</param>
    /// <param name="wants">Which of them; called once for each.</param>
    internal FrameLoss(FaultPlan plan, LabPlace place, bool outward, Func<SkBuff, bool> wants)
    {
        _plan = plan;
        _place = place;
        _outward = outward;
        _wants = wants;
        plan.Add(this);
    }

    /// <summary>Frames of the place that came by.</summary>
    public long Seen { get; private set; }

    /// <summary>How many of them got lost.</summary>
    public long Dropped { get; private set; }

    /// <summary>Nothing gets lost any more.</summary>
    public void Dispose() => _plan.Remove(this);

    bool IFrameRule.Drops(NetDevice? from, NetDevice? to, FramePath path, SkBuff skb)
    {
        var isMeant = _outward ? IsPlace(from) && Crosses(from!, to, path) : IsPlace(to) && Crosses(to!, from, path);
        if (!isMeant) return false;
        Seen++;
        if (!_wants(skb)) return false;
        Dropped++;
        return true;
    }

    /// <summary>Ports and ends of cables have a far end, which is what a test means; others only have neighbours in their box.</summary>
    private static bool Crosses(NetDevice device, NetDevice? other, FramePath path) =>
        device is TapEndpointDevice or VethDevice ? other is null || (path == FramePath.Wire && device is VethDevice) : true;

    private bool IsPlace(NetDevice? device) => device is not null && device.Name == _place.Device && device.Namespace?.Name == _place.Box;
}
