using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary><c>type dummy</c>: no options of its own (rule DUM-01).</summary>
public sealed class DummyKind : DeviceKind
{
    /// <inheritdoc/>
    public override string Name => "dummy";

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options) =>
        [new NewDevice(new DummyDevice(request.Name!, request.TxQueues ?? 1, request.RxQueues ?? 1), request)];
}
