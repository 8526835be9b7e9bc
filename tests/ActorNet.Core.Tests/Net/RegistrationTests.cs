using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

public sealed class RegistrationTests
{
    private readonly NetNamespace _ns = new("n");
    private readonly NotifierRecorder _recorder = new();

    public RegistrationTests() => _ns.AddNotifier(_recorder);

    [Fact]
    [Trait("rule", "DEV-01"), Trait("rule", "DEV-03")]
    public void Register_runs_its_steps_in_order_and_announces_once()
    {
        var links = new List<LinkMessage>();
        _ns.LinkMessages = links.Add;
        var device = new ProbeDevice("p0", _recorder);

        _ns.Register(device);

        _recorder.Log.ShouldBe(["init p0", "PostInit p0", "Register p0"]);
        device.RegState.ShouldBe(RegState.Registered);
        links.ShouldHaveSingleItem().Deleted.ShouldBeFalse();
        device.IfIndex.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "DEV-04")]
    public void A_failing_init_leaves_nothing_and_is_not_undone()
    {
        var device = new ProbeDevice("p0", _recorder) { InitError = Errno.ENOMEM };

        Should.Throw<RtnlException>(() => _ns.Register(device)).Errno.ShouldBe(Errno.ENOMEM);

        _recorder.Log.ShouldBe(["init p0"]);
        _ns.Devices.ShouldBeEmpty();
        device.RegState.ShouldBe(RegState.Uninitialized);
    }

    [Fact]
    [Trait("rule", "DEV-04")]
    public void A_busy_number_undoes_init()
    {
        _ns.Register(new ProbeDevice("p0", _recorder), ifIndex: 7);
        _recorder.Log.Clear();

        Should.Throw<RtnlException>(() => _ns.Register(new ProbeDevice("p1", _recorder), ifIndex: 7)).Errno.ShouldBe(Errno.EEXIST);

        _recorder.Log.ShouldBe(["init p1", "uninit p1", "destructor p1"]);
        _ns.Devices.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "DEV-04")]
    public void A_veto_of_the_announcement_unregisters_completely()
    {
        _recorder.Veto = NetDeviceEvent.Register;

        Should.Throw<RtnlException>(() => _ns.Register(new ProbeDevice("p0", _recorder))).Errno.ShouldBe(Errno.EPERM);

        _recorder.Log.ShouldBe(["init p0", "PostInit p0", "Register p0", "Unregister p0", "PreUninit p0", "uninit p0", "destructor p0"]);
        _ns.Devices.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "DEV-05"), Trait("rule", "DEV-06")]
    public void Open_and_close_tell_before_and_after()
    {
        var device = Registered("p0");

        _ns.OpenDevice(device);
        _ns.OpenDevice(device);
        _ns.CloseDevice(device);

        _recorder.Log.ShouldBe(["PreUp p0", "open p0", "set_rx_mode p0", "set_rx_mode p0", "Up p0", "GoingDown p0", "stop p0", "Down p0"]);
        device.IsUp.ShouldBeFalse();
    }

    [Theory]
    [Trait("rule", "DEV-05")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_veto_or_a_failing_open_leaves_the_device_down(bool veto)
    {
        var device = Registered("p0");
        if (veto) _recorder.Veto = NetDeviceEvent.PreUp;
        else device.OpenError = Errno.EBUSY;

        Should.Throw<RtnlException>(() => _ns.OpenDevice(device));

        (device.IsUp, device.IsRunning).ShouldBe((false, false));
        device.RootQdisc.ShouldBeSameAs(NoopQdisc.Instance);
    }

    [Fact]
    [Trait("rule", "DEV-05"), Trait("rule", "IFB-36"), Trait("rule", "MAC-01")]
    public void An_unusable_address_prevents_open()
    {
        var device = Registered("p0");
        device.ForceAddress(MacAddress.Broadcast);

        Should.Throw<RtnlException>(() => _ns.OpenDevice(device)).Errno.ShouldBe(Errno.EADDRNOTAVAIL);
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void Unregister_closes_unlists_tells_and_frees()
    {
        var device = Registered("p0");
        _ns.OpenDevice(device);
        _recorder.Log.Clear();

        _ns.Unregister(device);

        _recorder.Log.ShouldBe(["GoingDown p0", "stop p0", "Down p0", "Unregister p0", "PreUninit p0", "uninit p0", "destructor p0"]);
        device.RegState.ShouldBe(RegState.Released);
        _ns.Find("p0").ShouldBeNull();
        _ns.Find(device.IfIndex).ShouldBeNull();
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void A_user_delays_the_freeing_but_not_the_vanishing()
    {
        var device = Registered("p0");
        device.Hold();

        _ns.Unregister(device);
        device.RegState.ShouldBe(RegState.Unregistered);
        _ns.Find("p0").ShouldBeNull();
        _recorder.Log.ShouldNotContain("destructor p0");

        device.Put();
        device.RegState.ShouldBe(RegState.Released);
        _recorder.Log.ShouldContain("destructor p0");
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_moved_device_arrives_down_with_its_counters()
    {
        var other = new NetNamespace("m");
        var device = Registered("p0");
        _ns.OpenDevice(device);
        device.Receive(3);

        _ns.Move(device, other);

        device.IsUp.ShouldBeFalse();
        device.GetStats().RxPackets.ShouldBe(3);
        other.Find("p0").ShouldBeSameAs(device);
        _ns.Find("p0").ShouldBeNull();
        device.RootQdisc.Kind.ShouldBe("noop");
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_clash_of_names_refuses_the_move()
    {
        var other = new NetNamespace("m");
        other.Register(new ProbeDevice("p0", _recorder));
        var device = Registered("p0");

        Should.Throw<RtnlException>(() => _ns.Move(device, other)).Errno.ShouldBe(Errno.EEXIST);

        _ns.Find("p0").ShouldBeSameAs(device);
    }

    [Fact]
    [Trait("rule", "DEV-09"), Trait("rule", "LO-01")]
    public void Loopback_can_neither_leave_nor_be_deleted()
    {
        var lo = new LoopbackDevice();
        _ns.Register(lo);

        Should.Throw<RtnlException>(() => _ns.Move(lo, new NetNamespace("m"))).Errno.ShouldBe(Errno.EINVAL);
        Should.Throw<RtnlException>(() => _ns.Delete(lo)).Errno.ShouldBe(Errno.EOPNOTSUPP);
    }

    [Fact]
    [Trait("rule", "IDX-01")]
    public void Numbers_follow_the_observed_sequence()
    {
        _ns.Register(new LoopbackDevice());
        Registered("a").IfIndex.ShouldBe(2);
        Registered("b").IfIndex.ShouldBe(3);
        _ns.Unregister(_ns.Get("a"));
        Registered("c").IfIndex.ShouldBe(4);
        _ns.Register(new ProbeDevice("d", _recorder), 100);
        Registered("e").IfIndex.ShouldBe(5);
        Should.Throw<RtnlException>(() => _ns.Register(new ProbeDevice("f", _recorder), 3)).Errno.ShouldBe(Errno.EEXIST);
        _ns.Register(new ProbeDevice("g", _recorder), 2);
        _ns.Get("g").IfIndex.ShouldBe(2);
    }

    [Fact]
    [Trait("rule", "MTU-01")]
    public void The_mtu_is_checked_and_a_veto_rolls_it_back()
    {
        var device = Registered("p0");

        Should.Throw<RtnlException>(() => _ns.SetMtu(device, 67)).Sentence.ShouldBe("mtu less than device minimum.");
        Should.Throw<RtnlException>(() => _ns.SetMtu(device, 1501)).Sentence.ShouldBe("mtu greater than device maximum.");
        _recorder.Veto = NetDeviceEvent.ChangeMtu;
        Should.Throw<RtnlException>(() => _ns.SetMtu(device, 1400));
        device.Mtu.ShouldBe(1500);
        _recorder.Veto = null;
        _ns.SetMtu(device, 1400);
        device.Mtu.ShouldBe(1400);
    }

    [Fact]
    [Trait("rule", "NAME-03")]
    public void Rename_is_possible_while_up_and_tells()
    {
        var device = Registered("p0");
        _ns.OpenDevice(device);
        _recorder.Log.Clear();

        _ns.Rename(device, "p0");
        _ns.Rename(device, "x%d");

        device.Name.ShouldBe("x0");
        _recorder.Log.ShouldBe(["ChangeName x0"]);
        _ns.Find("p0").ShouldBeNull();
    }

    private ProbeDevice Registered(string name)
    {
        var device = new ProbeDevice(name, _recorder);
        _ns.Register(device);
        _recorder.Log.Clear();
        return device;
    }
}
