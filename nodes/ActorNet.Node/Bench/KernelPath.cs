using ActorNet.Linux.Iproute;
using ActorNet.Linux.Namespaces;

namespace ActorNet.Node.Bench;

/// <summary>The same path made of the kernel's own devices: veth pairs into a third namespace with a bridge and an ifb.</summary>
internal sealed class KernelPath : TapPath
{
    private KernelPath(NetworkNamespace box, string sender, string receiver)
    {
        Box = box;
        Sender = sender;
        Receiver = receiver;
    }

    /// <summary>Where the bridge and the ifb are; the scope's.</summary>
    public NetworkNamespace Box { get; }

    public override string Name => TapPaths.Kernel;

    public override string Sender { get; }

    public override string Receiver { get; }

    /// <summary>Makes namespaces and devices, which belong to the scope.</summary>
    public static async Task<TapPath> StartAsync(BenchScope scope, CancellationToken stop)
    {
        var box = scope.AddNamespace("kernel");
        var alice = scope.AddNamespace("kernel-alice");
        var bob = scope.AddNamespace("kernel-bob");
        await BenchScope.RunAsync(IprouteTool.Ip, alice, Host(AliceMac, AliceAddress, $"type veth peer name alice netns {box.Name}"), stop).ConfigureAwait(false);
        await BenchScope.RunAsync(IprouteTool.Ip, bob, Host(BobMac, BobAddress, $"type veth peer name bob netns {box.Name}"), stop).ConfigureAwait(false);
        await BenchScope.RunAsync(IprouteTool.Ip, box, Bridge, stop).ConfigureAwait(false);
        await BenchScope.RunAsync(IprouteTool.Tc, box, Redirect, stop).ConfigureAwait(false);
        return new KernelPath(box, alice.Name!.Text, bob.Name!.Text);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private const string Bridge =
        """
        link add br0 type bridge
        link set dev alice master br0
        link set dev bob master br0
        link set dev alice up
        link set dev bob up
        link set dev br0 up
        link add ifb0 type ifb
        link set dev ifb0 up
        """;

    // u32 and the old ingress qdisc are what every kernel with mirred has; the other path takes the same words.
    private const string Redirect =
        """
        qdisc add dev alice ingress
        filter add dev alice parent ffff: protocol all u32 match u32 0 0 action mirred egress redirect dev ifb0
        """;

    private static string Host(string mac, string address, string kind) =>
        $"""
        link add {Device} address {mac} {kind}
        addr add {address} dev {Device}
        link set dev lo up
        link set dev {Device} up
        """;
}
