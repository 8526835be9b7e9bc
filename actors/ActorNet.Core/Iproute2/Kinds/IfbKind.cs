using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary><c>type ifb</c>: no options of its own; receive queues stay one whatever is asked (rule IFB-40).</summary>
public sealed class IfbKind : DeviceKind
{
    /// <inheritdoc/>
    public override string Name => "ifb";

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options) =>
        [new NewDevice(new IfbDevice(request.Name!, request.TxQueues ?? 1), request)];
}
