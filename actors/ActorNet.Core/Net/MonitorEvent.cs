using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Net;

/// <summary>What an event is about (<c>RTNLGRP_*</c>); monitors choose.</summary>
[Flags]
public enum MonitorTopics
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Devices, and the ports of bridges.</summary>
    Link = 1,

    /// <summary>IP addresses.</summary>
    Address = 2,

    /// <summary>Stations of bridges.</summary>
    Neighbour = 4,

    /// <summary>Qdiscs, filters, chains, actions.</summary>
    TrafficControl = 8,
}

/// <summary>
/// Something that happened in a namespace and that <c>ip monitor</c>, <c>bridge monitor</c> or <c>tc monitor</c> print. It shows things as they are at that moment, so it means
/// something during the call of <see cref="IMonitorSubscriber.OnEvent"/> only: whoever wants it later keeps its text.
/// </summary>
public abstract class MonitorEvent
{
    private protected MonitorEvent()
    {
    }

    /// <summary>What it is about.</summary>
    public abstract MonitorTopics Topic { get; }

    /// <summary>The word that <c>monitor all</c> puts in brackets in front.</summary>
    internal abstract string Label { get; }

    /// <summary>Writes the lines that a program prints for it, each ended by a line feed; nothing when that program leaves it out.</summary>
    internal abstract void Print(ShowWriter writer, ShowOptions show, MonitorProgram program);
}

/// <summary>Somebody who is told of events as they happen. Called by the namespace's owner, in the order in which the kernel sends its messages.</summary>
public interface IMonitorSubscriber
{
    /// <summary>Topics to be told of; constant while subscribed.</summary>
    MonitorTopics Topics { get; }

    /// <summary>It happened just now.</summary>
    void OnEvent(MonitorEvent happened);
}

/// <summary>Whose words are wanted.</summary>
public enum MonitorProgram
{
    /// <summary><c>ip monitor</c>.</summary>
    Ip,

    /// <summary><c>bridge monitor</c>.</summary>
    Bridge,

    /// <summary><c>tc monitor</c>.</summary>
    Tc,
}
