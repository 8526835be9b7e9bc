namespace ActorNet.Core.Tests.Frames;

/// <summary>The Internet checksum as RFC 1071 words it: word by word, carry by carry. The model that the fast one is held against.</summary>
internal static class SlowChecksum
{
    public static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            sum += (bytes[i] << 8) | (i + 1 < bytes.Length ? bytes[i + 1] : 0);
            if (sum > 0xFFFF) sum -= 0xFFFF;
        }

        return (ushort)sum;
    }

    /// <summary>Sum of pseudo-header, transport header and payload; 0xFFFF when the checksum in it is right.</summary>
    public static ushort Transport(ReadOnlySpan<byte> addresses, byte protocol, ReadOnlySpan<byte> transport)
    {
        var all = new byte[addresses.Length + 8 + transport.Length];
        addresses.CopyTo(all);
        all[addresses.Length + 1] = (byte)(transport.Length >> 16);
        all[addresses.Length + 2] = (byte)(transport.Length >> 8);
        all[addresses.Length + 3] = (byte)transport.Length;
        all[addresses.Length + 7] = protocol;
        transport.CopyTo(all.AsSpan(addresses.Length + 8));
        return Sum(all);
    }
}
