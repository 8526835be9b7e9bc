namespace ActorNet.Linux.Tap;

/// <summary>
/// Sizes of what a TAP queue reads and writes: a <c>struct virtio_net_hdr</c> (<c>linux/virtio_net.h</c>, numbers in the machine's byte
/// order) and then the Ethernet frame without its checksum.
/// </summary>
public static class VnetHeader
{
    /// <summary>
    /// Bytes of the header. The other choice would be 12, with a field on merged buffers that a TAP never fills. Ten carry everything
    /// used here,
    /// and put the IP header, 10 + 14 bytes in, on a multiple of 8.
    /// </summary>
    public const int Size = 10;

    /// <summary>Longest read in bytes: header, Ethernet header, one VLAN tag, and an IP packet of 65,535 bytes.</summary>
    public const int MaxReadBytes = Size + 14 + 4 + 65535;
}
