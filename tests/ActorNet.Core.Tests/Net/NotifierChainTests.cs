using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>The order in which others hear of a device, and what a veto undoes. IPv4 stands first on the chain: it joins a group when a device is up.</summary>
public sealed class NotifierChainTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly NetNamespace _ns;
    private readonly NotifierRecorder _recorder = new();

    public NotifierChainTests()
    {
        _ns = _lab.AddNamespace("n");
        _ns.AddNotifier(_recorder);
        _ns.LinkMessages = m => _recorder.Log.Add($"{(m.Deleted ? "dellink" : "newlink")} {m.Name} {m.Qdisc}{(m.Flags.HasFlag(DeviceFlags.Up) ? " up" : "")}");
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "DEV-03")]
    public void Registering_tells_the_chain_and_then_the_monitors()
    {
        Register("p0");

        _recorder.Log.ShouldBe(["init p0", "PostInit p0", "Register p0", "newlink p0 noop"]);
    }

    [Fact]
    [Trait("rule", "DEV-03")]
    public void What_a_command_makes_is_told_once_with_everything_done()
    {
        var device = new ProbeDevice("p0", _recorder);

        _ns.Register(device, announced: false);
        _ns.ConfigureLink(device, DeviceFlags.NoArp, DeviceFlags.NoArp, up: true);

        _recorder.Log.ShouldBe([
            "init p0", "PostInit p0", "Register p0", "PreUp p0", "open p0", "set_rx_mode p0", "newlink p0 pfifo_fast up", "set_rx_mode p0", "Up p0", "Change p0",
        ]);
    }

    [Fact]
    [Trait("rule", "DEV-03"), Trait("rule", "DEV-04")]
    public void A_veto_before_it_is_visible_undoes_init_without_a_word()
    {
        _recorder.Veto = NetDeviceEvent.PostInit;

        Should.Throw<RtnlException>(() => Register("p0")).Errno.ShouldBe(Errno.EPERM);

        _recorder.Log.ShouldBe(["init p0", "PostInit p0", "uninit p0", "destructor p0"]);
        (_ns.Find("p0"), _ns.Devices.Count).ShouldBe((null, 0));
    }

    [Fact]
    [Trait("rule", "DEV-04")]
    public void A_vetoed_registration_takes_the_number_and_no_newlink_is_sent()
    {
        _recorder.Veto = NetDeviceEvent.Register;
        Should.Throw<RtnlException>(() => Register("p0"));
        _recorder.Veto = null;

        var next = Register("p0");

        next.IfIndex.ShouldBe(2, "numbers are not given again soon");
        _recorder.Log.Count(l => l.StartsWith("newlink", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "DEV-04")]
    public void Who_fails_twice_can_be_registered_by_another_object()
    {
        Should.Throw<RtnlException>(() => _ns.Register(new ProbeDevice("p0", _recorder) { InitError = Errno.EIO }));

        Register("p0").RegState.ShouldBe(RegState.Registered);
    }

    [Fact]
    [Trait("rule", "DEV-05"), Trait("rule", "DEV-06")]
    public void Up_and_down_are_told_to_monitors_before_the_chain()
    {
        var device = Register("p0");
        _recorder.Log.Clear();

        _ns.OpenDevice(device);
        _ns.CloseDevice(device);

        _recorder.Log.ShouldBe([
            "PreUp p0", "open p0", "set_rx_mode p0", "newlink p0 pfifo_fast up", "set_rx_mode p0", "Up p0",
            "GoingDown p0", "stop p0", "newlink p0 pfifo_fast", "Down p0",
        ]);
    }

    [Fact]
    [Trait("rule", "DEV-06")]
    public void When_down_is_told_the_queues_already_refuse()
    {
        var device = Register("p0");
        _ns.OpenDevice(device);
        var kinds = new List<string>();
        _ns.AddNotifier(new Probe((kind, d) => kinds.Add($"{kind} {d.TxQueues[0].Qdisc.Kind} running {d.IsRunning}")));
        kinds.Clear();

        _ns.CloseDevice(device);

        kinds.ShouldBe(["GoingDown pfifo_fast running True", "Down noop running False"]);
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void Unregistering_a_device_that_is_up_tells_everything_in_order()
    {
        var device = Register("p0");
        _ns.OpenDevice(device);
        _recorder.Log.Clear();
        var found = new List<bool>();
        _ns.AddNotifier(new Probe((kind, d) => found.Add(kind == NetDeviceEvent.Unregister && d.Namespace.Find(d.Name) is null && d.RootQdisc is NoopQdisc)));
        found.Clear();

        _ns.Unregister(device);

        _recorder.Log.ShouldBe([
            "GoingDown p0", "stop p0", "newlink p0 pfifo_fast", "Down p0",
            "Unregister p0", "PreUninit p0", "dellink p0 noop", "uninit p0", "destructor p0",
        ]);
        found.ShouldContain(true, "unlisted, and its qdiscs gone, before its users are told");
    }

    [Fact]
    [Trait("rule", "DEV-07"), Trait("rule", "VETH-01")]
    public void A_pair_goes_step_by_step_together()
    {
        var (va, vb) = VethDevice.CreatePair("va", "vb");
        _ns.Register(vb);
        _ns.Register(va);
        _ns.OpenDevice(vb);
        _ns.OpenDevice(va);
        _lab.Run();
        _recorder.Log.Clear();

        _ns.Delete(va);

        _recorder.Log.ShouldBe([
            "GoingDown va", "GoingDown vb", "newlink va noqueue", "Down va", "newlink vb noqueue", "Down vb",
            "Unregister va", "PreUninit va", "dellink va noop", "Unregister vb", "PreUninit vb", "dellink vb noop",
        ]);
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_move_is_an_end_here_and_a_beginning_there()
    {
        var there = _lab.AddNamespace("m");
        there.AddNotifier(_recorder);
        there.LinkMessages = m => _recorder.Log.Add($"there {(m.Deleted ? "dellink" : "newlink")} {m.Name} {m.Qdisc}");
        var device = Register("p0");
        _ns.OpenDevice(device);
        _recorder.Log.Clear();
        var states = new List<RegState>();
        _ns.AddNotifier(new Probe((_, d) => states.Add(d.RegState)));

        _ns.Move(device, there);

        _recorder.Log.ShouldBe([
            "GoingDown p0", "stop p0", "newlink p0 pfifo_fast", "Down p0", "Unregister p0", "dellink p0 noop", "Register p0", "there newlink p0 noop",
        ]);
        states.ShouldAllBe(s => s == RegState.Registered);
    }

    [Fact]
    [Trait("rule", "MTU-01")]
    public void A_veto_before_the_mtu_changes_leaves_it_and_after_it_restores_it()
    {
        var device = Register("p0");
        _recorder.Log.Clear();

        _recorder.Veto = NetDeviceEvent.PreChangeMtu;
        Should.Throw<RtnlException>(() => _ns.SetMtu(device, 1400));
        _recorder.Veto = NetDeviceEvent.ChangeMtu;
        Should.Throw<RtnlException>(() => _ns.SetMtu(device, 1400));

        device.Mtu.ShouldBe(1500);
        // Monitors are first on the chain: they hear of the new value, and of the old one again once it was vetoed.
        _recorder.Log.ShouldBe(["PreChangeMtu p0", "PreChangeMtu p0", "newlink p0 noop", "ChangeMtu p0", "newlink p0 noop"]);
    }

    [Fact]
    [Trait("rule", "TXQ-01")]
    public void A_veto_of_the_queue_length_restores_it()
    {
        var device = Register("p0");
        _recorder.Veto = NetDeviceEvent.ChangeTxQueueLength;

        Should.Throw<RtnlException>(() => _ns.SetTxQueueLength(device, 7)).Errno.ShouldBe(Errno.EPERM);

        device.TxQueueLength.ShouldBe(NetDevice.DefaultTxQueueLength);
    }

    [Fact]
    [Trait("rule", "DEV-03")]
    public void A_newcomer_on_the_chain_is_played_what_exists()
    {
        _ns.OpenDevice(Register("p0"));
        Register("p1");
        var late = new NotifierRecorder();

        _ns.AddNotifier(late);

        late.Log.ShouldBe(["Register p0", "Up p0", "Register p1"]);
    }

    private ProbeDevice Register(string name)
    {
        var device = new ProbeDevice(name, _recorder);
        _ns.Register(device);
        return device;
    }

    private sealed class Probe(Action<NetDeviceEvent, NetDevice> look) : INetDeviceNotifier
    {
        public void OnEvent(NetDeviceEvent kind, NetDevice device) => look(kind, device);
    }
}
