using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tests.Net;

/// <summary>A device that writes down every call of its driver, and fails where it is told to.</summary>
internal sealed class ProbeDevice : NetDevice
{
    private readonly NotifierRecorder _recorder;

    public ProbeDevice(string name, NotifierRecorder recorder, int txQueues = 1, bool live = true)
        : base(name, txQueues)
    {
        _recorder = recorder;
        ChangesAddressLive = live;
    }

    public override string Kind => "probe";

    public Errno InitError { get; init; }

    public Errno OpenError { get; set; }

    public Errno FeatureError { get; set; }

    /// <summary>What the driver does with a frame.</summary>
    internal TxStatus Answer { get; set; } = TxStatus.Ok;

    public int Sent { get; private set; }

    public void ForceAddress(MacAddress address) => Address = address;

    public void Offer(DeviceFeatures features) => Features = HwFeatures = features;

    public void Carrier(bool on) => SetCarrier(on);

    public void Receive(int frames)
    {
        for (var i = 0; i < frames; i++) Stats.CountRx(60);
    }

    protected override void Init() => Step("init", InitError);

    protected override void Uninit() => Step("uninit", Errno.None);

    protected override void Destructor() => Step("destructor", Errno.None);

    protected override void Open()
    {
        Step("open", OpenError);
        base.Open();
    }

    protected override void Stop() => Step("stop", Errno.None);

    protected override void OnRxModeChanged() => Step("set_rx_mode", Errno.None);

    protected override void OnFeatures(DeviceFeatures features) => Step("set_features", FeatureError);

    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        if (Answer == TxStatus.Busy) return TxStatus.Busy;
        Sent++;
        skb.Free(DropReason.Sink);
        return Answer;
    }

    private void Step(string what, Errno error)
    {
        _recorder.Log.Add($"{what} {Name}");
        if (error != Errno.None) throw new RtnlException(error);
    }
}

/// <summary>Somebody on the notifier chain who writes down what he hears, and vetoes one event if told to.</summary>
internal sealed class NotifierRecorder : INetDeviceNotifier
{
    public List<string> Log { get; } = [];

    public NetDeviceEvent? Veto { get; set; }

    public void OnEvent(NetDeviceEvent kind, NetDevice device)
    {
        Log.Add($"{kind} {device.Name}");
        if (Veto == kind) throw new RtnlException(Errno.EPERM);
    }
}
