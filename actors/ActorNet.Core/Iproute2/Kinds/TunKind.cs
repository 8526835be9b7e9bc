using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary><c>type tun</c>: TUN and TAP devices are made by opening them (<c>ip tuntap</c>), never by this word.</summary>
public sealed class TunKind : DeviceKind
{
    /// <inheritdoc/>
    public override string Name => "tun";

    /// <inheritdoc/>
    public override bool MakesDevices => false;

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options) =>
        throw new RtnlException(Errno.EOPNOTSUPP, "tun/tap creation via rtnetlink is not supported.");
}
