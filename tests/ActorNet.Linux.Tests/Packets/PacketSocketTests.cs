using ActorNet.Linux.Iproute;
using ActorNet.Linux.Native;
using ActorNet.Linux.Packets;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Packets;

public sealed class PacketSocketTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [SkippableFact]
    public async Task Frame_is_seen_leaving_at_one_end_and_arriving_at_the_other()
    {
        // given two ends of a veth and a bystander on each
        Root.Required();
        using var space = await VethAsync();
        using var sender = PacketSocket.Open(space.Space, "v0");
        using var near = PacketSocket.Open(space.Space, "v0");
        using var far = PacketSocket.Open(space.Space, "v1");
        byte[] frame = Frames.Experimental(200, 0x42);

        sender.Send(frame).ShouldBeTrue();

        byte[] buffer = new byte[2000];
        Next(near, buffer, out var nearInfo).ShouldBe(frame);
        Next(far, buffer, out var farInfo).ShouldBe(frame);
        nearInfo.Direction.ShouldBe(PacketDirection.Outgoing);
        farInfo.ShouldBe(new PacketInfo(PacketDirection.Broadcast, 200, false, 0, 0));
    }

    [SkippableFact]
    public async Task Kernel_stamps_a_frame_when_it_leaves_and_when_it_arrives()
    {
        Root.Required();
        using var space = await VethAsync();
        using var sender = PacketSocket.Open(space.Space, "v0", sendBufferBytes: 1 << 20);
        using var near = PacketSocket.Open(space.Space, "v0", stamps: true);
        using var far = PacketSocket.Open(space.Space, "v1", stamps: true);
        long before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1_000_000;

        sender.Send(Frames.Experimental(200, 0x44)).ShouldBeTrue();

        byte[] buffer = new byte[2000];
        Next(near, buffer, out var nearInfo);
        Next(far, buffer, out var farInfo);
        long after = (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + 1) * 1_000_000;
        nearInfo.Nanoseconds.ShouldBeInRange(before, after);
        farInfo.Nanoseconds.ShouldBeInRange(nearInfo.Nanoseconds, after);
    }

    [SkippableFact]
    public async Task Vlan_tag_that_the_kernel_took_off_is_reported()
    {
        Root.Required();
        using var space = await VethAsync();
        using var sender = PacketSocket.Open(space.Space, "v0");
        using var far = PacketSocket.Open(space.Space, "v1");
        byte[] inner = Frames.Experimental(100, 0x43);
        byte[] tagged = [.. inner[..12], 0x81, 0x00, 0x60, 0x07, .. inner[12..]];

        sender.Send(tagged).ShouldBeTrue();

        byte[] buffer = new byte[2000];
        Next(far, buffer, out var info).ShouldBe(inner);
        info.ShouldBe(new PacketInfo(PacketDirection.Broadcast, 100, true, 0x6007, 0x8100));
    }

    [SkippableFact]
    public async Task Long_frame_is_cut_but_its_length_is_told()
    {
        Root.Required();
        using var space = await VethAsync();
        using var sender = PacketSocket.Open(space.Space, "v0");
        using var far = PacketSocket.Open(space.Space, "v1");
        byte[] frame = Frames.Experimental(1000, 0x44);

        sender.Send(frame).ShouldBeTrue();

        byte[] buffer = new byte[64];
        Next(far, buffer, out var info).ShouldBe(frame[..64]);
        info.Length.ShouldBe(1000);
    }

    [SkippableFact]
    public async Task Nothing_to_receive_is_0_and_refusals_are_clear()
    {
        Root.Required();
        using var space = await VethAsync();
        using var socket = PacketSocket.Open(space.Space, "v0");
        byte[] buffer = new byte[2000];
        while (socket.Receive(buffer, out _) > 0) continue;

        socket.Receive(buffer, out _).ShouldBe(0);
        Should.Throw<LinuxException>(() => socket.Send(new byte[3000])).ErrorNumber.ShouldBe(Errno.EMSGSIZE);
        Should.Throw<LinuxException>(() => PacketSocket.Open(space.Space, "none")).ErrorNumber.ShouldBe(Errno.ENODEV);
        socket.Dispose();
        Should.Throw<ObjectDisposedException>(() => socket.Receive(buffer, out _));
        Should.Throw<ObjectDisposedException>(() => socket.Send(buffer));
    }

    private static async Task<TestNamespace> VethAsync()
    {
        var space = Unique.Namespace();
        var result = await new IpBatch(IprouteTool.Ip, space.Name)
            .Add("link", "add", "v0", "type", "veth", "peer", "name", "v1")
            .Add("link", "set", "dev", "v1", "up")
            // The sender comes last: then its carrier is there when it comes up. Otherwise the kernel gives it its queue later, in its own time.
            .Add("link", "set", "dev", "v0", "up")
            .RunAsync(Long);
        result.Failures.ShouldBeEmpty();
        return space;
    }

    private static byte[] Next(PacketSocket socket, byte[] buffer, out PacketInfo info)
    {
        while (socket.WaitReadable(Long))
        {
            int count = socket.Receive(buffer, out info);
            if (Frames.IsExperimental(buffer.AsSpan(0, count))) return buffer[..count];
        }
        throw new TimeoutException("no frame of ours came to the packet socket.");
    }
}
