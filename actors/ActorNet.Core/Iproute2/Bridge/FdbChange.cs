using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary><c>bridge fdb add</c>, <c>append</c>, <c>replace</c> and <c>del</c> (<c>rtnl_fdb_add</c>, <c>rtnl_fdb_del</c>).</summary>
internal static class FdbChange
{
    /// <summary>What is done with the entry.</summary>
    public enum Verb
    {
        /// <summary>Must not exist.</summary>
        Add,

        /// <summary>Either.</summary>
        Replace,

        /// <summary>Must exist.</summary>
        Delete,
    }

    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args, Verb verb)
    {
        var words = FdbWords.Parse(args);
        if (words.Device is null || words.Address is null) throw new Iproute2Exception("Device and address are required arguments.", 255);
        var address = words.ParseAddress();
        var device = invocation.Device(words.Device, exitCode: 255);
        BridgeFdbCommand.Ask(() => Apply(device, address, words, verb));
    }

    private static void Apply(NetDevice device, MacAddress address, FdbWords words, Verb verb)
    {
        if (address == MacAddress.Zero || words.Vlan) throw new RtnlException(Errno.EINVAL);
        if (words.Master)
        {
            var bridge = device.Master as BridgeDevice;
            var port = bridge?.PortOf(device) ?? throw new RtnlException(Errno.EOPNOTSUPP);
            Change(bridge!, port, address, words, verb);
        }

        // Without a word for it the device itself is meant.
        if (words.Master && !words.Self) return;
        if (device is BridgeDevice own) Change(own, port: null, address, words, verb);
        else ChangeOwn(device, address, words, verb);
    }

    private static void Change(BridgeDevice bridge, BridgePort? port, MacAddress address, FdbWords words, Verb verb)
    {
        if (verb == Verb.Delete)
        {
            if (!bridge.Fdb.Knows(address, port)) throw new RtnlException(Errno.ENOENT);
            bridge.Fdb.Remove(address);
            return;
        }

        if (words.Use)
        {
            if (port is null) throw new RtnlException(Errno.EINVAL);
            if (port.IsForwarding) bridge.Fdb.Learn(address, port, bridge.Namespace.Now, bridge.Ageing);
            return;
        }

        if (port is null && words.State != FdbState.Permanent) throw new RtnlException(Errno.EINVAL);
        if (words.Sticky && words.State == FdbState.Permanent) throw new RtnlException(Errno.EINVAL);
        if (verb == Verb.Add && bridge.Fdb.Knows(address)) throw new RtnlException(Errno.EEXIST);
        bridge.Fdb.Set(address, port, local: words.State == FdbState.Permanent, isStatic: words.State != FdbState.Dynamic, words.Sticky, bridge.Namespace.Now);
    }

    /// <summary>The list of stations whose frames the device receives (<c>ndo_dflt_fdb_add</c>): permanent ones only.</summary>
    private static void ChangeOwn(NetDevice device, MacAddress address, FdbWords words, Verb verb)
    {
        if (!device.HasMacHeader || device is LoopbackDevice) throw new RtnlException(Errno.EINVAL, "FDB add only supported for Ethernet devices.");
        if (words.State != FdbState.Permanent) throw new RtnlException(Errno.EINVAL);
        var known = address.IsMulticast ? device.Multicast.Contains(address) : device.SecondaryUnicast.Contains(address);
        if (verb == Verb.Delete && !known) throw new RtnlException(Errno.ENOENT);
        if (verb == Verb.Add && known) throw new RtnlException(Errno.EEXIST);
        if (verb == Verb.Delete) RemoveOwn(device, address);
        else if (!known) AddOwn(device, address);
        device.Namespace.TellOwnStation(device, address, deleted: verb == Verb.Delete);
    }

    private static void AddOwn(NetDevice device, MacAddress address)
    {
        if (address.IsMulticast) device.AddMulticast(address);
        else device.AddSecondaryUnicast(address);
    }

    private static void RemoveOwn(NetDevice device, MacAddress address)
    {
        if (address.IsMulticast) device.RemoveMulticast(address);
        else device.RemoveSecondaryUnicast(address);
    }
}
