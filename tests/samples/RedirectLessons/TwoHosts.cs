using ActorNet.TestKit;

namespace RedirectLessons;

/// <summary>What all lessons begin with: alice and bob on a switch, and an ifb that nothing leads to yet.</summary>
internal static class TwoHosts
{
    /// <summary>Leads what alice sends through ifb0.</summary>
    public const string Redirect = """
        tc qdisc add dev alice clsact
        tc filter add dev alice ingress matchall action mirred egress redirect dev ifb0
        """;

    /// <summary>The plan of a lab; lines of ip and tc may follow what is there already.</summary>
    public static LabPlan With(params string[] commands) => LabPlan.Build(topology => topology
        .Host("alice", "10.0.0.1/24")
        .Host("bob", "10.0.0.2/24")
        .Box("lab", box => box.Port("alice", "bob").Setup(
            """
            ip link add br0 type bridge
            ip link set alice master br0
            ip link set bob master br0
            ip link set br0 up
            ip link add ifb0 type ifb
            ip link set ifb0 up
            """).Setup(commands)));
}
