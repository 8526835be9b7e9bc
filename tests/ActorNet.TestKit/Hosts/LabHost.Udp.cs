using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Core.Iproute2;

namespace ActorNet.TestKit;

/// <content>Datagrams.</content>
public sealed partial class LabHost
{
    /// <summary>Where generated flows go unless said otherwise.</summary>
    public const int FlowPort = 5001;

    /// <summary>Takes datagrams for a port from now on.</summary>
    /// <param name="port">1 to 65535.</param>
    public void OpenUdp(int port) => Ask<Done>("open a UDP port", new OpenUdp(port));

    /// <summary>What came for an open port since the last call; generated flows are counted and not kept.</summary>
    /// <param name="port">The port.</param>
    public IReadOnlyList<Datagram> Datagrams(int port) => Ask<Datagrams>("take datagrams", new TakeDatagrams(port)).Received;

    /// <summary>Sends one datagram; it is on its way when the call returns.</summary>
    /// <param name="target">The other host, reached at its first address.</param>
    /// <param name="port">Destination port.</param>
    /// <param name="payload">What fits a packet.</param>
    /// <param name="fromPort">Source port.</param>
    public void SendUdp(LabHost target, int port, ReadOnlyMemory<byte> payload, int fromPort = 40000)
    {
        ArgumentNullException.ThrowIfNull(target);
        Ask<Done>("send a datagram", new SendDatagram(target.Address, fromPort, port, payload));
    }

    /// <summary>Sends a steady flow of numbered datagrams to another host, and lets time pass until the last has left and, after that, for <paramref name="settle"/>.</summary>
    /// <param name="target">The other host; its port is opened.</param>
    /// <param name="rate">Bits of payload a second, in the words of tc: <c>10mbit</c>.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="payload">Bytes of UDP payload of each, 24 or more.</param>
    /// <param name="port">Destination port.</param>
    /// <param name="settle">How long to wait for what is still under way; null for 1 s.</param>
    /// <exception cref="LabFailureException">The host refuses.</exception>
    public UdpResult Udp(LabHost target, string rate, TimeSpan duration, int payload = 1400, int port = FlowPort, TimeSpan? settle = null)
    {
        var flow = StartUdp(target, rate, duration, payload, port);
        var sent = flow.Sending.Wait();
        _lab.Advance(settle ?? TimeSpan.FromSeconds(1));
        return flow.Result(sent);
    }

    /// <summary>Begins such a flow.</summary>
    /// <param name="target">The other host; its port is opened.</param>
    /// <param name="rate">Bits of payload a second, in the words of tc.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="payload">Bytes of UDP payload of each.</param>
    /// <param name="port">Destination port.</param>
    /// <param name="ecn">Sent as capable of congestion notification.</param>
    public UdpFlow StartUdp(LabHost target, string rate, TimeSpan duration, int payload = 1400, int port = FlowPort, bool ecn = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!Units.TryParseRate(rate, out var bytes)) throw new ArgumentException($"\"{rate}\" is no rate: write it as tc does, such as 10mbit.", nameof(rate));
        target.OpenUdp(port);
        var flow = _lab.NextFlow();
        var request = new StartUdp(target.Address, port, checked((long)bytes * 8), payload, 0, duration, flow) { EcnCapable = ecn };
        return new UdpFlow(target, flow, Start("send a UDP flow", request, answer => (UdpSent)answer));
    }

    internal UdpFlowReport FlowReport(int flow) => Ask<UdpFlowReport>("report of a UDP flow", new TakeUdpFlow(flow));
}
