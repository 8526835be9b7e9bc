using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

public sealed class DrainLatenessTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly NetDevice _device;
    private readonly ManualRuntime _runtime;

    public DrainLatenessTests()
    {
        var ns = _lab.AddNamespace("n");
        var session = new Iproute2Session(_lab.Lab);
        foreach (var line in (string[])["ip link add d0 type dummy", "ip link set d0 up", "tc qdisc add dev d0 root netem delay 10ms"])
            session.Execute("n", line.Split(' ')).ExitCode.ShouldBe(0, line);
        _device = ns.Get("d0");
        _device.Runtime = _runtime = new ManualRuntime(_lab.Pool);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_drain_in_time_is_not_late()
    {
        Send(3);
        WakeAt(11_000_000);
        _device.Lateness.ShouldBe(default);
        _runtime.Late.ShouldBeEmpty();
    }

    [Fact]
    public void A_drain_that_runs_more_than_a_millisecond_late_is_counted_with_its_frames_and_told()
    {
        Send(3);
        WakeAt(13_500_000);
        (_device.Lateness.Drains, _device.Lateness.Frames, _device.Lateness.WorstNanoseconds).ShouldBe((1, 3, 3_500_000));
        _runtime.Late.ShouldBe([(3_500_000L, 3L)]);
    }

    [Fact]
    public void The_worst_delay_stays()
    {
        Send(1);
        WakeAt(15_000_000);
        Send(2);
        WakeAt(_runtime.Now.Nanoseconds + 12_000_000);
        (_device.Lateness.Drains, _device.Lateness.Frames, _device.Lateness.WorstNanoseconds).ShouldBe((2, 3, 5_000_000));
    }

    [Fact]
    public void A_late_wake_up_with_nothing_to_send_harms_nobody()
    {
        Send(1);
        _device.RootQdisc.Reset(_runtime.Now);
        WakeAt(50_000_000);
        _device.Lateness.ShouldBe(default);
    }

    private void Send(int frames)
    {
        for (var i = 0; i < frames; i++) _device.SendFromSocket(_lab.Frame(100));
    }

    private void WakeAt(long nanoseconds)
    {
        _runtime.Now = new Instant(nanoseconds);
        _device.OnWatchdog();
    }

    /// <summary>A clock that the test sets.</summary>
    private sealed class ManualRuntime(SkBuffPool pool) : IDeviceRuntime
    {
        public Instant Now { get; set; } = Instant.Zero;

        public Instant Jiffies => Now;

        public SkBuffPool Pool => pool;

        public List<(long Late, long Frames)> Late { get; } = [];

        public void Send(NetDevice target, FramePath path, SkBuff skb, MirredAction? via = null) => skb.Free(DropReason.DeviceGone);

        public void RaiseTx()
        {
            // No drain of these tests is interrupted.
        }

        public void ArmWatchdog(Instant deadline)
        {
            // The test is the timer.
        }

        public void RanLate(long late, long frames) => Late.Add((late, frames));
    }
}
