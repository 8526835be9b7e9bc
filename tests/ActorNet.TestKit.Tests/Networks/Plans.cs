namespace ActorNet.TestKit.Tests.Networks;

/// <summary>Topologies that many tests begin with.</summary>
internal static class Plans
{
    /// <summary>A switch with two hosts; what arrives from alice goes through ifb0.</summary>
    public static LabPlan Shaping { get; } = LabPlan.FromFile("configs/ifb-shaping.conf");

    /// <summary>alice - left - right - bob, the cable between left and right 5 ms long each way.</summary>
    public static LabPlan Line { get; } = LabPlan.Build(b => b
        .Name("line")
        .Host("alice", "10.0.0.1/24")
        .Host("bob", "10.0.0.2/24")
        .Box("left", box => box.Port("alice").Setup("ip link add br0 type bridge", "ip link set alice master br0", "ip link set uplink master br0", "ip link set br0 up"))
        .Box("right", box => box.Port("bob").Setup("ip link add br0 type bridge\nip link set bob master br0\nip link set uplink master br0\nip link set br0 up"))
        .Link("left:uplink", "right:uplink", both: "delay 5ms"));
}
