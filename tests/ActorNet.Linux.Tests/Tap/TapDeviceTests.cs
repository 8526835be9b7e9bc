using ActorNet.Linux.Iproute;
using ActorNet.Linux.Native;
using ActorNet.Linux.Packets;
using ActorNet.Linux.Tap;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Tap;

public sealed class TapDeviceTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [SkippableFact]
    public async Task Frame_written_to_the_descriptor_is_received_by_the_interface()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        using var capture = PacketSocket.Open(space.Space, "tap0");
        byte[] frame = Frames.Experimental(60, 0x11);

        tap.Queue.Write(Frames.WithEmptyHeader(frame)).ShouldBe(TapWrite.Written);

        ReceiveExperimental(capture, out var info).ShouldBe(frame);
        info.Direction.ShouldBe(PacketDirection.Broadcast);
        info.Length.ShouldBe(60);
    }

    [SkippableFact]
    public async Task Header_and_frame_from_two_places_arrive_as_one_frame()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        using var capture = PacketSocket.Open(space.Space, "tap0");
        byte[] frame = Frames.Experimental(1514, 0x22);

        tap.Queue.Write(new byte[VnetHeader.Size], frame).ShouldBe(TapWrite.Written);

        ReceiveExperimental(capture, out _).ShouldBe(frame);
    }

    [SkippableFact]
    public async Task Frame_sent_by_the_interface_is_read_with_its_header()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        using var socket = PacketSocket.Open(space.Space, "tap0");
        byte[] frame = Frames.Experimental(100, 0x33);

        socket.Send(frame).ShouldBeTrue();

        byte[] read = ReadExperimental(tap.Queue);
        read[..VnetHeader.Size].ShouldBe(new byte[VnetHeader.Size]);
        read[VnetHeader.Size..].ShouldBe(frame);
    }

    [SkippableFact]
    public async Task Empty_queue_would_block_and_says_0()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        byte[] buffer = new byte[VnetHeader.MaxReadBytes];
        Drain(tap.Queue);

        tap.Queue.Read(buffer).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Reading_and_writing_allocate_nothing()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        byte[] buffer = new byte[VnetHeader.MaxReadBytes];
        byte[] header = new byte[VnetHeader.Size];
        byte[] frame = Frames.Experimental(60, 0x44);
        byte[] lying = Frames.WithEmptyHeader(frame);
        lying[1] = 0x7F;
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Run();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        tap.Queue.Refusals.Invalid.ShouldBe(200);

        void Run()
        {
            for (int round = 0; round < 100; round++)
            {
                tap.Queue.Read(buffer);
                tap.Queue.Write(header, frame);
                tap.Queue.Write(lying);
            }
        }
    }

    [SkippableFact]
    public async Task Lying_header_is_refused_and_counted()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        byte[] unknownGso = Frames.WithEmptyHeader(Frames.Experimental(60, 1));
        unknownGso[1] = 0x7F;
        byte[] checksumBeyondEnd = Frames.WithEmptyHeader(Frames.Experimental(60, 1));
        checksumBeyondEnd[0] = 1;
        checksumBeyondEnd[6] = 0xFF;
        checksumBeyondEnd[7] = 0xFF;

        tap.Queue.Write(unknownGso).ShouldBe(TapWrite.Refused);
        tap.Queue.Write(checksumBeyondEnd).ShouldBe(TapWrite.Refused);
        tap.Queue.Write(new byte[VnetHeader.Size + 3]).ShouldBe(TapWrite.Refused);

        tap.Queue.Refusals.ShouldBe(new TapRefusals(3, 0, 0, 0, 0, Errno.EINVAL));
    }

    [SkippableFact]
    public void Frame_to_an_interface_that_is_down_is_refused_and_counted()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = space.Space.Run(() => TapDevice.Open("tap0"));

        tap.Queue.Write(Frames.WithEmptyHeader(Frames.Experimental(60, 1))).ShouldBe(TapWrite.Refused);

        tap.Queue.Refusals.Down.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Deleted_interface_refuses_frames_and_ends_reading_with_a_clear_error()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        await IpAsync(space, "link", "del", "tap0");

        tap.Queue.Write(Frames.WithEmptyHeader(Frames.Experimental(60, 1))).ShouldBe(TapWrite.Refused);
        tap.Queue.Refusals.Gone.ShouldBe(1);
        var failure = Should.Throw<TapClosedException>(() => tap.Queue.Read(new byte[VnetHeader.MaxReadBytes]));
        failure.Message.ShouldContain("tap0");
        failure.Message.ShouldContain("deleted");
    }

    [SkippableFact]
    public async Task Removed_namespace_takes_the_interface_that_was_moved_there_with_it()
    {
        // given a TAP made elsewhere: its descriptor holds the namespace where it was opened, not the one where it lives
        Root.Required();
        using var made = Unique.Namespace();
        var moved = Unique.Namespace();
        using var tap = await OpenUpAsync(made);
        await IpAsync(made, "link", "set", "dev", "tap0", "netns", moved.Name);

        moved.Dispose();

        // The kernel destroys namespaces in its own time; the queue reports the end as an event.
        byte[] buffer = new byte[VnetHeader.MaxReadBytes];
        Should.Throw<TapClosedException>(() =>
        {
            while (tap.Queue.WaitReadable(Long)) tap.Queue.Read(buffer);
        });
    }

    [SkippableFact]
    public async Task Moved_and_renamed_interface_keeps_its_descriptor()
    {
        Root.Required();
        using var made = Unique.Namespace();
        using var moved = Unique.Namespace();
        using var tap = made.Space.Run(() => TapDevice.Open("tap0"));
        await IpAsync(made, "link", "set", "dev", "tap0", "netns", moved.Name, "name", "eth7");
        await IpAsync(moved, "link", "set", "dev", "eth7", "up");
        using var capture = PacketSocket.Open(moved.Space, "eth7");

        tap.Queue.Write(Frames.WithEmptyHeader(Frames.Experimental(60, 0x55))).ShouldBe(TapWrite.Written);

        ReceiveExperimental(capture, out _).ShouldBe(Frames.Experimental(60, 0x55));
        tap.Name.ShouldBe("tap0");
        tap.CurrentName().ShouldBe("eth7");
    }

    [SkippableFact]
    public async Task Interface_left_to_its_namespace_stays_until_that_ends_but_one_that_was_moved_away_goes_at_once()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var elsewhere = Unique.Namespace();
        var stays = space.Space.Run(() => TapDevice.Open("tap0"));
        var moved = space.Space.Run(() => TapDevice.Open("tap1"));
        await IpAsync(space, "link", "set", "dev", "tap1", "netns", elsewhere.Name);

        stays.LeaveTo(space.Space);
        moved.LeaveTo(space.Space);
        moved.LeaveTo(space.Space);

        space.Space.Run(() => LibC.IfNameToIndex("tap0")).ShouldNotBe(0u);
        elsewhere.Space.Run(() => LibC.IfNameToIndex("tap1")).ShouldBe(0u);
    }

    [SkippableFact]
    public void This_kernel_grants_the_offloads_it_is_known_to_have()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = space.Space.Run(() => TapDevice.Open("tap0"));
        using var plain = space.Space.Run(() => TapDevice.Open("tap1", new TapOptions { Offloads = TapOffloads.None }));

        (tap.Offloads & (TapOffloads.Checksum | TapOffloads.Tso4 | TapOffloads.Tso6)).ShouldBe(TapOffloads.Checksum | TapOffloads.Tso4 | TapOffloads.Tso6);
        if (Environment.OSVersion.Version >= new Version(6, 2)) tap.Offloads.ShouldBe(TapOffloads.All);
        plain.Offloads.ShouldBe(TapOffloads.None);
        tap.InterfaceIndex.ShouldBeGreaterThan(1);
        plain.InterfaceIndex.ShouldNotBe(tap.InterfaceIndex);
    }

    [SkippableFact]
    public async Task Every_queue_of_several_takes_and_gives_frames()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space, new TapOptions { Queues = 4 });
        using var socket = PacketSocket.Open(space.Space, "tap0");

        // when each queue takes a frame of its own
        foreach (var queue in tap.Queues)
        {
            queue.Write(Frames.WithEmptyHeader(Frames.Experimental(60, (byte)(0x60 + queue.Index)))).ShouldBe(TapWrite.Written);
            ReceiveExperimental(socket, out _).ShouldBe(Frames.Experimental(60, (byte)(0x60 + queue.Index)));
        }

        // and the kernel sends one
        socket.Send(Frames.Experimental(60, 0x70)).ShouldBeTrue();

        // then exactly one queue has it
        byte[] buffer = new byte[VnetHeader.MaxReadBytes];
        int found = 0;
        foreach (var queue in tap.Queues)
            for (int count; (count = queue.Read(buffer)) > 0;)
                if (Frames.IsExperimental(buffer.AsSpan(VnetHeader.Size, count - VnetHeader.Size))) found++;
        found.ShouldBe(1);
        tap.Queues.Count.ShouldBe(4);
    }

    [SkippableFact]
    public async Task Persistent_interface_of_somebody_else_is_not_taken_over()
    {
        Root.Required();
        using var space = Unique.Namespace();
        await IpAsync(space, "tuntap", "add", "dev", "tap0", "mode", "tap");

        var failure = Should.Throw<LinuxException>(() => space.Space.Run(() => TapDevice.Open("tap0")));

        failure.ErrorNumber.ShouldBe(Errno.EBUSY);
        failure.Message.ShouldContain("choose another name");
    }

    [SkippableFact]
    public async Task Frame_that_may_be_cut_is_dropped_and_counted()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var tap = await OpenUpAsync(space);
        using var socket = PacketSocket.Open(space.Space, "tap0");
        Drain(tap.Queue);
        socket.Send(Frames.Experimental(200, 1)).ShouldBeTrue();
        tap.Queue.WaitReadable(Long).ShouldBeTrue();

        tap.Queue.Read(new byte[100]).ShouldBe(0);

        tap.Queue.Truncated.ShouldBe(1);
    }

    [SkippableFact]
    public void Disposed_queue_says_so_instead_of_touching_a_reused_number()
    {
        Root.Required();
        using var space = Unique.Namespace();
        var tap = space.Space.Run(() => TapDevice.Open("tap0"));

        tap.Dispose();
        tap.Dispose();

        Should.Throw<ObjectDisposedException>(() => tap.Queue.Read(new byte[VnetHeader.MaxReadBytes]));
        Should.Throw<ObjectDisposedException>(() => tap.Queue.Write(new byte[100]));
    }

    [Theory]
    [InlineData("tap%d")]
    [InlineData("")]
    [InlineData("a name")]
    public void Bad_name_is_refused_before_the_kernel_is_asked(string name) => Should.Throw<ArgumentException>(() => TapDevice.Open(name));

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void Impossible_number_of_queues_is_refused(int queues) =>
        Should.Throw<ArgumentOutOfRangeException>(() => TapDevice.Open("tap0", new TapOptions { Queues = queues }));

    private static async Task<TapDevice> OpenUpAsync(TestNamespace space, TapOptions? options = null)
    {
        var tap = space.Space.Run(() => TapDevice.Open("tap0", options));
        await IpAsync(space, "link", "set", "dev", "tap0", "up");
        return tap;
    }

    private static async Task IpAsync(TestNamespace space, params string[] words) =>
        (await new IpBatch(IprouteTool.Ip, space.Name).Add(words).RunAsync(Long)).Failures.ShouldBeEmpty();

    private static void Drain(TapQueue queue)
    {
        byte[] buffer = new byte[VnetHeader.MaxReadBytes];
        int count;
        do count = queue.Read(buffer);
        while (count > 0);
    }

    /// <summary>The next frame of ours; the kernel's own (IPv6 listener reports) are passed over.</summary>
    private static byte[] ReadExperimental(TapQueue queue)
    {
        byte[] buffer = new byte[VnetHeader.MaxReadBytes];
        while (queue.WaitReadable(Long))
        {
            int count = queue.Read(buffer);
            if (count > 0 && Frames.IsExperimental(buffer.AsSpan(VnetHeader.Size, count - VnetHeader.Size))) return buffer[..count];
        }
        throw new TimeoutException("no frame of ours came out of the TAP.");
    }

    private static byte[] ReceiveExperimental(PacketSocket socket, out PacketInfo info)
    {
        byte[] buffer = new byte[65536];
        while (socket.WaitReadable(Long))
        {
            int count = socket.Receive(buffer, out info);
            if (Frames.IsExperimental(buffer.AsSpan(0, count))) return buffer[..count];
        }
        throw new TimeoutException("no frame of ours came to the packet socket.");
    }
}
