using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip address add</c>, <c>replace</c>, <c>change</c> and <c>del</c>.</summary>
internal static class IpAddressChange
{
    private const uint LoopbackNet = 127;

    /// <summary>What is done with the address.</summary>
    public enum Verb
    {
        /// <summary>Must not exist.</summary>
        Add,

        /// <summary>Either; without lifetimes there is nothing to change in one that exists.</summary>
        Replace,

        /// <summary>Must exist.</summary>
        Delete,
    }

    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args, Verb verb)
    {
        var words = new AddressWords();
        while (!args.AtEnd) words.Read(args, invocation.Show.Family);
        if (words.Device is null) throw new Iproute2Exception("Not enough information: \"dev\" argument is required.");
        var device = invocation.Device(words.Device);
        if (words.IsIPv6) throw new RtnlException(Errno.EPERM, "ipv6: IPv6 is disabled on this device.");
        if (words.Local is not { } local) throw new RtnlException(Errno.EOPNOTSUPP);
        if (verb == Verb.Delete) Delete(invocation, device, words, local);
        else Add(device, words, local, verb);
    }

    private static void Add(NetDevice device, AddressWords words, InetPrefix local, Verb verb)
    {
        var inet = device.Namespace.Inet;
        var address = new InetAddress
        {
            Local = local.Address,
            Peer = words.Peer?.Address ?? local.Address,
            PrefixLength = words.PrefixLength,
            Broadcast = words.Broadcast(),
            Scope = words.Scope ?? (local.Address >> 24 == LoopbackNet ? InetScope.Host : InetScope.Global),
            Label = words.LabelOr(device.Name),
        };
        var subnet = new InetPrefix(address.Peer, address.PrefixLength);
        if (verb == Verb.Replace && inet.Find(device) is { } there && there.Find(local.Address, subnet, null) is { } known) there.Confirm(known);
        else inet.Add(device, address);
    }

    private static void Delete(Invocation invocation, NetDevice device, AddressWords words, InetPrefix local)
    {
        InetPrefix? subnet = words.Peer ?? local;
        if (words.Peer is null && !local.HasLength)
        {
            subnet = null;
            WarnOfWildcard(invocation, local);
        }

        var inet = device.Namespace.Inet.Find(device);
        var address = inet?.Find(local.Address, subnet, words.Label) ?? throw device.Namespace.Kernel.Refusal(Errno.EADDRNOTAVAIL, "ipv4: Address not found.");
        inet.Remove(address);
    }

    private static void WarnOfWildcard(Invocation invocation, InetPrefix local) => invocation.Error
        .Append("Warning: Executing wildcard deletion to stay compatible with old scripts.\n")
        .Append("         Explicitly specify the prefix length (").Append(InetPrefix.Format(local.Address)).Append("/32) to avoid this warning.\n")
        .Append("         This special behaviour is likely to disappear in further releases,\n")
        .Append("         fix your scripts!\n");
}
