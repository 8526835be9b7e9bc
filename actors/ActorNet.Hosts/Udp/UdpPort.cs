namespace ActorNet.Hosts.Udp;

/// <summary>An open port: what came and was not taken yet. Bounded in number and bytes; what does not fit is counted.</summary>
internal sealed class UdpPort
{
    internal const int MaxDatagrams = 1024;
    private const int MaxBytes = 4 << 20;

    private List<UdpDatagram> _waiting = [];
    private int _bytes;

    internal long Lost { get; private set; }

    internal bool HasRoom(int bytes)
    {
        if (_waiting.Count < MaxDatagrams && _bytes + bytes <= MaxBytes) return true;
        Lost++;
        return false;
    }

    internal void Add(UdpDatagram datagram)
    {
        _waiting.Add(datagram);
        _bytes += datagram.Payload.Length;
    }

    internal IReadOnlyList<UdpDatagram> Take()
    {
        var taken = _waiting;
        _waiting = [];
        _bytes = 0;
        return taken;
    }
}
