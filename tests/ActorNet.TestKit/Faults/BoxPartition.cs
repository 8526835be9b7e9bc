using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>Two boxes between which no frame passes. Ends when it is disposed of.</summary>
internal sealed class BoxPartition : IFrameRule, IDisposable
{
    private readonly FaultPlan _plan;
    private readonly string _a;
    private readonly string _b;

    public BoxPartition(FaultPlan plan, string a, string b)
    {
        _plan = plan;
        _a = a;
        _b = b;
        plan.Add(this);
    }

    public void Dispose() => _plan.Remove(this);

    public bool Drops(NetDevice? from, NetDevice? to, FramePath path, SkBuff skb)
    {
        if (from?.Namespace?.Name is not { } one || to?.Namespace?.Name is not { } other) return false;
        return (one == _a && other == _b) || (one == _b && other == _a);
    }
}
