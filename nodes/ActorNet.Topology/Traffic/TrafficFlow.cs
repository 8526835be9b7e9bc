using System.Net;
using System.Net.Sockets;
using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>Kinds of traffic.</summary>
public enum FlowKind
{
    /// <summary>Echo requests.</summary>
    Ping,

    /// <summary>One TCP connection that sends as fast as it may.</summary>
    Tcp,

    /// <summary>UDP datagrams at a steady pace.</summary>
    Udp,
}

/// <summary>One line of a topology's <c>traffic</c>: what one host sends to another one. Carried out by <c>sim</c> and <c>check</c>, never by <c>up</c>.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Name">Its name, once in a topology: as given, else <c>kind-from-to</c>.</param>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="From">Name of the host that sends.</param>
/// <param name="To">Name of the host that receives, another one.</param>
/// <param name="Target">The receiver's address: one that the sender has a route to.</param>
/// <param name="At">When it begins, in nanoseconds since the topology was up.</param>
public abstract record TrafficFlow(HoconOrigin Origin, string Text, string Name, int Number, string From, string To, IPAddress Target, long At)
{
    /// <summary>Port of the first flow; each has one of its own.</summary>
    private const int FirstPort = 5200;

    /// <summary>What it is.</summary>
    public abstract FlowKind Kind { get; }

    /// <summary>The kind as files and reports write it.</summary>
    public string KindName => NameOf(Kind);

    /// <summary>Port of the receiver, where the kind has ports.</summary>
    public int Port => FirstPort + Number;

    /// <summary>The line with the name, whether the file says it or not.</summary>
    public string NamedText => Text.Contains(':', StringComparison.Ordinal) ? Text : $"{Name}: {Text}";

    /// <summary>Whether it goes over IPv6.</summary>
    public bool IsIPv6 => Target.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>A kind as files and reports write it.</summary>
    public static string NameOf(FlowKind kind) => kind switch { FlowKind.Ping => "ping", FlowKind.Tcp => "tcp", _ => "udp" };
}

/// <summary><c>ping alice -> bob count 5 interval 200ms size 56b</c>.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="From">Who sends.</param>
/// <param name="To">Who answers.</param>
/// <param name="Target">The address.</param>
/// <param name="At">When it begins.</param>
/// <param name="Count">Requests, 1 to <see cref="TopologyLimits.MaxPings"/>.</param>
/// <param name="Interval">Nanoseconds from one to the next, 1 ms or more.</param>
/// <param name="PayloadBytes">Bytes behind the echo header.</param>
public sealed record PingFlow(HoconOrigin Origin, string Text, string Name, int Number, string From, string To, IPAddress Target, long At, int Count, long Interval, int PayloadBytes)
    : TrafficFlow(Origin, Text, Name, Number, From, To, Target, At)
{
    /// <inheritdoc/>
    public override FlowKind Kind => FlowKind.Ping;
}

/// <summary><c>tcp alice -> bob 10mb</c>, <c>tcp alice -> bob for 10s ecn</c>.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="From">Who connects and sends.</param>
/// <param name="To">Who receives.</param>
/// <param name="Target">The address.</param>
/// <param name="At">When it begins.</param>
/// <param name="Bytes">Length of the stream; 0 where <paramref name="Duration"/> says how long new bytes are sent.</param>
/// <param name="Duration">Nanoseconds; 0 where <paramref name="Bytes"/> says how many.</param>
/// <param name="Ecn">Whether the sender asks for explicit congestion notification (RFC 3168); all TCP flows that a host sends agree on it, since it is a setting of hosts.</param>
public sealed record TcpFlow(HoconOrigin Origin, string Text, string Name, int Number, string From, string To, IPAddress Target, long At, long Bytes, long Duration, bool Ecn)
    : TrafficFlow(Origin, Text, Name, Number, From, To, Target, At)
{
    /// <inheritdoc/>
    public override FlowKind Kind => FlowKind.Tcp;
}

/// <summary><c>udp alice -> bob rate 1mbit size 1200b for 10s</c>.</summary>
/// <param name="Origin">Where the file says it.</param>
/// <param name="Text">As written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="From">Who sends.</param>
/// <param name="To">Who receives.</param>
/// <param name="Target">The address.</param>
/// <param name="At">When it begins.</param>
/// <param name="BitsPerSecond">Pace in bits of payload per second.</param>
/// <param name="PayloadBytes">UDP payload of each datagram.</param>
/// <param name="Datagrams">How many; 0 where <paramref name="Duration"/> says how long.</param>
/// <param name="Duration">Nanoseconds; 0 where <paramref name="Datagrams"/> says how many.</param>
/// <param name="Ecn">Whether they are sent as capable of congestion notification, ECT(0) of RFC 3168.</param>
public sealed record UdpFlow(
    HoconOrigin Origin, string Text, string Name, int Number, string From, string To, IPAddress Target, long At, long BitsPerSecond, int PayloadBytes, long Datagrams, long Duration, bool Ecn)
    : TrafficFlow(Origin, Text, Name, Number, From, To, Target, At)
{
    /// <inheritdoc/>
    public override FlowKind Kind => FlowKind.Udp;
}
