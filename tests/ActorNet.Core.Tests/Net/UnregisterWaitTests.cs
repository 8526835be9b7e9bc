using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>What happens to a device that is unregistered while somebody still uses it.</summary>
public sealed class UnregisterWaitTests : IDisposable
{
    private const long Second = 1_000_000_000;

    private readonly TestLab _lab = new();
    private readonly NetNamespace _ns;
    private readonly NotifierRecorder _recorder = new();
    private readonly ProbeDevice _device;

    public UnregisterWaitTests()
    {
        _ns = _lab.AddNamespace("n");
        _device = new ProbeDevice("p0", _recorder);
        _ns.Register(_device);
        _ns.AddNotifier(_recorder);
        _recorder.Log.Clear();
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "DEV-07")]
    public void Name_and_number_are_free_at_once()
    {
        _device.Hold();
        var number = _device.IfIndex;

        _ns.Unregister(_device);

        (_ns.Find("p0"), _ns.Find(number)).ShouldBe((null, null));
        var heir = new ProbeDevice("p0", _recorder);
        _ns.Register(heir, number);
        _ns.Get("p0").ShouldBeSameAs(heir);
        _ns.Unregister(heir);
        _device.RegState.ShouldBe(RegState.Unregistered);
        _device.Put();
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void Users_are_told_again_every_second()
    {
        _device.Hold();
        _ns.Unregister(_device);
        _recorder.Log.Clear();

        _lab.Advance(Second - 1);
        var early = _recorder.Log.Count;
        _lab.Advance(1);
        var first = _recorder.Log.ToArray();
        _lab.Advance(2 * Second);

        early.ShouldBe(0);
        first.ShouldBe(["Unregister p0"]);
        _recorder.Log.Count.ShouldBe(3);
        _device.Put();
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void Every_ten_seconds_a_warning_counts_the_references()
    {
        var warnings = new List<string>();
        _lab.Lab.Work.Todo.Warned = w => warnings.Add(w.Text);
        _device.Hold();
        _device.Hold();
        _ns.Unregister(_device);

        _lab.Advance((10 * Second) - 1);
        var early = warnings.Count;
        _lab.Advance(1);
        _device.Put();
        _lab.Advance(10 * Second);

        early.ShouldBe(0);
        warnings.ShouldBe([
            "unregister_netdevice: waiting for p0 to become free. Usage count = 3",
            "unregister_netdevice: waiting for p0 to become free. Usage count = 2",
        ]);
        _lab.Lab.Work.Todo.Warnings.ShouldBe(2);
        _device.Put();
    }

    [Fact]
    [Trait("rule", "DEV-07"), Trait("rule", "DEV-01")]
    public void The_last_user_frees_it_and_nothing_is_told_any_more()
    {
        _device.Hold();
        _ns.Unregister(_device);
        _lab.Lab.Work.Todo.Waiting.ShouldBe([_device]);
        _recorder.Log.ShouldNotContain("destructor p0");

        _device.Put();

        _device.RegState.ShouldBe(RegState.Released);
        _recorder.Log[^1].ShouldBe("destructor p0");
        _recorder.Log.Clear();
        _lab.Advance(60 * Second);
        _recorder.Log.ShouldBeEmpty();
        _lab.Lab.Work.Todo.Waiting.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void A_user_who_listens_lets_go_in_the_same_step()
    {
        _device.Hold();
        _ns.AddNotifier(new PoliteUser(_device));

        _ns.Unregister(_device);

        _device.RegState.ShouldBe(RegState.Released);
        _lab.Lab.Work.Todo.Waiting.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "DEV-07"), Trait("rule", "VLAN-01")]
    public void What_stands_on_a_device_goes_with_it_and_keeps_it_only_so_long()
    {
        _ns.Unregister(_device);
        var below = new DummyDevice("d0");
        _ns.Register(below);
        var vlan = new VlanDevice("d0.5", below, protocol: 0x8100, id: 5);
        _ns.Register(vlan);
        below.RefCount.ShouldBe(3, "its own, the registration's, the VLAN's");

        _ns.Unregister(below);

        (below.RegState, vlan.RegState).ShouldBe((RegState.Released, RegState.Released));
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void Two_that_wait_are_freed_each_by_its_own_user()
    {
        var other = new ProbeDevice("p1", _recorder);
        _ns.Register(other);
        _device.Hold();
        other.Hold();
        _ns.DeleteAll();

        other.Put();

        (_device.RegState, other.RegState).ShouldBe((RegState.Unregistered, RegState.Released));
        _lab.Lab.Work.Todo.Waiting.ShouldBe([_device]);
        _device.Put();
    }

    private sealed class PoliteUser(NetDevice used) : INetDeviceNotifier
    {
        private bool _gone;

        public void OnEvent(NetDeviceEvent kind, NetDevice device)
        {
            if (kind != NetDeviceEvent.Unregister || !ReferenceEquals(device, used) || _gone) return;
            _gone = true;
            device.Put();
        }
    }
}
