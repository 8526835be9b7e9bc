using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

public sealed class WatchdogTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly NetNamespace _ns;
    private readonly StuckDevice _device = new();

    public WatchdogTests()
    {
        _ns = _lab.AddNamespace("n");
        _ns.Register(_device);
        _ns.OpenDevice(_device);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "TX-03")]
    public void A_queue_stopped_for_too_long_is_reported_to_the_driver_with_all_queues_frozen()
    {
        _lab.Inject(_device, 1, 100);
        _lab.Advance(4_999_999_999);
        _device.TimedOut.ShouldBe(0);

        _lab.Advance(1);

        (_device.TimedOut, _device.WasFrozen, _device.TxQueues[0].Frozen).ShouldBe((1, true, false));
        _device.TxQueues[0].Timeouts.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "TX-03")]
    public void A_queue_that_stays_stopped_is_reported_again_after_another_timeout()
    {
        _lab.Inject(_device, 1, 100);

        _lab.Advance(15_000_000_000);

        _device.TimedOut.ShouldBe(3);
    }

    [Theory]
    [Trait("rule", "TX-03")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_queue_that_was_woken_or_a_device_that_is_down_is_not_reported(bool wake)
    {
        _lab.Inject(_device, 1, 100);
        if (wake) _device.TxQueues[0].Wake();
        else _ns.CloseDevice(_device);

        _lab.Advance(20_000_000_000);

        _device.TimedOut.ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "QD-04"), Trait("rule", "TX-01")]
    public void A_wake_runs_what_the_qdisc_held_in_order()
    {
        _lab.Inject(_device, 5, 100);
        _device.Sent.ShouldBe([0]);
        for (var i = 0; i < 4; i++)
        {
            _device.TxQueues[0].Wake();
            _lab.Run();
        }

        _device.Sent.ShouldBe([0, 1, 2, 3, 4]);
    }

    private sealed class StuckDevice : NetDevice
    {
        public StuckDevice()
            : base("stuck0") => WatchdogNanoseconds = 5_000_000_000;

        public override string Kind => "stuck";

        public List<int> Sent { get; } = [];

        public int TimedOut { get; private set; }

        public bool WasFrozen { get; private set; }

        protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
        {
            Sent.Add(skb.Span[EthernetHeader.Size]);
            skb.Free(DropReason.Sink);
            queue.Stop();
            return TxStatus.Ok;
        }

        protected override void OnTxTimeout(TxQueue queue)
        {
            TimedOut++;
            WasFrozen = queue.Frozen;
        }
    }
}
