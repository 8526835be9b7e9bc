using ActorNet.Core.Devices;

namespace ActorNet.Core.Net;

/// <summary>What the notifier chain tells (<c>NETDEV_*</c>).</summary>
public enum NetDeviceEvent
{
    /// <summary>Came up.</summary>
    Up = 1,

    /// <summary>Went down.</summary>
    Down,

    /// <summary>State (carrier, flags) changed.</summary>
    Change,

    /// <summary>Was registered, or arrived from another namespace. May be vetoed.</summary>
    Register,

    /// <summary>Is being unregistered, or leaves the namespace.</summary>
    Unregister,

    /// <summary>The MTU changed.</summary>
    ChangeMtu,

    /// <summary>The hardware address changed.</summary>
    ChangeAddress,

    /// <summary>Is about to go down.</summary>
    GoingDown,

    /// <summary>The name changed.</summary>
    ChangeName,

    /// <summary>Is about to come up. May be vetoed.</summary>
    PreUp,

    /// <summary>The MTU is about to change. May be vetoed.</summary>
    PreChangeMtu,

    /// <summary>Features changed.</summary>
    FeatureChange,

    /// <summary>The master changed.</summary>
    ChangeUpper,

    /// <summary>The transmit queue length changed.</summary>
    ChangeTxQueueLength,

    /// <summary>Was initialised, before it is visible. May be vetoed.</summary>
    PostInit,

    /// <summary>Is about to be uninitialised.</summary>
    PreUninit,
}

/// <summary>Somebody on the notifier chain of a namespace.</summary>
public interface INetDeviceNotifier
{
    /// <summary>An event happened, or is about to.</summary>
    /// <exception cref="RtnlException">Vetoes an event that may be vetoed; from any other it is a bug.</exception>
    void OnEvent(NetDeviceEvent kind, NetDevice device);
}

/// <summary>A message to those who monitor links (<c>RTM_NEWLINK</c>, <c>RTM_DELLINK</c>), taken at the moment it was sent.</summary>
/// <param name="Deleted">DELLINK rather than NEWLINK.</param>
/// <param name="IfIndex">Number of the device.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Flags">Its user-visible flags then.</param>
/// <param name="OperState">Its operational state then.</param>
/// <param name="Qdisc">Kind of its root qdisc then.</param>
public sealed record LinkMessage(bool Deleted, int IfIndex, string Name, DeviceFlags Flags, OperState OperState, string Qdisc);
