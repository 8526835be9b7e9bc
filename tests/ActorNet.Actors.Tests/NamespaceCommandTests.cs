using ActorNet.Actors.Messages;
using ActorNet.Actors.Tests.Harness;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests;

/// <summary>Namespaces that commands make and remove: <c>ip netns add</c>, <c>ip netns del</c>.</summary>
public sealed class NamespaceCommandTests
{
    private static RunCommand Command(string line) => new(CommandLine.Split(line));

    [Fact]
    public void A_namespace_is_used_before_its_actor_had_a_turn()
    {
        using var lab = new VirtualLab();
        lab.AddNamespace("box");

        // All in one run: the namespace has no actor yet when the second command works on its devices.
        lab.Lab.Tell(new ToNamespace("box", Command("ip netns add n")));
        lab.Lab.Tell(new ToNamespace("box", Command("ip netns exec n ip link set lo up")));
        lab.Lab.Tell(new ToNamespace("box", Command("ip netns exec n ip link add d0 type dummy")));
        lab.Run();
        lab.Ask<Injected>(new ToNamespace("n", new Inject("lo", [new byte[60], new byte[60]]))).Ok.ShouldBe(2);

        // A length of 0 where others have a type: LLC takes such frames.
        lab.S("n", "lo").ShouldBe("rx 2/92/0 tx 2/92/0");
        lab.Sh("n", "ip link set d0 up");
        lab.Ask<Injected>(new ToNamespace("n", new Inject("d0", [new byte[60]]))).Ok.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_removed_namespace_takes_actors_and_frames_along_and_frees_its_name()
    {
        using var lab = new VirtualLab();
        lab.AddNamespace("box");
        lab.Sh("box", "ip netns add n", "ip link add va type veth peer name vb netns n", "ip link set va up", "ip netns exec n ip link set vb up");
        var before = lab.Snapshot();
        before.Namespaces.Select(n => n.Name).ShouldBe(["box", "n"]);

        // Frames are on their way to vb when its namespace goes, and a new one of the same name comes in the same run.
        lab.Lab.Tell(new ToNamespace("box", new Inject("va", [new byte[60], new byte[60]])));
        lab.Lab.Tell(new ToNamespace("box", Command("ip netns del n")));
        lab.Lab.Tell(new ToNamespace("box", Command("ip netns add n")));
        lab.Run();

        lab.Device("n", "lo").IsUp.ShouldBeFalse();
        lab.Snapshot().Namespaces.Single(n => n.Name == "n").Devices.Count.ShouldBe(1);
        lab.Snapshot().Namespaces.Single(n => n.Name == "box").Devices.Select(d => d.Name).ShouldBe(["lo"]);
        lab.Execute("n", "ip link show lo").ExitCode.ShouldBe(0);
        lab.Snapshot().FramesOutstanding.ShouldBe(0);
    }

    [Fact]
    public void The_initial_namespace_has_no_name()
    {
        using var lab = new VirtualLab();
        lab.Ask<NamespaceCreated>(new CreateNamespace("", IsInitial: true));

        lab.Execute("", "ip netns list").Output.ShouldBe("");
        lab.Sh("", "ip netns add n");
        lab.Execute("", "ip netns list").Output.ShouldBe("n\n");
        lab.Execute("n", "ip -n '' link show").ExitCode.ShouldNotBe(0);
    }
}
