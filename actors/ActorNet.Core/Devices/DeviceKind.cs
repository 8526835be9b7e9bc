using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Devices;

/// <summary>Checked options of one kind of device; each kind that has some derives its own record.</summary>
public abstract record DeviceOptions;

/// <summary>A device that a command makes, with what was asked for it. Kinds that come in pairs give two.</summary>
/// <param name="Device">Allocated, not yet registered.</param>
/// <param name="Request">What its own part of the command said.</param>
public sealed record NewDevice(NetDevice Device, LinkRequest Request);

/// <summary>
/// One kind of device that <c>ip link add</c> can make (<c>rtnl_link_ops</c>): how its options read, and how to allocate one. Registered in <see cref="DeviceKinds"/>.
/// </summary>
public abstract class DeviceKind
{
    /// <summary>Name behind the word <c>type</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Reads the words behind the kind's name. A kind without options ignores them, as iproute2 does.</summary>
    /// <param name="args">At the first of them.</param>
    /// <param name="links">Reads link options, for kinds whose options contain some (a veth's peer).</param>
    /// <returns>The options; null when there are none.</returns>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong: the sentence is iproute2's.</exception>
    public virtual DeviceOptions? Parse(ArgReader args, LinkParser links)
    {
        while (!args.AtEnd) args.Next();
        return null;
    }

    /// <summary>Allocates what the request asks for. Common attributes (MTU, addresses, queue length) are applied by the caller.</summary>
    /// <param name="request">The main device; its name is set.</param>
    /// <param name="options">From <see cref="Parse"/>.</param>
    /// <returns>The devices in the order in which they are to be registered; the one asked for is the last.</returns>
    /// <exception cref="RtnlException">The kind refuses; nothing was made.</exception>
    public abstract IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options);

    /// <summary>Whether <c>ip link add</c> can make it; some words only name what is there.</summary>
    public virtual bool MakesDevices => true;

    /// <summary>Whether options of this kind can be changed on a device: on those of the kind.</summary>
    public virtual bool Changes(NetDevice device) => string.Equals(device.Kind, Name, StringComparison.Ordinal);

    /// <summary>Changes options of a device of this kind (<c>ip link set DEV type KIND ...</c>).</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP: the kind has nothing to change.</exception>
    public virtual void Change(NetDevice device, DeviceOptions options) => throw new RtnlException(Errno.EOPNOTSUPP);
}
