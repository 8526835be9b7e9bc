using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Net;

/// <summary>The IPv4 side of a device (<c>struct in_device</c>): its addresses, primary ones by nearness of scope, then secondary ones (rule INET-02).</summary>
public sealed class InetDevice
{
    /// <summary>Most addresses of one device.</summary>
    public const int MaxAddresses = 4096;

    private const uint LoopbackAddress = 0x7F00_0001;
    private const int LoopbackPrefix = 8;
    /// <summary>The Ethernet form of 224.0.0.1 (RFC 1112, 6.4).</summary>
    private static readonly MacAddress AllHosts = new(0x0100_5E00_0001);

    private readonly List<InetAddress> _addresses = [];
    private bool _listens;

    internal InetDevice(NetDevice device) => Device = device;

    /// <summary>The device.</summary>
    public NetDevice Device { get; }

    /// <summary>Addresses in the order in which they are listed.</summary>
    public IReadOnlyList<InetAddress> Addresses => _addresses;

    /// <summary>Adds an address; whether it is secondary is found out here. 0.0.0.0 is accepted and vanishes, as on Linux.</summary>
    /// <exception cref="RtnlException">EEXIST already there, EINVAL another scope than its subnet's, ENOBUFS too many.</exception>
    public void Add(InetAddress address)
    {
        if (address.Local == 0) return;
        if (_addresses.Count >= MaxAddresses) throw new RtnlException(Errno.ENOBUFS);
        var at = 0;
        var secondary = false;
        for (var i = 0; i < _addresses.Count; i++)
        {
            var other = _addresses[i];
            if (!other.IsSecondary && address.Scope <= other.Scope) at = i + 1;
            if (other.PrefixLength != address.PrefixLength || !other.Covers(address.Peer)) continue;
            if (other.Local == address.Local) throw Device.Namespace.Kernel.Refusal(Errno.EEXIST, "ipv4: Address already assigned.");
            if (other.Scope != address.Scope) throw Device.Namespace.Kernel.Refusal(Errno.EINVAL, "ipv4: Invalid scope value.");
            secondary = true;
        }

        address.IsSecondary = secondary;
        _addresses.Insert(secondary ? _addresses.Count : at, address);
        Tell(address, deleted: false);
    }

    /// <summary>The first address that the arguments describe; null when there is none.</summary>
    /// <param name="local">The device's own address; null for any.</param>
    /// <param name="subnet">Prefix that it must have exactly, by length and subnet; null for any.</param>
    /// <param name="label">Label it must have; null for any.</param>
    public InetAddress? Find(uint? local, InetPrefix? subnet, string? label) => _addresses.Find(a =>
        (local is null || a.Local == local)
        && (label is null || string.Equals(a.Label, label, StringComparison.Ordinal))
        && (subnet is not { } s || (a.PrefixLength == s.Length && a.Covers(s.Address))));

    /// <summary>Removes an address, and with a primary one the secondary ones of its subnet, which go first.</summary>
    public void Remove(InetAddress address)
    {
        if (!address.IsSecondary)
        {
            foreach (var other in _addresses.Where(a => a.IsSecondary && a.PrefixLength == address.PrefixLength && address.Covers(a.Peer)).ToArray()) RemoveOne(other);
        }

        RemoveOne(address);
    }

    /// <summary>The device loses its IPv4 side: all addresses go (<c>inetdev_destroy</c>).</summary>
    internal void RemoveAll()
    {
        while (_addresses.Count > 0) Remove(_addresses[0]);
    }

    /// <summary>An address that is there was asked for again: nothing changes, and monitors are told.</summary>
    internal void Confirm(InetAddress address) => Tell(address, deleted: false);

    /// <summary>The device came up: it listens to the all-hosts group, and a loopback gets its address unless it has it.</summary>
    internal void OnUp()
    {
        Listen(true);
        if ((Device.Flags & DeviceFlags.Loopback) == 0 || Find(LoopbackAddress, new InetPrefix(LoopbackAddress, LoopbackPrefix), null) is not null) return;
        Add(new InetAddress { Local = LoopbackAddress, Peer = LoopbackAddress, PrefixLength = LoopbackPrefix, Scope = InetScope.Host, Label = Device.Name });
    }

    /// <summary>The device went down, or its IPv4 side goes: it leaves the all-hosts group.</summary>
    internal void OnDown() => Listen(false);

    /// <summary>Joins the all-hosts group, or leaves it; other than Ethernet has no such address.</summary>
    internal void Listen(bool on)
    {
        if (on == _listens || !Device.HasMacHeader || (Device.Flags & DeviceFlags.Loopback) != 0) return;
        _listens = on;
        if (on) Device.AddMulticast(AllHosts);
        else Device.RemoveMulticast(AllHosts);
    }

    /// <summary>
    /// The device was renamed: the first label becomes its name, the others its name and what stood behind their colon, or their number
    /// (<c>inetdev_changename</c>).
    /// </summary>
    internal void OnRenamed()
    {
        for (var i = 0; i < _addresses.Count; i++)
        {
            var old = _addresses[i].Label;
            var colon = old.IndexOf(':', StringComparison.Ordinal);
            var tail = colon >= 0 ? old[colon..] : string.Create(CultureInfo.InvariantCulture, $":{i + 1}");
            _addresses[i].Label = i == 0 ? Device.Name : Fit(Device.Name, tail);
        }
    }

    private void RemoveOne(InetAddress address)
    {
        if (_addresses.Remove(address)) Tell(address, deleted: true);
    }

    private void Tell(InetAddress address, bool deleted) => Device.Namespace.TellAddress(Device, address, deleted);

    private static string Fit(string name, string tail) =>
        name.Length + tail.Length <= DeviceName.MaxBytes ? name + tail : name[..Math.Max(0, DeviceName.MaxBytes - tail.Length)] + tail;
}
