using ActorNet.Actors.Messages;
using ActorNet.Actors.Tests.Harness;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests;

public sealed class MovedDeviceTests
{
    /// <summary>
    /// The request waits at the device's old actor when the namespace moves the device: sending there would leave the frames where nobody looks. Disposing the lab counts
    /// frames.
    /// </summary>
    [Fact]
    [Trait("rule", "DEV-09")]
    public async Task What_is_asked_of_a_device_that_moved_meanwhile_is_refused()
    {
        using var lab = new VirtualLab();
        lab.AddNamespace("x");
        lab.AddNamespace("y");
        lab.Sh("x", "ip link add va type veth peer name vb", "ip link set va up", "ip link set vb up");

        var asked = lab.Lab.Ask<object>(new ToNamespace("x", new Inject("va", [new byte[60], new byte[60]])));
        lab.Lab.Tell(new ToNamespace("x", new RunCommand(CommandLine.Split("ip link set va netns y"))));
        lab.Lab.Tell(new ToNamespace("x", new RunCommand(CommandLine.Split("ip netns exec y ip link set va up"))));
        lab.Run();

        (await asked).ShouldBeOfType<Refused>().Reason.ShouldBe("Cannot find device \"va\"");
        lab.Snapshot().FramesOutstanding.ShouldBe(0);
        lab.Ask<Injected>(new ToNamespace("y", new Inject("va", [new byte[60]]))).Ok.ShouldBe(1);
    }
}
