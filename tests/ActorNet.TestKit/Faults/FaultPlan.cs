using ActorNet.Actors;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>The rules by which a lab loses frames.</summary>
internal sealed class FaultPlan : IFrameFaults
{
    private readonly List<IFrameRule> _rules = [];
    private readonly Dictionary<LabPlace, long> _lostOnWires = [];

    /// <summary>From now on.</summary>
    public void Add(IFrameRule rule) => _rules.Add(rule);

    /// <summary>No longer.</summary>
    public void Remove(IFrameRule rule) => _rules.Remove(rule);

    /// <summary>Frames lost between a port and its host.</summary>
    public long LostOnWire(LabPlace port) => _lostOnWires.GetValueOrDefault(port);

    bool IFrameFaults.Drops(NetDevice? from, NetDevice? to, FramePath path, SkBuff skb)
    {
        foreach (var rule in _rules)
        {
            if (!rule.Drops(from, to, path, skb)) continue;
            if (to is null) CountOnWire(new LabPlace(from!.Namespace.Name, from.Name));
            return true;
        }

        return false;
    }

    private void CountOnWire(LabPlace port) => _lostOnWires[port] = LostOnWire(port) + 1;
}
