using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

public sealed class VethTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "VETH-01")]
    public void What_one_end_sends_the_other_receives_in_order()
    {
        var vb = _lab.Sniff("b", "vb");

        _lab.X(10, 100).ShouldBe(10);

        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 10/1000/0");
        vb.Frames.Select(f => (int)f.Mark).ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    [Trait("rule", "MTU-02"), Trait("rule", "VETH-02"), Trait("scenario", "G38")]
    public void The_receivers_mtu_plus_headers_is_the_limit()
    {
        _lab.A("ip link set va mtu 9000");

        int[] told = [_lab.X(1, 1514), _lab.X(1, 1518), _lab.X(1, 1519), _lab.X(1, 2000)];

        told.ShouldBe([1, 1, 0, 0]);
        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 2/3032/2");
        _lab.S("b", "vb").ShouldBe("rx 2/3032/4 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "VETH-01"), Trait("rule", "FLAG-02")]
    public void Carrier_needs_both_ends_up()
    {
        var va = _lab.Device("a", "va");
        va.CarrierOn.ShouldBeTrue();
        va.OperState.ShouldBe(OperState.Up);

        _lab.B("ip link set vb down");
        _lab.Lab.Advance(1_000_000_000);

        va.CarrierOn.ShouldBeFalse();
        va.OperState.ShouldBe(OperState.Down);
        va.UserFlags.HasFlag(DeviceFlags.Running).ShouldBeFalse();
        _lab.AddCableVc();
        _lab.B("ip link set vd down");
        _lab.Device("b", "vc").OperState.ShouldBe(OperState.LowerLayerDown);
    }

    [Fact]
    [Trait("rule", "QD-08")]
    public void Without_carrier_frames_are_freed_and_the_sender_is_content()
    {
        _lab.B("ip link set vb down");
        _lab.Lab.Advance(1_000_000_000);

        _lab.X(3, 100).ShouldBe(3);

        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 0/0/3");
    }

    [Fact]
    [Trait("rule", "QD-08"), Trait("scenario", "G39")]
    public void A_socket_on_a_device_that_is_down_is_told_so()
    {
        _lab.A("ip link set va down");

        _lab.Device("a", "va").SendFromSocket(_lab.Lab.Frame(100)).ShouldBe(Errno.ENETDOWN);

        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "VETH-01")]
    public void Deleting_one_end_deletes_both()
    {
        _lab.B("ip link del vb");

        _lab.Lab.Lab.Find("a")!.Find("va").ShouldBeNull();
    }

    [Fact]
    [Trait("rule", "NAPI-01")]
    public void The_backlog_is_bounded()
    {
        var va = _lab.Device("a", "va");
        var results = new List<Errno>();
        for (var i = 0; i < VethDevice.MaxBacklog + 10; i++) results.Add(va.SendFromSocket(_lab.Lab.Frame(60)));

        _lab.Lab.Run();

        results.Count(r => r == Errno.ENOBUFS).ShouldBe(9);
        _lab.Device("b", "vb").GetStats().RxDropped.ShouldBe(9 + VethDevice.MaxBacklog + 1);
        va.GetStats().TxDropped.ShouldBe(9);
    }

    [Fact]
    [Trait("rule", "IFB-30"), Trait("rule", "FLT-03"), Trait("scenario", "G36")]
    public void A_tagged_frame_is_untagged_before_the_filter()
    {
        _lab.RedirectVbToIfb0();
        for (var i = 0; i < 3; i++)
        {
            var skb = _lab.Lab.Frame(100, type: EtherType.Vlan);
            skb.Span[14] = 0;
            skb.Span[15] = 5;
            skb.Span[16] = 0x88;
            skb.Span[17] = 0xB5;
            _lab.Device("a", "va").SendFromSocket(skb).ShouldBe(Errno.None);
        }

        _lab.Lab.Run();

        _lab.Device("b", "vb").GetStats().RxBytes.ShouldBe(300);
        _lab.Hook("b", "vb").ShouldBe("3/246 drops 0");
        _lab.S("b", "ifb0").ShouldBe("rx 3/288/0 tx 3/288/0");
    }
}
