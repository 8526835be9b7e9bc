using ActorNet.Core;

namespace ActorNet.Hosts.Tcp;

/// <summary>The stream that every sender sends and every receiver expects: a byte is a function of its position, so that neither keeps any.</summary>
internal static class TcpStream
{
    /// <summary>Longest piece that is written or compared at once.</summary>
    internal const int MaxPiece = 65_536;

    /// <summary>A prime: data put at a wrong place by any round number shows.</summary>
    private const int Period = 65_521;

    private static readonly byte[] Bytes = Make();

    internal static void Write(long position, Span<byte> into) => Bytes.AsSpan((int)(position % Period), into.Length).CopyTo(into);

    /// <summary>How many bytes are not those of the stream.</summary>
    internal static int CountWrong(long position, ReadOnlySpan<byte> bytes)
    {
        var expected = Bytes.AsSpan((int)(position % Period), bytes.Length);
        if (expected.SequenceEqual(bytes)) return 0;
        var wrong = 0;
        for (var i = 0; i < bytes.Length; i++) wrong += bytes[i] == expected[i] ? 0 : 1;
        return wrong;
    }

    private static byte[] Make()
    {
        var random = new RandomSource(0x5443_5053_7472_6D21);
        var bytes = new byte[Period + MaxPiece];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = i < Period ? (byte)random.Next() : bytes[i - Period];
        return bytes;
    }
}
