using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary>The far end of a new pair, as its own words ask for it.</summary>
/// <param name="Peer">Everything that may be said of a link, a namespace of its own included.</param>
public sealed record VethOptions(LinkRequest Peer) : DeviceOptions;

/// <summary><c>type veth [ peer LINK-OPTIONS ]</c>: both ends at once, the peer first (rule VETH-01).</summary>
public sealed class VethKind : DeviceKind
{
    private const string Usage = "Usage: ip link <options> type veth [peer <options>]\nTo get <options> type 'ip link add help'";
    private const int MinMtu = 68;
    private const int MaxMtu = 65535;

    /// <inheritdoc/>
    public override string Name => "veth";

    /// <inheritdoc/>
    public override DeviceOptions? Parse(ArgReader args, LinkParser links)
    {
        if (args.AtEnd) return null;
        if (!args.TryTake("peer")) throw new Iproute2Exception(Usage) { IsExplanation = true };
        var peer = links.Parse(args);
        if (peer.Name is not null && peer.Device is not null) throw new Iproute2Exception("both \"name\" and \"dev\" cannot be used when creating devices.", 255);
        return new VethOptions(peer);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options)
    {
        // A peer that is not described takes after the device, its identity excepted.
        var peerRequest = (options as VethOptions)?.Peer ?? new LinkRequest { Mtu = request.Mtu, TxQueueLength = request.TxQueueLength };
        if (peerRequest.TxQueues is { } queues && queues != (request.TxQueues ?? 1))
            throw new RtnlException(Errno.EOPNOTSUPP, "The ends of an emulated veth have the same number of queues; say numtxqueues for the device, not for its peer.");
        CheckMtu(request);
        CheckMtu(peerRequest);
        // The peer would come up while it has no far end yet.
        if (peerRequest.Up == true) throw new RtnlException(Errno.ENOTCONN);
        peerRequest = peerRequest with { Name = peerRequest.Name ?? peerRequest.Device ?? "veth%d" };
        var (device, peer) = VethDevice.CreatePair(request.Name!, peerRequest.Name, request.TxQueues ?? 1, request.RxQueues ?? 1);
        return [new NewDevice(peer, peerRequest), new NewDevice(device, request)];
    }

    private static void CheckMtu(LinkRequest request)
    {
        if (request.Mtu is < MinMtu or > MaxMtu) throw new RtnlException(Errno.EINVAL);
    }
}
